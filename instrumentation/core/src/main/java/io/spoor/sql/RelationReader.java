package io.spoor.sql;

/** Reads one entry of a FROM clause, a join or the target of a statement. */
final class RelationReader {

  /** How many relations of a scope are asked whether a path begins at them. */
  private static final int MAX_ALIASES = 500;

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;

  /** Made when first asked for: few statements call a function in FROM. */
  private FileFunctions files;

  RelationReader(Scan scan, Names names) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
  }

  private FileFunctions files() {
    if (files == null) {
      files = new FileFunctions(scan);
    }
    return files;
  }

  /**
   * Reads the relation at {@code p} with its alias and adds it to the scope.
   *
   * @return behind it; what follows (hints, samples, ON) is left to the caller
   */
  int read(int start, Scope scope, boolean target) {
    int p = skipWordsBefore(start);
    while (scan.kind(p) == Tokens.OPEN && !scan.beginsQuery(p + 1)) {
      p = skipWordsBefore(p + 1); // a join in parentheses: its parts are read as if without
    }
    byte kind = scan.kind(p);
    if (kind == Tokens.OPEN) {
      Relation derived = scope.add(new Relation(Relation.Kind.DERIVED, p, p, target));
      derived.query = scan.queue(scope, p + 1, scan.close(p), -1, false);
      return alias(scan.skipBrackets(p), derived);
    }
    if (kind == Tokens.PARAM) {
      return parameter(p, scope, target);
    }
    if (kind == Tokens.STRING && (tokens.first(p) == '\'' || scan.dialect == Dialect.DUCKDB)) {
      return alias(p + 1, file(scope, p, target));
    }
    if (scan.is(p, Keyword.VALUES) && scan.kind(p + 1) == Tokens.OPEN) {
      return rows(p + 1, scope);
    }
    int end = names.end(p);
    if (end == p) {
      return p;
    }
    Keyword keyword = scan.keyword(p);
    if (keyword == Keyword.SELECT || keyword == Keyword.SET || keyword == Keyword.WHERE) {
      return p; // nothing stands where a name should
    }
    if (scan.isParen(end) && !isHint(end)) {
      return function(p, end, scope, target);
    }
    return named(p, end, scope, target);
  }

  private int skipWordsBefore(int start) {
    int p = start;
    while (true) {
      Keyword keyword = scan.keyword(p);
      boolean word =
          keyword == Keyword.LATERAL && !scan.is(p + 1, Keyword.VIEW)
              || keyword == Keyword.ONLY && (scan.isName(p + 1) || scan.isParen(p + 1))
              || keyword == Keyword.TABLE && isPlainName(p + 1)
              || isChangedRows(p);
      if (word) {
        p++;
      } else if (isStream(p) || scan.dialect == Dialect.DERBY && isNew(p)) {
        p++;
      } else if (scan.is(p, Keyword.INFILE) && scan.kind(p + 1) == Tokens.STRING) {
        p++; // ClickHouse: INSERT INTO t FROM INFILE 'f'
      } else if (scan.isWord(p, "ROWS") && scan.is(p + 1, Keyword.FROM)) {
        p += 2; // PostgreSQL: ROWS FROM (f(), g())
      } else {
        return p;
      }
    }
  }

  /** Databricks: STREAM t, STREAM(t), STREAM read_files(..) */
  private boolean isStream(int p) {
    return scan.dialect == Dialect.DATABRICKS
        && scan.isWord(p, "STREAM")
        && (scan.isParen(p + 1) || isPlainName(p + 1));
  }

  /** Derby: FROM NEW a.b.Table('x') t */
  private boolean isNew(int p) {
    return scan.isWord(p, "NEW") && isPlainName(p + 1) && scan.isParen(names.end(p + 1));
  }

  /** Db2: FROM FINAL TABLE (INSERT ..) */
  private boolean isChangedRows(int p) {
    return scan.is(p + 1, Keyword.TABLE)
        && scan.isParen(p + 2)
        && (scan.isWord(p, "FINAL") || scan.isWord(p, "NEW") || scan.isWord(p, "OLD"));
  }

  private boolean isPlainName(int p) {
    Keyword keyword = scan.keyword(p);
    return scan.isName(p) && (keyword == null || !keyword.endsAlias() && keyword != Keyword.AS);
  }

  private int named(int p, int end, Scope scope, boolean target) {
    if (!target && isPathIntoRow(p, end, scope)) {
      Relation path = scope.add(new Relation(Relation.Kind.FUNCTION, p, end, false));
      return alias(end, path);
    }
    Relation relation = scope.add(new Relation(Relation.Kind.NAMED, p, end, target));
    relation.name = names.read(p, end);
    int after = end;
    if (scan.isOperator(after, '*')) {
      after++; // old PostgreSQL: with all children
    }
    return alias(after, relation);
  }

  /** {@code FROM t, t.items}: an array of the row, no table. */
  private boolean isPathIntoRow(int p, int end, Scope scope) {
    if (end - p < 3 || !scan.dialect.arrayPathsInFrom()) {
      return false;
    }
    for (Scope s = scope; s != null; s = s.query.parent) {
      for (int i = 0; i < s.relations.size() && i < MAX_ALIASES; i++) {
        Relation other = s.relations.get(i);
        int handle = other.handle();
        if (isPrefix(other, p, end)) {
          return true;
        }
        if (handle >= 0 && tokens.isName(handle) && tokens.sameName(handle, p)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code FROM d.t, d.t.items} */
  private boolean isPrefix(Relation other, int p, int end) {
    int length = other.to - other.from;
    if (other.kind != Relation.Kind.NAMED || length < 3 || length >= end - p) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean same =
          tokens.kind[p + i] == tokens.kind[other.from + i]
              && (tokens.kind[p + i] == Tokens.DOT || tokens.sameName(p + i, other.from + i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** SQL Server's old {@code FROM t (NOLOCK)}. */
  private boolean isHint(int open) {
    return scan.dialect == Dialect.SQLSERVER
        && (scan.isWord(open + 1, "NOLOCK")
            || scan.isWord(open + 1, "READUNCOMMITTED")
            || scan.isWord(open + 1, "UPDLOCK")
            || scan.isWord(open + 1, "HOLDLOCK")
            || scan.isWord(open + 1, "ROWLOCK")
            || scan.isWord(open + 1, "TABLOCK")
            || scan.isWord(open + 1, "TABLOCKX")
            || scan.isWord(open + 1, "READPAST"));
  }

  private int function(int p, int open, Scope scope, boolean target) {
    int close = scan.close(open);
    if (scan.is(p, Keyword.TABLE) && scan.beginsQuery(open + 1)) {
      Relation derived = scope.add(new Relation(Relation.Kind.DERIVED, p, p, target));
      derived.query = scan.queue(scope, open + 1, close, -1, false);
      return alias(scan.skipBrackets(open), derived);
    }
    if (scan.isWord(p, "SEMANTIC_VIEW")) {
      int end = names.end(open + 1);
      if (end > open + 1) {
        named(open + 1, end, scope, false);
      }
      return scan.skipBrackets(open);
    }
    if (scan.isWord(p, "IDENTIFIER")) {
      return identifier(p, open, scope, target);
    }
    int before = scope.relations.size();
    if (!files().read(p, open, close, scope)) {
      scope.add(new Relation(Relation.Kind.FUNCTION, p, open, false));
      queries(open + 1, close, scope, false);
    }
    int after = scan.skipBrackets(open);
    if (scan.is(after, Keyword.WITH) && scan.isParen(after + 1) && isRowSet(p)) {
      scope.relations.get(before).columnList = after + 1; // OPENJSON(..) WITH (a INT '$.a')
      after = scan.skipBrackets(after + 1);
    }
    if (scan.is(after, Keyword.WITH) && scan.isWord(after + 1, "ORDINALITY")) {
      after += 2;
      scope.relations.get(scope.relations.size() - 1).numbered = true;
    }
    if (scope.relations.size() == before) {
      return after;
    }
    Relation rows = scope.relations.get(scope.relations.size() - 1);
    return offset(alias(after, rows), rows);
  }

  /** BigQuery: UNNEST(..) WITH OFFSET [AS] n */
  private int offset(int p, Relation rows) {
    if (!scan.is(p, Keyword.WITH) || !scan.is(p + 1, Keyword.OFFSET)) {
      return p;
    }
    rows.offset = p + 1;
    int name = scan.is(p + 2, Keyword.AS) ? p + 3 : p + 2;
    if (isPlainName(name)) {
      rows.offset = name;
      return name + 1;
    }
    return p + 2;
  }

  private boolean isRowSet(int p) {
    return scan.isWord(p, "OPENJSON") || scan.isWord(p, "OPENXML") || scan.isWord(p, "OPENROWSET");
  }

  /** Snowflake's and Databricks' IDENTIFIER('s.t'). */
  private int identifier(int p, int open, Scope scope, boolean target) {
    boolean literal = scan.kind(open + 1) == Tokens.STRING && scan.close(open) == open + 2;
    Relation.Kind kind = literal ? Relation.Kind.NAMED : Relation.Kind.UNKNOWN;
    Relation relation = scope.add(new Relation(kind, open + 1, open + 2, target));
    if (literal) {
      relation.name = Names.ofText(tokens.unquoted(open + 1));
    } else {
      scan.partial("a table is named by an expression");
    }
    return alias(scan.skipBrackets(open), relation);
  }

  /** Queues the queries nested anywhere in {@code [from, end)}, an expression. */
  void queries(int from, int end, Scope scope, boolean condition) {
    for (int i = from; i < end; i++) {
      if (tokens.isParen(i) && scan.beginsQuery(i + 1)) {
        scope.nested.add(scan.queue(scope, i + 1, scan.close(i), -1, condition));
        i = scan.close(i);
      } else if (tokens.isParen(i + 1) && files().isForeignQuery(i)) {
        scan.partial(FileFunctions.FOREIGN_QUERY);
      } else if (scan.is(i, Keyword.TABLE) && isTableArgument(i)) {
        // TABLE(t) or TABLE t, handed to a table function
        int name = tokens.isParen(i + 1) ? i + 2 : i + 1;
        Relation argument = new Relation(Relation.Kind.NAMED, name, names.end(name), false);
        argument.name = names.read(name, argument.to);
        scope.add(argument);
        i = argument.to;
      }
    }
  }

  private boolean isTableArgument(int i) {
    if (scan.isName(i + 1)) {
      return !scan.isParen(names.end(i + 1));
    }
    return scan.isParen(i + 1) && scan.isName(i + 2) && names.end(i + 2) == scan.close(i + 1);
  }

  private int rows(int open, Scope scope) {
    scope.add(new Relation(Relation.Kind.FUNCTION, open, open, false));
    int p = open;
    while (scan.kind(p) == Tokens.OPEN) {
      queries(p + 1, scan.close(p), scope, false);
      p = scan.skipBrackets(p);
      if (scan.kind(p) == Tokens.COMMA && scan.kind(p + 1) == Tokens.OPEN) {
        p++;
      }
    }
    return alias(p, scope.relations.get(scope.relations.size() - 1));
  }

  private int parameter(int p, Scope scope, boolean target) {
    char first = tokens.first(p);
    if (first == '@' && scan.dialect == Dialect.SNOWFLAKE) {
      Relation stage = file(scope, p, target);
      int after = p + 1;
      if (scan.isParen(after)) {
        after = scan.skipBrackets(after);
      }
      return alias(after, stage);
    }
    Relation unknown = scope.add(new Relation(Relation.Kind.UNKNOWN, p, p + 1, target));
    if (first != '@') {
      scan.partial("a table is named by a parameter");
    } else if (!target) {
      scan.partial("rows come from a table variable");
    }
    return alias(p + 1, unknown);
  }

  private Relation file(Scope scope, int p, boolean target) {
    Relation file = scope.add(new Relation(Relation.Kind.FILE, p, p + 1, target));
    file.name = TableName.file(tokens.unquoted(p));
    return file;
  }

  /** Reads {@code [AS] alias [(columns)]} at {@code p}; returns where the columns begin. */
  int alias(int p, Relation relation) {
    int after = p;
    if (scan.is(p, Keyword.AS)) {
      after = p + 1;
      if (scan.isName(p + 1) || scan.kind(p + 1) == Tokens.STRING) {
        relation.alias = p + 1;
        after = p + 2;
      }
    } else {
      Keyword keyword = scan.keyword(p);
      if (scan.isName(p) && (keyword == null || !keyword.endsAlias())) {
        relation.alias = p;
        after = p + 1;
      }
    }
    if (relation.alias < 0) {
      lateAlias(after, relation);
    }
    if (after > p && scan.isParen(after) && !isHint(after) && !scan.beginsQuery(after + 1)) {
      relation.columnList = after;
    }
    return after;
  }

  /** Finds an alias behind samples, hints and time travel, which the caller steps through. */
  private void lateAlias(int start, Relation relation) {
    int p = start;
    while (true) {
      if (scan.is(p, Keyword.TABLESAMPLE) || scan.is(p, Keyword.SAMPLE)) {
        p += scan.isName(p + 1) ? 2 : 1;
      } else if (scan.isWord(p, "REPEATABLE") || scan.isWord(p, "SEED")) {
        p++;
      } else if (scan.is(p, Keyword.WITH) && scan.isParen(p + 1)
          || scan.is(p, Keyword.PARTITION) && scan.isParen(p + 1)) {
        p++;
      } else if (scan.is(p, Keyword.FOR)) {
        p = behindTimeTravel(p + 1);
        break;
      } else {
        break;
      }
      p = scan.skipBrackets(p);
    }
    if (p > start && scan.is(p, Keyword.AS) && scan.isName(p + 1)) {
      relation.alias = p + 1;
    } else if (p > start && isPlainName(p)) {
      relation.alias = p;
    }
  }

  /** FOR SYSTEM_TIME AS OF x, FOR VERSION AS OF y: up to an AS that OF does not follow. */
  private int behindTimeTravel(int start) {
    for (int p = start; p < start + 12 && p < scan.to; p++) {
      Keyword keyword = scan.keyword(p);
      if (keyword == Keyword.AS && !scan.isWord(p + 1, "OF")) {
        return p;
      }
      boolean goesOn =
          keyword == Keyword.ALL || keyword == Keyword.TIMESTAMP || keyword == Keyword.AT;
      if (keyword != null
              && keyword.endsAlias()
              && keyword != Keyword.BETWEEN
              && !goesOn
              && keyword != Keyword.AND
              && keyword != Keyword.FROM
              && keyword != Keyword.TO
          || scan.kind(p) == Tokens.COMMA) {
        return start;
      }
      p = scan.kind(p) == Tokens.OPEN ? Math.max(p, scan.close(p)) : p;
    }
    return start;
  }

  /** Hive: LATERAL VIEW [OUTER] f(x) t AS a, b; reads from behind VIEW on. */
  int lateralView(int start, Scope scope) {
    int p = scan.is(start, Keyword.OUTER) ? start + 1 : start;
    int open = names.end(p);
    Relation rows = scope.add(new Relation(Relation.Kind.FUNCTION, p, open, false));
    if (scan.isParen(open)) {
      queries(open + 1, scan.close(open), scope, false);
      p = scan.skipBrackets(open);
    }
    if (isPlainName(p)) {
      rows.alias = p;
      p++;
    }
    if (scan.is(p, Keyword.AS)) {
      p++;
    }
    rows.columnList = p - 1;
    while (isPlainName(p)) {
      p++;
      if (scan.kind(p) == Tokens.COMMA) {
        p++;
      }
    }
    return p;
  }
}
