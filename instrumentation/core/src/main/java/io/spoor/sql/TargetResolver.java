package io.spoor.sql;

/** Finds which relation of UPDATE, DELETE or MERGE is written, and which only read. */
final class TargetResolver {

  /** Above this the text is no statement that a database would take. */
  private static final int MAX_RELATIONS = 500;

  private final Scan scan;
  private final Tokens tokens;

  TargetResolver(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  void resolve(Scope scope) {
    if (scope.relations.size() > MAX_RELATIONS) {
      return;
    }
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation target = scope.relations.get(i);
      if (scope.query.repeatsTarget && target.target && target.kind == Relation.Kind.NAMED) {
        findAgain(target, scope);
      }
    }
    if (scan.dialect.isMySqlFamily() || scan.dialect == Dialect.GENERIC) {
      assignedRelations(scope);
    }
  }

  /** SQL Server, MySQL: the target is named again in FROM, by its alias or its name. */
  private void findAgain(Relation target, Scope scope) {
    Relation byName = null;
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation other = scope.relations.get(i);
      if (other == target || other.target) {
        continue;
      }
      boolean onePart = target.to == target.from + 1;
      if (onePart && other.alias >= 0 && tokens.sameName(target.from, other.alias)) {
        target.name = other.name;
        target.query = other.query;
        target.ignored = other.name == null && other.query == null;
        other.ignored = true;
        return;
      }
      boolean again = other.alias < 0 || scan.dialect == Dialect.SQLSERVER;
      if (byName == null
          && again
          && other.kind == Relation.Kind.NAMED
          && sameTable(target, other)) {
        byName = other;
      }
    }
    if (byName != null) {
      byName.ignored = true;
      if (byName.name.parts().size() > target.name.parts().size()) {
        target.name = byName.name;
      }
    }
  }

  private boolean sameTable(Relation target, Relation other) {
    return target.name.sameAs(other.name)
        || target.to == target.from + 1 && target.name.table().equalsIgnoreCase(other.name.table());
  }

  /** MySQL: UPDATE a JOIN b SET b.x = a.y writes b. */
  private void assignedRelations(Scope scope) {
    Relation first = scope.relations.isEmpty() ? null : scope.relations.get(0);
    if (first == null || !first.target || scope.relations.size() < 2) {
      return;
    }
    boolean firstAssigned = false;
    boolean otherAssigned = false;
    Relation assigned = null;
    for (int i = scope.itemsFrom; i < scope.itemsTo; i++) {
      if (!tokens.isName(i) || tokens.kind[i - 1] == Tokens.DOT) {
        continue;
      }
      Relation owner = byHandle(scope, i);
      boolean begins = i == scope.itemsFrom || tokens.kind[i - 1] == Tokens.COMMA;
      if (!begins || !isAssignment(i)) {
        if (owner != null && owner != assigned) {
          owner.crossed = true;
        }
        continue;
      }
      assigned = owner == null ? first : owner;
      firstAssigned |= assigned == first;
      otherAssigned |= assigned != first;
      if (!assigned.target) {
        assigned.target = true;
        scan.target(assigned);
      }
    }
    if (otherAssigned && !firstAssigned) {
      first.target = false;
      scan.targets.remove(first);
    }
  }

  /** Whether {@code i} begins {@code a = } or {@code t.a = }. */
  private boolean isAssignment(int i) {
    int p = i + 1;
    while (tokens.kind[p] == Tokens.DOT) {
      p += 2;
      if (p > tokens.size) {
        return false;
      }
    }
    return tokens.kind[p] == Tokens.OPERATOR;
  }

  /** The relation that qualifies the column chain at {@code i}, or null for a bare column. */
  private Relation byHandle(Scope scope, int i) {
    if (tokens.kind[i + 1] != Tokens.DOT) {
      return null;
    }
    int last = i;
    while (tokens.kind[last + 1] == Tokens.DOT && tokens.kind[last + 3] == Tokens.DOT) {
      last += 2; // s.t.a is qualified by t
    }
    for (int k = 0; k < scope.relations.size() && k < MAX_RELATIONS; k++) {
      int handle = scope.relations.get(k).handle();
      if (handle >= 0 && tokens.isName(handle) && tokens.sameName(handle, last)) {
        return scope.relations.get(k);
      }
    }
    return null;
  }

  /**
   * Whether values of the other relations can reach the target. An UPDATE whose SET names only
   * parameters, literals and columns of its own table takes nothing from them.
   */
  boolean usesSources(Scope scope) {
    if (scope.itemsTo <= scope.itemsFrom || !hasSetClause(scope) || scan.rowsIntoTable) {
      return true;
    }
    for (int i = scope.itemsFrom; i < scope.itemsTo; i++) {
      if (!tokens.isName(i) || tokens.kind[i - 1] == Tokens.DOT || isSpoken(i)) {
        continue;
      }
      boolean begins = i == scope.itemsFrom || tokens.kind[i - 1] == Tokens.COMMA;
      if (begins && isAssignment(i)) {
        continue;
      }
      Relation owner = byHandle(scope, i);
      if (owner == null || !owner.target || owner.crossed) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSetClause(Scope scope) {
    return tokens.keyword[scope.itemsFrom - 1] == Keyword.SET;
  }

  /** Whether the word is no column: a keyword, a function or a constant. */
  private boolean isSpoken(int i) {
    return tokens.keyword[i] != null
        || tokens.isParen(i + 1)
        || tokens.isWord(i, "NULL")
        || tokens.isWord(i, "TRUE")
        || tokens.isWord(i, "FALSE")
        || tokens.isWord(i, "SYSDATE")
        || tokens.isWord(i, "INTERVAL")
        || tokens.isWord(i, "DATE")
        || tokens.isWord(i, "CURRENT_TIMESTAMP")
        || tokens.isWord(i, "CURRENT_DATE")
        || tokens.isWord(i, "CURRENT_USER")
        || tokens.isWord(i, "SYSTIMESTAMP");
  }
}
