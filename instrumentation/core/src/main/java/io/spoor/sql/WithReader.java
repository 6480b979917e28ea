package io.spoor.sql;

/** Reads the common table expressions of a WITH clause. */
final class WithReader {

  private final Scan scan;

  WithReader(Scan scan) {
    this.scan = scan;
  }

  /**
   * Reads from the word WITH on.
   *
   * @return behind the last expression, where the main statement begins
   */
  int read(int start, Query query, Scope scope) {
    int p = start + 1;
    if (scan.is(p, Keyword.RECURSIVE)) {
      query.recursive = true;
      p++;
    }
    while (p < scan.to) {
      int next =
          scan.isParen(p) || isExpressionFirst(p) ? expression(p, scope) : named(p, query, scope);
      if (next <= p) {
        return Math.max(p, start + 1);
      }
      p = next;
      if (scan.kind(p) != Tokens.COMMA) {
        return p;
      }
      p++;
    }
    return p;
  }

  /** {@code name [(columns)] AS [NOT MATERIALIZED] (body)} and the clauses behind it. */
  private int named(int start, Query query, Scope scope) {
    if (!scan.isName(start)) {
      return start;
    }
    int p = scan.skipBrackets(start + 1);
    if (scan.is(p, Keyword.AS)) {
      p++;
    } else if (!scan.isParen(p)) {
      // Teradata and Db2 allow no other form; something else begins here.
      return scan.beginsQuery(p) ? p : start;
    }
    while (scan.is(p, Keyword.NOT) || scan.is(p, Keyword.MATERIALIZED)) {
      p++;
    }
    if (scan.kind(p) != Tokens.OPEN) {
      return p;
    }
    int close = scan.close(p);
    Query body = scan.queue(scope, p + 1, close, query.cteCount(), false);
    if (scan.isParen(start + 1)) {
      body.columnList = start + 1;
    }
    query.addCte(start, body);
    return behindBody(Math.min(scan.to, close + 1));
  }

  /** Steps over SEARCH .. and CYCLE .. */
  private int behindBody(int start) {
    int p = start;
    if (scan.isWord(p, "SEARCH") || scan.isWord(p, "CYCLE")) {
      while (!endsClauses(p)) {
        p++;
      }
    }
    return p;
  }

  private boolean endsClauses(int p) {
    Keyword keyword = scan.keyword(p);
    if (p >= scan.to
        || keyword != null && (keyword.beginsQuery() || keyword.beginsChange())
        || scan.kind(p) == Tokens.OPEN) {
      return true;
    }
    // A comma goes on with the column list or with the next expression: name AS (
    return scan.kind(p) == Tokens.COMMA
        && scan.isName(p + 1)
        && (scan.is(p + 2, Keyword.AS) || scan.isParen(p + 2));
  }

  /** ClickHouse: {@code WITH (SELECT 1) AS x} or {@code WITH 1 + 2 AS x}. */
  private boolean isExpressionFirst(int p) {
    if (scan.dialect != Dialect.CLICKHOUSE) {
      return false;
    }
    int after = scan.skipBrackets(p + 1);
    return !(scan.isName(p) && scan.is(after, Keyword.AS) && scan.isParen(after + 1));
  }

  private int expression(int start, Scope scope) {
    int p = start;
    while (p < scan.to
        && scan.kind(p) != Tokens.COMMA
        && !scan.is(p, Keyword.SELECT)
        && !scan.is(p, Keyword.INSERT)) {
      if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
        scope.nested.add(scan.queue(scope, p + 1, scan.close(p), -1, false));
      }
      p = scan.kind(p) == Tokens.OPEN ? scan.skipBrackets(p) : p + 1;
    }
    return p;
  }
}
