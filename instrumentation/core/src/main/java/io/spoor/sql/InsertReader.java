package io.spoor.sql;

/** Reads what stands between INSERT or REPLACE and the rows: the targets and their columns. */
final class InsertReader {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final RelationReader relations;

  InsertReader(Scan scan, Names names, RelationReader relations) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.relations = relations;
  }

  /**
   * Reads from behind the word INSERT on.
   *
   * @return where the rows begin
   */
  int target(int start, Scope scope) {
    int p = start;
    boolean all = false;
    while (isModifier(p)) {
      all |= scan.is(p, Keyword.ALL) || scan.is(p, Keyword.FIRST);
      p = scan.is(p, Keyword.TOP) ? scan.skipBrackets(p + 1) : p + 1;
    }
    if (all || scan.is(p, Keyword.WHEN)) {
      return severalTargets(p, scope);
    }
    if (scan.is(p, Keyword.DIRECTORY)) {
      return directory(p + 1, scope);
    }
    return oneTarget(p, scope);
  }

  private boolean isModifier(int p) {
    Keyword keyword = scan.keyword(p);
    if (keyword == null) {
      return scan.isWord(p, "LOW_PRIORITY")
          || scan.isWord(p, "HIGH_PRIORITY")
          || scan.isWord(p, "DELAYED")
          || scan.isWord(p, "QUICK")
          || isConflictAction(p);
    }
    switch (keyword) {
      case INTO:
      case OVERWRITE:
      case IGNORE:
      case ALL:
      case FIRST:
      case LOCAL:
      case OR:
      case TOP:
        return true;
      case TABLE:
      case ONLY:
        return scan.isName(p + 1) && !scan.is(p + 1, Keyword.SELECT);
      default:
        return isConflictAction(p);
    }
  }

  /** SQLite's INSERT OR REPLACE and the like. */
  private boolean isConflictAction(int p) {
    return scan.is(p - 1, Keyword.OR) && scan.isName(p);
  }

  private int oneTarget(int start, Scope scope) {
    int p = start;
    boolean function = scan.is(p, Keyword.FUNCTION);
    if (function || scan.isWord(p, "IDENTIFIER") && scan.isParen(p + 1)) {
      // ClickHouse: INSERT INTO FUNCTION file('..'); Snowflake: INSERT INTO IDENTIFIER('t')
      int before = scope.relations.size();
      int end = relations.read(function ? p + 1 : p, scope, true);
      while (scope.relations.size() > before) {
        writeTo(scope.relations.remove(before), scope);
      }
      return end;
    }
    if (scan.isParen(p) && scan.beginsQuery(p + 1)) {
      // Oracle: INSERT INTO (SELECT .. FROM t) writes to t
      Relation view = new Relation(Relation.Kind.DERIVED, p, p, true);
      view.query = scan.queue(scope, p + 1, scan.close(p), -1, true);
      writeTo(view, scope);
      return behindName(scan.skipBrackets(p), view);
    }
    int end = names.end(p);
    if (end == p) {
      if (scan.kind(p) == Tokens.PARAM) {
        if (tokens.first(p) != '@') {
          scan.partial("the target is named by a parameter");
        }
        return columns(p + 1);
      }
      scan.partial("the target of INSERT was not found");
      return p;
    }
    Relation target = new Relation(Relation.Kind.NAMED, p, end, true);
    target.name = names.read(p, end);
    writeTo(target, scope);
    return behindName(end, target);
  }

  private void writeTo(Relation target, Scope scope) {
    scan.target(target);
    if (scope.query.into == null) {
      scope.query.into = target;
    }
  }

  private int behindName(int start, Relation target) {
    int p = start;
    if (scan.is(p, Keyword.AS) && scan.isName(p + 1)) {
      target.alias = p + 1;
      p += 2;
    }
    while (true) {
      if (scan.is(p, Keyword.PARTITION)) {
        if (scan.isParen(p + 1)) {
          target.partition = p + 1;
        }
        p = scan.skipBrackets(scan.isParen(p + 1) ? p + 1 : p + 2);
      } else if (scan.is(p, Keyword.IF)) {
        p += 3; // IF NOT EXISTS
      } else if (scan.is(p, Keyword.WITH) && scan.isParen(p + 1)) {
        p = scan.skipBrackets(p + 1); // table hints
      } else if (scan.isParen(p) && !scan.beginsQuery(p + 1)) {
        target.columnList = p;
        p = columns(p);
      } else if (scan.is(p, Keyword.BY) && scan.isWord(p + 1, "NAME")) {
        target.byName = true;
        p += 2;
      } else {
        return p;
      }
    }
  }

  private int columns(int open) {
    if (!scan.isParen(open) || scan.beginsQuery(open + 1)) {
      return open;
    }
    int close = scan.close(open);
    if (scan.targetColumns.isEmpty()) {
      for (int i = open + 1; i < close; i++) {
        boolean last = i + 1 >= close || tokens.kind[i + 1] == Tokens.COMMA;
        if (last && tokens.isName(i)) {
          scan.quotedTargets.set(scan.targetColumns.size(), tokens.kind[i] == Tokens.QUOTED);
          scan.targetColumns.add(tokens.unquoted(i));
        }
      }
    }
    return scan.skipBrackets(open);
  }

  /** Oracle and Snowflake: INSERT ALL [WHEN .. THEN] INTO t .. INTO u .. SELECT .. */
  private int severalTargets(int start, Scope scope) {
    int p = start;
    while (p < scan.to && !scan.is(p, Keyword.SELECT) && !scan.is(p, Keyword.WITH)) {
      if (scan.isParen(p) && scan.beginsQuery(p + 1) && !scan.is(p - 1, Keyword.IN)) {
        return p;
      }
      if (scan.is(p - 1, Keyword.INTO) && scan.isName(p)) {
        p = oneTarget(p, scope);
        if (scan.is(p, Keyword.VALUES) && scan.isParen(p + 1)) {
          scan.targets.get(scan.targets.size() - 1).valueList = p + 1;
          scan.severalTargets = true;
        }
      } else if (scan.is(p, Keyword.WHEN)) {
        scope.begin(Part.FILTER, p, p + 1);
        p++;
      } else if (scan.is(p, Keyword.THEN)) {
        scope.endParts(p);
        p++;
      } else {
        p = scan.kind(p) == Tokens.OPEN ? scan.skipBrackets(p) : p + 1;
      }
    }
    scan.targetColumns.clear();
    scan.severalTargets = true;
    return p;
  }

  /** Hive and Spark: INSERT OVERWRITE [LOCAL] DIRECTORY 'path' .. SELECT .. */
  private int directory(int start, Scope scope) {
    int p = start;
    scan.kind = StatementKind.COPY;
    if (scan.kind(p) == Tokens.STRING) {
      Relation file = new Relation(Relation.Kind.FILE, p, p + 1, true);
      file.name = TableName.file(tokens.unquoted(p));
      writeTo(file, scope);
      p++;
    }
    while (p < scan.to && !scan.beginsQuery(p) && !scan.is(p, Keyword.FROM)) {
      p = scan.kind(p) == Tokens.OPEN ? scan.skipBrackets(p) : p + 1;
    }
    return p;
  }
}
