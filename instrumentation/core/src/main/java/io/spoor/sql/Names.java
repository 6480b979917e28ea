package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads dotted names and decides whether they are tables, files or system tables. */
final class Names {

  private static final String[] ORACLE_DICTIONARY = {
    "objects", "tables", "tab_columns", "tab_cols", "views", "indexes", "ind_columns",
    "constraints", "cons_columns", "sequences", "source", "triggers", "synonyms", "procedures",
    "arguments", "users", "dependencies", "segments", "tab_partitions", "col_comments"
  };

  private final Scan scan;
  private final Tokens tokens;
  private final Dialect dialect;

  Names(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.dialect = scan.dialect;
  }

  /** Behind the dotted name that begins at {@code p}; {@code p} when none begins there. */
  int end(int p) {
    if (!isPart(p)) {
      return p;
    }
    int i = hyphens(p + 1);
    while (scan.kind(i) == Tokens.DOT) {
      if (isPart(i + 1)) {
        i = hyphens(i + 2);
      } else if (scan.kind(i + 1) == Tokens.DOT) {
        i++; // SQL Server and Snowflake leave the schema out: db..t
      } else if (scan.isOperator(i + 1, '*') || scan.kind(i + 1) == Tokens.NUMBER) {
        i += 2;
      } else {
        break;
      }
    }
    while (dialect == Dialect.ORACLE && scan.isOperator(i, '@') && scan.isName(i + 1)) {
      i += 2; // t@link: a table of another database
      while (scan.kind(i) == Tokens.DOT && isPart(i + 1)) {
        i += 2;
      }
    }
    if (dialect == Dialect.BIGQUERY && scan.isOperator(i, '*') && tokens.touchesPrevious(i)) {
      i++;
    }
    return i;
  }

  private boolean isPart(int p) {
    return scan.isName(p) || scan.kind(p) == Tokens.STRING && tokens.first(p) == '"' && p < scan.to;
  }

  /** BigQuery's projects hold hyphens without quotes: my-project.data.t */
  private int hyphens(int p) {
    int i = p;
    while (dialect == Dialect.BIGQUERY
        && scan.isOperator(i, '-')
        && tokens.touchesPrevious(i)
        && tokens.touchesPrevious(i + 1)
        && (scan.kind(i + 1) == Tokens.WORD || scan.kind(i + 1) == Tokens.NUMBER)) {
      i += 2;
    }
    return i;
  }

  /** The name of the tokens {@code [from, to)}. */
  TableName read(int from, int to) {
    if (to == from + 1 && isLocation(from)) {
      return TableName.file(tokens.unquoted(from));
    }
    List<String> parts = new ArrayList<String>(3);
    int quoted = 0;
    StringBuilder joined = null;
    for (int i = from; i < to; i++) {
      byte kind = tokens.kind[i];
      if (kind == Tokens.DOT) {
        if (tokens.kind[i - 1] == Tokens.DOT && i > from) {
          parts.add(""); // db..t
        }
        continue;
      }
      if (kind == Tokens.OPERATOR && tokens.first(i) == '*' && tokens.kind[i - 1] == Tokens.DOT) {
        continue; // DELETE t.* FROM t
      }
      boolean continues = i > from && tokens.kind[i - 1] != Tokens.DOT;
      if (continues) {
        // A hyphenated or starred part: join what touches.
        int last = parts.size() - 1;
        joined = new StringBuilder(parts.get(last)).append(tokens.raw(i));
        parts.set(last, joined.toString());
        continue;
      }
      String text = tokens.unquoted(i);
      boolean isQuoted = kind != Tokens.WORD;
      if (isQuoted && dialect == Dialect.BIGQUERY && text.indexOf('.') >= 0) {
        quoted = split(text, parts, quoted);
      } else {
        if (isQuoted) {
          quoted |= 1 << parts.size();
        }
        parts.add(text);
      }
    }
    if (parts.size() == 2
        && dialect.isHiveFamily()
        && isFormat(parts.get(0))
        && (quoted & 2) != 0) {
      return TableName.file(parts.get(1));
    }
    return TableName.table(parts, quoted);
  }

  /** The name that a literal spells, its parts as they stand between the dots. */
  static TableName ofText(String text) {
    List<String> parts = new ArrayList<String>(3);
    split(text, parts, 0);
    return TableName.table(parts, 0);
  }

  private static int split(String text, List<String> parts, int quoted) {
    int mask = quoted;
    int from = 0;
    while (from <= text.length()) {
      int dot = text.indexOf('.', from);
      int to = dot < 0 ? text.length() : dot;
      mask |= 1 << parts.size();
      parts.add(text.substring(from, to));
      from = to + 1;
    }
    return mask;
  }

  private static boolean isFormat(String word) {
    return word.equalsIgnoreCase("parquet")
        || word.equalsIgnoreCase("csv")
        || word.equalsIgnoreCase("json")
        || word.equalsIgnoreCase("orc")
        || word.equalsIgnoreCase("avro")
        || word.equalsIgnoreCase("text")
        || word.equalsIgnoreCase("delta")
        || word.equalsIgnoreCase("iceberg")
        || word.equalsIgnoreCase("binaryfile");
  }

  /** DuckDB reads a file whose name stands in place of a table's. */
  private boolean isLocation(int p) {
    if (dialect != Dialect.DUCKDB || tokens.kind[p] != Tokens.QUOTED) {
      return false;
    }
    String text = tokens.unquoted(p).toLowerCase(Locale.ROOT);
    return text.indexOf('/') >= 0
        || text.endsWith(".csv")
        || text.endsWith(".parquet")
        || text.endsWith(".json")
        || text.endsWith(".csv.gz");
  }

  /** Whether the name is part of the database's own catalogue, or DUAL. */
  boolean isSystem(TableName name) {
    if (name.isFile()) {
      return false;
    }
    String table = name.table();
    String schema = name.schema();
    if (schema == null) {
      return table.equalsIgnoreCase("dual")
          || startsWith(table, "sqlite_")
          || startsWith(table, "pg_") && !dialect.isMySqlFamily() && dialect != Dialect.ORACLE
          || dialect == Dialect.ORACLE && isOracleView(table)
          || dialect == Dialect.DUCKDB && startsWith(table, "duckdb_");
    }
    return schema.equalsIgnoreCase("information_schema")
        || schema.equalsIgnoreCase("pg_catalog")
        || schema.equalsIgnoreCase("sys")
        || schema.equalsIgnoreCase("syscat")
        || schema.equalsIgnoreCase("sysibm")
        || dialect.isMySqlFamily()
            && (schema.equalsIgnoreCase("mysql") || schema.equalsIgnoreCase("performance_schema"))
        || dialect == Dialect.CLICKHOUSE && schema.equalsIgnoreCase("system");
  }

  /** The data dictionary; not every user_* table, which an application may well have. */
  private static boolean isOracleView(String table) {
    if (startsWith(table, "v$") || startsWith(table, "gv$") || startsWith(table, "dba_")) {
      return true;
    }
    String what =
        startsWith(table, "all_")
            ? table.substring(4)
            : startsWith(table, "user_") ? table.substring(5) : "";
    for (String noun : ORACLE_DICTIONARY) {
      if (what.equalsIgnoreCase(noun)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
