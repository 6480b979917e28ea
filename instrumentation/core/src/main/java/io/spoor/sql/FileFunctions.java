package io.spoor.sql;

/** Table functions that read files: what the literal in their arguments names is the input. */
final class FileFunctions {

  private static final String[] FIRST_ARGUMENT = {
    "READ_CSV",
    "READ_CSV_AUTO",
    "READ_PARQUET",
    "PARQUET_SCAN",
    "READ_JSON",
    "READ_JSON_AUTO",
    "READ_JSON_OBJECTS",
    "READ_NDJSON",
    "READ_NDJSON_AUTO",
    "READ_NDJSON_OBJECTS",
    "READ_TEXT",
    "READ_BLOB",
    "READ_XLSX",
    "ICEBERG_SCAN",
    "DELTA_SCAN",
    "ST_READ",
    "CSVREAD",
    "READ_FILES",
  };

  private static final String[] CLICKHOUSE = {"FILE", "S3", "URL", "HDFS", "GCS", "DELTALAKE"};

  /** Functions that have another database run a query, or read its table. */
  private static final String[] FOREIGN = {
    "DBLINK",
    "OPENQUERY",
    "OPENDATASOURCE",
    "EXTERNAL_QUERY",
    "POSTGRES_QUERY",
    "MYSQL_QUERY",
    "SQLITE_QUERY",
    "POSTGRES_SCAN",
    "MYSQL_SCAN",
    "SQLITE_SCAN",
  };

  private static final String[] CLICKHOUSE_FOREIGN = {
    "REMOTE", "REMOTESECURE", "CLUSTER", "CLUSTERALLREPLICAS", "MYSQL", "POSTGRESQL", "JDBC",
    "ODBC", "MONGODB", "REDIS", "SQLITE", "DICTIONARY", "MERGE", "EXECUTABLE"
  };

  static final String FOREIGN_QUERY = "a table function reads another database";

  private final Scan scan;

  FileFunctions(Scan scan) {
    this.scan = scan;
  }

  /** Adds the files that the call reads; false when the function reads none. */
  boolean read(int name, int open, int close, Scope scope) {
    if (open != name + 1) {
      return false;
    }
    int argument = open + 1;
    if (scan.isWord(name, "OPENROWSET")) {
      if (!scan.is(argument, Keyword.BULK)) {
        scope.add(new Relation(Relation.Kind.UNKNOWN, name, open, false));
        scan.partial(FOREIGN_QUERY);
        return true;
      }
      argument++;
    } else if (isListed(name, FOREIGN)
        || scan.dialect == Dialect.CLICKHOUSE && isListed(name, CLICKHOUSE_FOREIGN)) {
      scope.add(new Relation(Relation.Kind.UNKNOWN, name, open, false));
      scan.partial(FOREIGN_QUERY);
      return true;
    } else if (!isListed(name, FIRST_ARGUMENT)
        && !(scan.dialect == Dialect.CLICKHOUSE && isListed(name, CLICKHOUSE))) {
      return false;
    }
    int from = scope.relations.size();
    if (scan.kind(argument) == Tokens.OPEN) {
      int end = Math.min(close, scan.close(argument));
      for (int i = argument + 1; i < end; i++) {
        if (scan.kind(i) == Tokens.STRING) {
          add(i, scope);
        }
      }
    } else if (scan.kind(argument) == Tokens.STRING) {
      int next = scan.kind(argument + 1);
      if (next == Tokens.COMMA || next == Tokens.CLOSE || next == Tokens.END) {
        add(argument, scope);
      }
    }
    if (scope.relations.size() == from) {
      scope.add(new Relation(Relation.Kind.UNKNOWN, name, open, false));
      scan.partial("the name of a file is not a literal");
    }
    return true;
  }

  /** Trino: {@code TABLE(catalog.system.query(query => '..'))}; whether {@code p} is its name. */
  boolean isForeignQuery(int p) {
    return p > 1
        && scan.kind(p - 1) == Tokens.DOT
        && scan.isWord(p - 2, "SYSTEM")
        && (scan.isWord(p, "QUERY") || scan.isWord(p, "RAW_QUERY"));
  }

  private boolean isListed(int name, String[] list) {
    return isListed(scan.tokens, name, list);
  }

  private static boolean isListed(Tokens tokens, int name, String[] list) {
    for (String word : list) {
      if (tokens.isWord(name, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call of that name may read or write what a literal in it names. */
  static boolean namesFiles(Tokens tokens, int name) {
    return tokens.kind[name] == Tokens.WORD
        && tokens.isParen(name + 1)
        && (isListed(tokens, name, FIRST_ARGUMENT)
            || isListed(tokens, name, CLICKHOUSE)
            || tokens.isWord(name, "OPENROWSET")
            || tokens.isWord(name, "IDENTIFIER"));
  }

  private void add(int token, Scope scope) {
    Relation file = scope.add(new Relation(Relation.Kind.FILE, token, token + 1, false));
    file.name = TableName.file(scan.tokens.unquoted(token));
  }
}
