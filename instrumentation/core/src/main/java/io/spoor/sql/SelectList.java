package io.spoor.sql;

/** Reads a select list, or the list of RETURNING, into the columns it makes. */
final class SelectList {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ColumnResolver resolver;
  private final ExpressionReader expressions;
  private final ItemLabel label;

  /** Made with the first star. */
  private Stars stars;

  SelectList(ColumnWork work, ColumnResolver resolver, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.resolver = resolver;
    this.expressions = expressions;
    this.label = new ItemLabel(tokens, scan.dialect);
  }

  Stars stars() {
    if (stars == null) {
      stars = new Stars(work, expressions);
    }
    return stars;
  }

  /** Reads the items of the tokens {@code [start, end)}. */
  ColumnList read(Scope scope, int start, int end) {
    ColumnList out = new ColumnList();
    resolver.seeAliases(seesEarlierItems() ? out : null, false);
    int from = behindModifiers(start, end);
    while (from < end) {
      int to = itemEnd(from, end);
      if (to > from) {
        item(scope, from, to, out);
      }
      from = to + 1;
    }
    resolver.seeAliases(null, false);
    return out;
  }

  /** Whether an item may name one before it. */
  private boolean seesEarlierItems() {
    switch (scan.dialect) {
      case SNOWFLAKE:
      case REDSHIFT:
      case SPARK:
      case DATABRICKS:
      case TERADATA:
      case DUCKDB:
      case CLICKHOUSE:
        return true;
      default:
        return false;
    }
  }

  /** The comma behind the item, or the end. */
  int itemEnd(int from, int end) {
    int p = from;
    while (p < end && tokens.kind[p] != Tokens.COMMA) {
      if (tokens.kind[p] == Tokens.OPEN) {
        p = Math.max(p, scan.close(p)) + 1;
      } else {
        p = beginsType(p) ? behindType(p + 1, end) : p + 1;
      }
    }
    return Math.min(p, end);
  }

  /** {@code STRUCT<a INT64, b STRING>(..)} */
  private boolean beginsType(int p) {
    return tokens.kind[p] == Tokens.WORD
        && tokens.kind[p + 1] == Tokens.OPERATOR
        && tokens.first(p + 1) == '<'
        && (scan.dialect == Dialect.BIGQUERY || scan.dialect.isHiveFamily())
        && (tokens.keyword[p] == Keyword.ARRAY
            || tokens.isWord(p, "STRUCT")
            || tokens.isWord(p, "MAP"));
  }

  private int behindType(int start, int end) {
    int open = 0;
    for (int p = start; p < end; p++) {
      open += tokens.first(p) == '<' ? 1 : tokens.first(p) == '>' ? -1 : 0;
      if (open == 0) {
        return p + 1;
      }
    }
    return start + 1;
  }

  /** Steps over DISTINCT, TOP 10 and the like. */
  private int behindModifiers(int start, int end) {
    int p = start;
    while (p < end) {
      if (tokens.keyword[p] == Keyword.DISTINCT || tokens.keyword[p] == Keyword.ALL) {
        boolean on = tokens.keyword[p + 1] == Keyword.ON && tokens.isParen(p + 2);
        p = on ? scan.close(p + 2) + 1 : p + 1;
      } else if (tokens.keyword[p] == Keyword.TOP && isAmount(p + 1)) {
        p = tokens.isParen(p + 1) ? scan.close(p + 1) + 1 : p + 2;
        p += tokens.isWord(p, "PERCENT") ? 1 : 0;
        p += tokens.keyword[p] == Keyword.WITH && tokens.isWord(p + 1, "TIES") ? 2 : 0;
      } else if (tokens.keyword[p] == Keyword.AS && p + 1 < end) {
        p += 2; // BigQuery: SELECT AS STRUCT
      } else if (isHint(p)) {
        p++;
      } else {
        return p;
      }
    }
    return p;
  }

  private boolean isAmount(int p) {
    return tokens.isParen(p) || tokens.kind[p] == Tokens.NUMBER || tokens.kind[p] == Tokens.PARAM;
  }

  private boolean isHint(int p) {
    return tokens.keyword[p] == Keyword.STRAIGHT_JOIN
        || tokens.isWord(p, "SQL_CALC_FOUND_ROWS")
        || tokens.isWord(p, "SQL_NO_CACHE")
        || tokens.isWord(p, "SQL_BIG_RESULT")
        || tokens.isWord(p, "SQL_SMALL_RESULT")
        || tokens.isWord(p, "DISTINCTROW");
  }

  /** Where the star of {@code *} or {@code t.*} is; -1 when the item is none. */
  private int star(int from, int to) {
    int p = from;
    while (p + 1 < to && tokens.isName(p) && tokens.kind[p + 1] == Tokens.DOT) {
      p += 2;
    }
    boolean is =
        tokens.kind[p] == Tokens.OPERATOR
            && tokens.first(p) == '*'
            && (p == from || tokens.kind[p - 1] == Tokens.DOT);
    return is ? p : -1;
  }

  private void item(Scope scope, int from, int to, ColumnList out) {
    int star = star(from, to);
    if (star >= 0) {
      stars().read(scope, from, star, to, out);
      return;
    }
    label.read(from, to);
    int name = label.token < 0 ? -1 : work.names.ofToken(label.token);
    resolver.watch(name);
    work.collector.begin();
    expressions.value(scope, label.from, label.to);
    Sources sources = work.collector.take();
    if (label.list >= 0) {
      severalNames(label.list, sources, out);
      return;
    }
    OutColumn column =
        name >= 0
            ? OutColumn.named(name, label.token, sources)
            : OutColumn.unnamed(label.from, label.to, sources);
    column.usesOwnName = resolver.usesOwnName();
    out.add(column);
  }

  /** {@code explode(m) AS (k, v)} */
  private void severalNames(int open, Sources sources, ColumnList out) {
    for (int i = open + 1; i < scan.close(open); i++) {
      if (tokens.isName(i) && tokens.kind[i - 1] != Tokens.WORD) {
        out.add(OutColumn.named(work.names.ofToken(i), i, sources));
      }
    }
  }
}
