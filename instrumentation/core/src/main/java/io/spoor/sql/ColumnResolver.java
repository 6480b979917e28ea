package io.spoor.sql;

/**
 * Finds what the column chain {@code a}, {@code t.a} or {@code s.t.a.field} means where it stands.
 */
final class ColumnResolver {

  /** How relations without known columns are told from those without the column. */
  private enum Found {
    YES,
    NO,
    SEVERAL
  }

  private final ColumnWork work;
  private final Tokens tokens;

  /** Columns of the select list that may be named; null for none. */
  private ColumnList aliases;

  /** Whether such a name goes before a column of a relation. */
  private boolean aliasesFirst;

  /** The name the value gets that is being read; -1 for none. */
  private int ownName = -1;

  private boolean usesOwnName;

  /** Numbers of the parts of the chain that is being looked at. */
  private int[] parts = new int[8];

  ColumnResolver(ColumnWork work) {
    this.work = work;
    this.tokens = work.tokens;
  }

  /** Lets columns of the select list be named in what is read next. */
  void seeAliases(ColumnList list, boolean first) {
    aliases = list;
    aliasesFirst = first;
  }

  /** Says which name the value gets that is read next; see {@link OutColumn#usesOwnName}. */
  void watch(int name) {
    ownName = name;
    usesOwnName = false;
  }

  boolean usesOwnName() {
    return usesOwnName;
  }

  /** Adds the sources of the chain of the tokens {@code [from, to)}, used in the given way. */
  void chain(Scope scope, int from, int to, int way) {
    if (to == from + 1) {
      int name = work.names.ofToken(from);
      usesOwnName |= name == ownName;
      unqualified(scope, from, name, way);
      return;
    }
    usesOwnName |= work.names.ofToken(to - 1) == ownName;
    number(from, to);
    for (Scope s = scope; s != null; s = outer(s)) {
      for (int i = 0; i < s.relations.size(); i++) {
        Relation relation = s.relations.get(i);
        int column = columnBehind(relation, from, to);
        if (column > 0) {
          qualified(relation, column, to, way);
          return;
        }
      }
    }
    field(scope, from, to, way);
  }

  /** The scope whose relations are also seen; a CTE does not see those of its own statement. */
  static Scope outer(Scope scope) {
    Scope outer = scope.query.parent;
    return outer != null && scope.query.cteIndex >= 0 ? outer.query.parent : outer;
  }

  /** The relation that qualifies the chain, or null. */
  Relation owner(Scope scope, int from, int to) {
    number(from, to);
    for (int i = 0; i < scope.relations.size(); i++) {
      if (columnBehind(scope.relations.get(i), from, to) > 0) {
        return scope.relations.get(i);
      }
    }
    return null;
  }

  private void number(int from, int to) {
    int count = (to - from + 1) / 2;
    if (parts.length < count) {
      parts = new int[count * 2];
    }
    for (int i = 0; i < count; i++) {
      parts[i] = work.names.ofToken(from + 2 * i);
    }
  }

  /** The token of the column in a chain that the relation qualifies; -1 when it does not. */
  private int columnBehind(Relation relation, int from, int to) {
    if (relation.handleName < 0) {
      return -1;
    }
    if (parts[0] == relation.handleName) {
      return from + 2;
    }
    if (relation.tableName < 0) {
      return -1;
    }
    // s.t.a, and t.a where t has an alias, which some products allow
    for (int p = from; p < to - 2; p += 2) {
      if (parts[(p - from) / 2] == relation.tableName
          && (p == from
              || relation.schemaName < 0
              || parts[(p - from) / 2 - 1] == relation.schemaName)) {
        return p + 2;
      }
    }
    return -1;
  }

  private void qualified(Relation relation, int column, int to, int way) {
    int name = work.names.ofToken(column);
    OutColumn known = relation.columns.find(name);
    if (known != null) {
      addPath(known, column, to, way);
      return;
    }
    if (relation.content != null) {
      work.collector.addAll(relation.content, way);
      return;
    }
    int open = relation.columns.openFor(name);
    if (open == 1) {
      addStar(relation.columns.starFor(name), column, to, way);
    } else if (open > 1) {
      work.partial("a column may come from several tables");
    } else if (relation.table != null && relation.table.columns != null) {
      base(relation.table, column, to, way); // written so, whatever the catalogue knows
    } else {
      work.partial("a column was not found in the query that should have it");
    }
  }

  private void unqualified(Scope scope, int token, int name, int way) {
    if (aliasesFirst && alias(scope, name, way, false)) {
      return;
    }
    for (Scope s = scope; s != null; s = outer(s)) {
      Found found = local(s, token, token + 1, name, way, s == scope);
      if (found == Found.YES) {
        return;
      }
      if (found == Found.SEVERAL) {
        work.partial("a column without a qualifier may come from several tables");
        return;
      }
    }
    if (scope.relations.isEmpty() && scope.query.parent == null) {
      return; // a variable, or a word of the product
    }
    if (!work.scan.inBlock) {
      // In a block it is one of its variables.
      work.partial("a column was not found in any table of the statement");
    }
  }

  private boolean alias(Scope scope, int name, int way, boolean guessed) {
    OutColumn column = aliases == null ? null : aliases.find(name);
    if (column == null || guessed && column.usesOwnName) {
      return false;
    }
    work.collector.addAll(column.sources(work), way);
    return true;
  }

  /** Looks among the relations of one scope. */
  private Found local(Scope scope, int token, int to, int name, int way, boolean withAliases) {
    if (scope.mergesColumns && merged(scope, token, to, name, way)) {
      return Found.YES;
    }
    int known = 0;
    int open = 0;
    Relation first = null;
    Relation maybe = null;
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.ignored || relation.columns == null) {
        continue;
      }
      if (relation.columns.find(name) != null) {
        known++;
        first = first == null ? relation : first;
      } else {
        int stars = relation.columns.openFor(name);
        open += stars;
        maybe = stars > 0 ? relation : maybe;
      }
    }
    if (known == 1) {
      addPath(first.columns.find(name), token, to, way);
      return Found.YES;
    }
    if (known > 1) {
      return Found.SEVERAL;
    }
    if (withAliases && alias(scope, name, way, true)) {
      return Found.YES;
    }
    if (open == 1) {
      addStar(maybe.columns.starFor(name), token, to, way);
      return Found.YES;
    }
    if (open == 0 && wholeRow(scope, name, way)) {
      return Found.YES;
    }
    return open == 0 ? Found.NO : Found.SEVERAL;
  }

  /** {@code FROM unnest(x) AS e}: e is the value. */
  private boolean wholeRow(Scope scope, int name, int way) {
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.handleName == name && relation.content != null) {
        work.collector.addAll(relation.content, way);
        return true;
      }
    }
    return false;
  }

  /** A column of USING or NATURAL comes from both sides. */
  private boolean merged(Scope scope, int token, int to, int name, int way) {
    int last = -1;
    int known = 0;
    boolean natural = false;
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      natural |= relation.natural;
      known += relation.columns != null && relation.columns.find(name) != null ? 1 : 0;
      if (uses(relation, name)) {
        last = i;
      }
    }
    if (last < 0 && !(natural && known > 1)) {
      return false;
    }
    boolean listed = last >= 0;
    boolean soleOpen = openBefore(scope, last, name) == 1;
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.columns == null || listed && i > last) {
        continue;
      }
      OutColumn column = relation.columns.find(name);
      if (column != null) {
        add(column, way);
      } else if (relation.columns.openFor(name) == 1
          && listed
          && (uses(relation, name) || known == 0 && soleOpen)) {
        addStar(relation.columns.starFor(name), token, to, way);
      }
    }
    return true;
  }

  /** How many relations that are not joined by the column may have it on the left side. */
  private int openBefore(Scope scope, int last, int name) {
    int open = 0;
    for (int i = 0; i < last; i++) {
      Relation relation = scope.relations.get(i);
      if (relation.columns != null && !uses(relation, name)) {
        open += relation.columns.openFor(name);
      }
    }
    return open;
  }

  private static boolean uses(Relation relation, int name) {
    for (int i = 0; relation.usingNames != null && i < relation.usingNames.length; i++) {
      if (relation.usingNames[i] == name) {
        return true;
      }
    }
    return false;
  }

  /** {@code a.b} where a is no relation: b lies inside column a. */
  private void field(Scope scope, int from, int to, int way) {
    int name = work.names.ofToken(from);
    for (Scope s = scope; s != null; s = outer(s)) {
      if (!hasRowFields() && !isKnown(s, name)) {
        continue;
      }
      Found found = local(s, from, to, name, way, s == scope);
      if (found == Found.YES) {
        return;
      }
      if (found == Found.SEVERAL) {
        break;
      }
    }
    work.partial("the qualifier of a column was not found");
  }

  /**
   * Adds a column that is named by its position.
   *
   * @param qualifier the relation's name, or -1 when there is none
   */
  void position(Scope scope, int qualifier, int token, int way) {
    Relation found = null;
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      boolean named =
          qualifier >= 0 && relation.handleName == work.names.ofToken(qualifier)
              || qualifier < 0 && scope.relations.size() == 1;
      found = named ? relation : found;
    }
    if (found != null && found.table != null) {
      base(found.table, token, token + 1, way);
    } else {
      work.partial("a column is named by its position");
    }
  }

  /** Whether a dot behind a column goes on into its value. */
  private boolean hasRowFields() {
    switch (work.scan.dialect) {
      case BIGQUERY:
      case REDSHIFT:
      case HIVE:
      case SPARK:
      case DATABRICKS:
      case DUCKDB:
      case TRINO:
      case ATHENA:
      case CLICKHOUSE:
        return true;
      default:
        return false;
    }
  }

  private static boolean isKnown(Scope scope, int name) {
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.columns != null && relation.columns.find(name) != null) {
        return true;
      }
    }
    return false;
  }

  private void add(OutColumn column, int way) {
    if (work.spend(1)) {
      work.collector.addAll(column.sources(work), way);
    }
  }

  private void addPath(OutColumn column, int token, int to, int way) {
    if (column.table != null && to > token + 1) {
      base(column.table, token, to, way);
    } else {
      add(column, way);
    }
  }

  private void addStar(OutColumn star, int token, int to, int way) {
    if (star.table == null) {
      return; // a table variable, a table function: no table has the column
    }
    base(star.table, token, to, way);
  }

  /** A field inside a column counts as the column, unless the catalogue lists the path itself. */
  private void base(TableRef table, int token, int to, int way) {
    if (work.spend(1)) {
      work.collector.add(work.base(table, token, to), way);
    }
  }
}
