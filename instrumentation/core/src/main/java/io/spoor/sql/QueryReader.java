package io.spoor.sql;

/**
 * Walks the tokens of one level of a query, or of the body of a statement that writes, and fills
 * its scopes. Deeper queries are queued; other parentheses are stepped through.
 */
final class QueryReader {

  /** The part of the statement the walk is in. */
  private enum Clause {
    START,
    ITEMS,
    RELATIONS,
    JOIN_CONDITION,
    ASSIGNMENTS,
    CONDITION,
    ROWS,
    OUTPUT,
    /** GROUP BY, ORDER BY and what else cannot hold relations. */
    TAIL
  }

  /** Relations that several INSERTs may share; else texts that repeat FROM would grow squared. */
  private static final int MAX_SHARED = 100;

  private final Scan scan;
  private final Tokens tokens;
  private final RelationReader relations;
  private final Names names;

  private Query query;
  private Scope scope;
  private Clause clause;
  private int cases;
  private boolean fromFirst;

  /** Whether the walk is behind ON CONFLICT, where a condition is that of an index. */
  private boolean ofConflict;

  QueryReader(Scan scan, Names names, RelationReader relations) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.relations = relations;
    this.names = names;
  }

  /** Reads a query from its WITH or SELECT on. */
  void query(Query what, Scope first, int p) {
    begin(what, first, Clause.START);
    walk(p);
  }

  /** Reads what follows the target of UPDATE, DELETE or MERGE, further relations included. */
  void change(Query what, Scope first, int p) {
    begin(what, first, Clause.RELATIONS);
    walk(p);
  }

  private void begin(Query what, Scope first, Clause at) {
    query = what;
    scope = first;
    clause = at;
    cases = 0;
    fromFirst = false;
    ofConflict = false;
  }

  private void walk(int start) {
    int deep = 0; // tokens before this one lie inside the parentheses of an expression
    int p = start;
    while (p < scan.to) {
      byte kind = tokens.kind[p];
      if (kind == Tokens.OPEN) {
        int close = scan.close(p);
        if (tokens.isParen(p) && scan.beginsQuery(p + 1) && !isInsertedValue(p + 1)) {
          nested(p + 1, close);
          p = close + 1;
        } else {
          deep = Math.max(deep, close);
          p++;
        }
      } else if (p < deep) {
        p++;
      } else if (kind == Tokens.COMMA) {
        p = comma(p);
      } else if (kind == Tokens.WORD && tokens.keyword[p] != null) {
        p = keyword(p, tokens.keyword[p]);
      } else {
        p++;
      }
    }
    endItems(scan.to);
    scope.endParts(scan.to);
  }

  /** MySQL: ON DUPLICATE KEY UPDATE a = coalesce(VALUES(a), 1) */
  private boolean isInsertedValue(int p) {
    return scan.is(p, Keyword.VALUES) && scope.find(Part.UPSERT) >= 0;
  }

  private void nested(int from, int to) {
    boolean condition =
        clause == Clause.CONDITION || clause == Clause.JOIN_CONDITION || clause == Clause.TAIL;
    Query inner = scan.queue(scope, from, to, -1, condition);
    scope.nested.add(inner);
    if (clause == Clause.START) {
      clause = Clause.TAIL; // a query in parentheses is a whole branch
      scope.body = inner;
    }
  }

  private int comma(int p) {
    if (cases > 0 || clause != Clause.RELATIONS && clause != Clause.JOIN_CONDITION) {
      return p + 1;
    }
    clause = Clause.RELATIONS;
    scope.begin(Part.RELATIONS, p, p + 1);
    return relations.read(p + 1, scope, false);
  }

  private int keyword(int p, Keyword keyword) {
    if (cases > 0 && keyword != Keyword.CASE && keyword != Keyword.END) {
      return p + 1;
    }
    switch (keyword) {
      case CASE:
        cases++;
        return p + 1;
      case END:
        cases = Math.max(0, cases - 1);
        return p + 1;
      case WITH:
        return clause == Clause.START ? new WithReader(scan).read(p, query, scope) : p + 1;
      case SELECT:
      case SEL:
        return select(p);
      case FROM:
        return from(p);
      case TABLE:
        return clause == Clause.START && scan.isName(p + 1) ? table(p) : p + 1;
      case VALUES:
        if (clause == Clause.START) {
          scope.add(new Relation(Relation.Kind.FUNCTION, p, p, false));
        }
        if (clause == Clause.START || clause == Clause.RELATIONS || clause == Clause.OUTPUT) {
          scope.begin(Part.ROWS, p, p + 1);
        }
        clause = clause == Clause.START || clause == Clause.RELATIONS ? Clause.ROWS : clause;
        return p + 1;
      case JOIN:
      case STRAIGHT_JOIN:
        return join(p);
      case APPLY:
        return clause == Clause.START || clause == Clause.ITEMS ? p + 1 : join(p);
      case USING:
        return using(p);
      case ON:
        return on(p);
      case PIVOT:
      case UNPIVOT:
        return pivot(p);
      case THEN:
        return then(p);
      case UPDATE:
        return update(p);
      case LATERAL:
        return scan.is(p + 1, Keyword.VIEW) ? relations.lateralView(p + 2, scope) : p + 1;
      case UNION:
      case EXCEPT:
      case INTERSECT:
      case MINUS:
        return setOperation(p);
      case INTO:
        return into(p);
      case INSERT:
        return insert(p);
      case SET:
        return set(p);
      case FOR:
        return forClause(p);
      case RETURNING:
        endItems(p);
        scan.rowSource |= query.parent == null && !scan.inBlock;
        returned();
        clause = Clause.TAIL;
        scope.begin(Part.RETURNING, p, p + 1);
        return p + 1;
      case OUTPUT:
        return output(p);
      case WHERE:
      case HAVING:
      case QUALIFY:
      case PREWHERE:
        endItems(p);
        clause = Clause.CONDITION;
        scope.begin(ofConflict ? Part.OTHER : Part.FILTER, p, p + 1);
        return p + 1;
      case WHEN:
        endItems(p);
        clause = Clause.CONDITION;
        scope.begin(Part.FILTER, p, behindMatched(p + 1));
        return p + 1;
      default:
        return tail(p, keyword);
    }
  }

  private int select(int p) {
    boolean first = clause == Clause.START || clause == Clause.OUTPUT;
    if (!first && !(fromFirst && scope.itemsFrom == 0)) {
      branch(p);
    }
    clause = Clause.ITEMS;
    scope.itemsFrom = p + 1;
    scope.itemsTo = p + 1;
    scope.begin(Part.ITEMS, p, p + 1);
    return p + 1;
  }

  private void branch(int p) {
    endItems(p);
    scope.endParts(p);
    scope = query.newBranch();
    fromFirst = false;
  }

  private void endItems(int p) {
    if (clause == Clause.ITEMS || clause == Clause.ASSIGNMENTS) {
      scope.itemsTo = p;
    }
  }

  private int from(int p) {
    Keyword before = p > 0 ? tokens.keyword[p - 1] : null;
    boolean comparison =
        before == Keyword.DISTINCT
            && p > 1
            && (tokens.keyword[p - 2] == Keyword.IS || tokens.keyword[p - 2] == Keyword.NOT);
    if (comparison || clause == Clause.CONDITION || clause == Clause.TAIL) {
      return p + 1;
    }
    if (clause == Clause.START && scope.itemsFrom == 0) {
      fromFirst = true;
    }
    endItems(p);
    clause = Clause.RELATIONS;
    scope.begin(Part.RELATIONS, p, p + 1);
    return relations.read(p + 1, scope, false);
  }

  private int table(int p) {
    clause = Clause.TAIL;
    return relations.read(p + 1, scope, false);
  }

  private int join(int p) {
    if (clause == Clause.START || clause == Clause.ITEMS) {
      if (clause == Clause.ITEMS || scope.nested.isEmpty()) {
        return p + 1;
      }
    }
    if (scan.is(p - 1, Keyword.ARRAY)) {
      clause = Clause.TAIL; // ClickHouse: unfolds arrays of the row
      scope.begin(Part.OTHER, p, p + 1);
      return p + 1;
    }
    clause = Clause.RELATIONS;
    int first = p;
    while (scan.keyword(first - 1) != null && isJoinWord(scan.keyword(first - 1))) {
      first--;
    }
    scope.begin(Part.RELATIONS, first, p + 1);
    int before = scope.relations.size();
    int next = relations.read(p + 1, scope, false);
    if (scan.is(first, Keyword.NATURAL) && scope.relations.size() > before) {
      scope.relations.get(before).natural = true;
      scope.mergesColumns = true;
    }
    return next;
  }

  private static boolean isJoinWord(Keyword keyword) {
    switch (keyword) {
      case NATURAL:
      case INNER:
      case LEFT:
      case RIGHT:
      case FULL:
      case OUTER:
      case CROSS:
      case SEMI:
      case ANTI:
      case ANY:
      case ALL:
      case GLOBAL:
      case ASOF:
      case POSITIONAL:
        return true;
      default:
        return false;
    }
  }

  private int on(int p) {
    Keyword next = scan.keyword(p + 1);
    if (next == Keyword.CONFLICT || next == Keyword.DUPLICATE) {
      clause = Clause.ROWS;
      ofConflict = true;
      scope.begin(Part.OTHER, p, p + 1);
    } else if (clause == Clause.RELATIONS) {
      clause = Clause.JOIN_CONDITION;
      scope.begin(Part.JOIN, p, p + 1);
    }
    return p + 1;
  }

  /** THEN of a branch of MERGE; what follows are values, no condition. */
  private int then(int p) {
    if (query.isChange && clause == Clause.CONDITION) {
      clause = Clause.ROWS;
      scope.begin(Part.OTHER, p, p + 1);
    }
    return p + 1;
  }

  private int update(int p) {
    if (query.isChange && clause == Clause.ROWS && scan.is(p - 1, Keyword.KEY)) {
      scope.begin(Part.UPSERT, p, p + 1); // ON DUPLICATE KEY UPDATE
    }
    return p + 1;
  }

  private int behindMatched(int start) {
    int p = scan.is(start, Keyword.NOT) ? start + 1 : start;
    if (!scan.isWord(p, "MATCHED")) {
      return start;
    }
    return scan.is(p + 1, Keyword.BY) ? p + 3 : p + 1; // BY SOURCE, BY TARGET
  }

  /** Turns the rows or columns of the last relation, which may get another alias by it. */
  private int pivot(int p) {
    boolean applies = clause == Clause.RELATIONS || clause == Clause.JOIN_CONDITION;
    int open = p + 1;
    while (scan.isWord(open, "INCLUDE")
        || scan.isWord(open, "EXCLUDE")
        || scan.isWord(open, "NULLS")) {
      open++;
    }
    if (!applies || !scan.isParen(open) || scope.relations.isEmpty()) {
      return p + 1;
    }
    Relation relation = scope.relations.get(scope.relations.size() - 1);
    relations.queries(open + 1, scan.close(open), scope, true);
    relation.pivot = p;
    return relations.alias(scan.skipBrackets(open), relation);
  }

  private int tail(int p, Keyword keyword) {
    boolean inList = clause == Clause.ITEMS || clause == Clause.ASSIGNMENTS;
    if (keyword.endsFrom() && !inList) {
      clause = Clause.TAIL;
    }
    boolean by = scan.is(p + 1, Keyword.BY);
    switch (keyword) {
      case GROUP:
      case ORDER:
      case SORT:
      case CLUSTER:
      case DISTRIBUTE:
        if (by) {
          endItems(p);
          clause = Clause.TAIL;
          scope.begin(keyword == Keyword.GROUP ? Part.GROUP : Part.SORT, p, p + 2);
        }
        break;
      case CONNECT:
      case START:
        if (by || scan.is(p + 1, Keyword.WITH)) {
          scope.begin(Part.FILTER, p, p + 2);
        }
        break;
      case WINDOW:
        scope.begin(Part.WINDOWS, p, p + 1);
        break;
      case LIMIT:
      case OFFSET:
      case FETCH:
      case OPTION:
      case SETTINGS:
      case FORMAT:
        if (!inList) {
          scope.begin(Part.OTHER, p, p + 1);
        }
        break;
      default:
    }
    return p + 1;
  }

  /** The source of MERGE and DELETE; in a join a list of columns. */
  private int using(int p) {
    boolean source = query.isChange && clause == Clause.RELATIONS && !isColumnList(p + 1);
    if (source) {
      return relations.read(p + 1, scope, false);
    }
    boolean joins = clause == Clause.RELATIONS || clause == Clause.JOIN_CONDITION;
    if (joins && scan.isParen(p + 1) && !scope.relations.isEmpty()) {
      scope.relations.get(scope.relations.size() - 1).using = p + 1;
      scope.mergesColumns = true;
    }
    return p + 1;
  }

  private boolean isColumnList(int p) {
    if (!scan.isParen(p) || scan.beginsQuery(p + 1)) {
      return false;
    }
    return scope.relations.size() > 1;
  }

  private int setOperation(int p) {
    int next = p + 1;
    while (scan.is(next, Keyword.ALL)
        || scan.is(next, Keyword.DISTINCT)
        || scan.is(next, Keyword.BY)
        || scan.isWord(next, "NAME")
        || scan.isWord(next, "CORRESPONDING")) {
      next++;
    }
    Keyword keyword = scan.keyword(next);
    boolean operand =
        scan.isParen(next) && scan.beginsQuery(next + 1)
            || keyword != null && keyword.beginsQuery()
            || keyword == Keyword.FROM
            || keyword == Keyword.TABLE;
    if (!operand) {
      return p + 1; // * EXCEPT (a), or a name
    }
    branch(p);
    clause = Clause.START;
    scope.operator = tokens.keyword[p];
    scope.byName = next > p + 1 && !scan.is(next - 1, Keyword.ALL) && hasName(p + 1, next);
    return next;
  }

  private boolean hasName(int from, int to) {
    for (int i = from; i < to; i++) {
      if (scan.isWord(i, "NAME") || scan.isWord(i, "CORRESPONDING")) {
        return true;
      }
    }
    return false;
  }

  private int into(int p) {
    boolean fromOutput = clause == Clause.OUTPUT;
    if (clause == Clause.ITEMS) {
      endItems(p);
      scope.begin(Part.OTHER, p, p + 1);
      clause = Clause.START; // FROM may follow
    } else if (!fromOutput) {
      return new IntoReader(scan, names).atEnd(p, query);
    }
    return new IntoReader(scan, names).read(p, query, fromOutput);
  }

  /** Hive: FROM source INSERT .. SELECT .. INSERT .. SELECT .. */
  private int insert(int p) {
    if (query.isChange && clause == Clause.ROWS) {
      scope.begin(Part.MERGE_INSERT, p, p + 1);
    }
    if (!fromFirst) {
      return p + 1;
    }
    scan.kind = StatementKind.INSERT;
    scan.rowSource = false;
    int targets = scan.targets.size();
    int next = new InsertReader(scan, names, relations).target(p + 1, scope);
    Scope source = scope;
    if (scope.itemsFrom > 0) {
      branch(p);
      if (source.relations.size() <= MAX_SHARED) {
        scope.relations.addAll(source.relations);
      } else {
        scan.partial("a source of several INSERTs holds more relations than the limit");
      }
    }
    if (scan.targets.size() > targets) {
      scope.into = scan.targets.get(targets);
    }
    fromFirst = true;
    clause = Clause.RELATIONS;
    return next;
  }

  private int set(int p) {
    if (clause == Clause.RELATIONS || clause == Clause.JOIN_CONDITION) {
      clause = Clause.ASSIGNMENTS;
      scope.itemsFrom = p + 1;
      scope.itemsTo = p + 1;
      scope.begin(Part.SET, p, p + 1);
    } else if ((clause == Clause.ROWS || ofConflict) && scan.is(p - 1, Keyword.UPDATE)) {
      clause = Clause.ROWS;
      boolean upsert = scan.is(p - 2, Keyword.DO);
      ofConflict = false;
      scope.begin(upsert ? Part.UPSERT : Part.MERGE_SET, p, p + 1);
    }
    return p + 1;
  }

  private int forClause(int p) {
    Keyword before = scan.keyword(p - 1);
    if (before == Keyword.INDEX || before == Keyword.KEY) {
      return p + 2; // MySQL: USE INDEX FOR JOIN (..)
    }
    Keyword after = scan.keyword(p + 1);
    boolean versions =
        after == Keyword.SYSTEM_TIME
            || after == Keyword.SYSTEM_VERSION
            || after == Keyword.TIMESTAMP
            || after == Keyword.VERSION;
    if (versions) {
      // The words of the time range must not be taken for clauses.
      int next = p + 2;
      while (next < scan.to
          && (scan.is(next, Keyword.FROM)
              || scan.is(next, Keyword.AS)
              || scan.is(next, Keyword.BETWEEN)
              || scan.isWord(next, "OF"))) {
        next++;
      }
      return next;
    }
    if (clause == Clause.ITEMS) {
      return p + 1;
    }
    endItems(p);
    clause = Clause.TAIL;
    scope.begin(Part.OTHER, p, p + 1);
    return p + 1;
  }

  /** The rows of an UPDATE or DELETE go on, as if they had been selected. */
  private void returned() {
    for (int i = 0; i < scope.relations.size() && query.repeatsTarget; i++) {
      Relation relation = scope.relations.get(i);
      relation.returned |= relation.target;
    }
  }

  private int output(int p) {
    if (scan.dialect != Dialect.SQLSERVER && scan.dialect != Dialect.GENERIC || !query.isChange) {
      return p + 1;
    }
    endItems(p);
    clause = Clause.OUTPUT;
    scope.begin(Part.RETURNING, p, p + 1);
    scan.rowSource |= query.parent == null;
    returned();
    return p + 1;
  }
}
