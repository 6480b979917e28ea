package io.spoor.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns what was read into the statement: resolves names and sorts tables into in and out. */
final class Outcome {

  private final Scan scan;
  private final Tokens tokens;
  private final Names names;
  private final SqlCatalog catalog;
  private final List<Relation> inputs = new ArrayList<Relation>();
  private final List<Relation> feeding = new ArrayList<Relation>();

  Outcome(Scan scan, Names names, SqlCatalog catalog) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.names = names;
    this.catalog = catalog;
  }

  SqlStatement statement() {
    boolean ctes = false;
    for (int i = 0; i < scan.queries.size(); i++) {
      ctes |= scan.queries.get(i).cteCount() > 0;
    }
    for (int i = 0; i < scan.queries.size(); i++) {
      Query query = scan.queries.get(i);
      for (int b = 0; b < query.branches.size(); b++) {
        Scope scope = query.branches.get(b);
        if (ctes) {
          resolveCtes(scope);
        }
        if (query.isChange) {
          new TargetResolver(scan).resolve(scope);
        }
        collectInputs(scope);
      }
    }
    collectFeeding();
    List<TableName> outputs = outputs();
    List<TableName> fed = distinct(feeding);
    boolean fedByQuery = scan.feeds && !fed.isEmpty() && !outputs.isEmpty();
    boolean block = scan.inBlock && scan.dialect != Dialect.SQLSERVER;
    if (block && !fedByQuery && writesRows()) {
      scan.partial("inside a block the values may come from its variables");
    }
    return new SqlStatement(
        scan.kind,
        distinct(inputs),
        fed,
        outputs,
        new ArrayList<String>(scan.targetColumns),
        (BitSet) scan.quotedTargets.clone(),
        scan.rowSource && !block,
        fedByQuery,
        scan.partialReason,
        StatementColumns.read(scan, names, catalog),
        scan.session,
        scan.routine);
  }

  private boolean writesRows() {
    return scan.kind == StatementKind.INSERT
        || scan.kind == StatementKind.UPDATE
        || scan.kind == StatementKind.MERGE
        || scan.kind == StatementKind.REPLACE;
  }

  private void resolveCtes(Scope scope) {
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.kind == Relation.Kind.NAMED && relation.to == relation.from + 1) {
        relation.query = Query.findCte(tokens, relation.from, scope, scan.dialect);
      }
    }
  }

  private void collectInputs(Scope scope) {
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (isInput(relation)) {
        inputs.add(relation);
      }
    }
  }

  private boolean isInput(Relation relation) {
    return relation.name != null
        && relation.query == null
        && (!relation.target || relation.crossed || relation.returned)
        && !relation.ignored
        && (scan.limits.systemTables() || !names.isSystem(relation.name));
  }

  /** Walks from the rows that are returned or written back to the tables they can come from. */
  private void collectFeeding() {
    if (!scan.feeds) {
      return;
    }
    List<Query> todo = new ArrayList<Query>();
    for (int i = 0; i < scan.queries.size(); i++) {
      Query query = scan.queries.get(i);
      if (query.parent == null || query.isChange) {
        push(query, todo);
      }
    }
    while (!todo.isEmpty()) {
      Query query = todo.remove(todo.size() - 1);
      for (int b = 0; b < query.branches.size(); b++) {
        feeding(query.branches.get(b), todo);
      }
    }
  }

  private void feeding(Scope scope, List<Query> todo) {
    boolean viaRelations = !scope.query.isChange || new TargetResolver(scan).usesSources(scope);
    for (int i = 0; viaRelations && i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      boolean ownRows =
          relation.returned
              && !relation.crossed
              && !scan.rowsIntoTable
              && scope.query.parent == null;
      if (isInput(relation) && !ownRows) {
        feeding.add(relation);
      } else if (relation.query != null && !relation.target) {
        push(relation.query, todo);
      }
    }
    for (int i = 0; i < scope.nested.size(); i++) {
      if (!scope.nested.get(i).condition) {
        push(scope.nested.get(i), todo);
      }
    }
  }

  private static void push(Query query, List<Query> todo) {
    if (!query.seen) {
      query.seen = true;
      todo.add(query);
    }
  }

  private List<TableName> outputs() {
    List<Relation> written = new ArrayList<Relation>();
    for (int i = 0; i < scan.targets.size(); i++) {
      Relation target = scan.targets.get(i);
      if (target.ignored) {
        continue;
      }
      if (target.query != null) {
        baseTable(target.query, written);
      } else if (target.name != null) {
        written.add(target);
      }
    }
    return distinct(written);
  }

  /** The table that is written when a derived table or CTE is the target: its first one. */
  private void baseTable(Query start, List<Relation> written) {
    Query query = start;
    for (int steps = 0; query != null && steps < 20; steps++) {
      Query next = null;
      if (!query.branches.isEmpty() && !query.branches.get(0).relations.isEmpty()) {
        Relation first = query.branches.get(0).relations.get(0);
        if (first.query != null) {
          next = first.query;
        } else if (first.name != null) {
          written.add(first);
          inputs.remove(first);
          feeding.remove(first);
        }
      }
      query = next;
    }
  }

  /** The names in the order of the text, each once. */
  private static List<TableName> distinct(List<Relation> relations) {
    sort(relations);
    List<TableName> out = new ArrayList<TableName>(relations.size());
    Set<String> seen = new HashSet<String>();
    for (int i = 0; i < relations.size(); i++) {
      TableName name = relations.get(i).name;
      String key = name.isFile() ? name.table() : name.toString().toLowerCase(Locale.ROOT);
      if (seen.add(key)) {
        out.add(name);
      }
    }
    return out;
  }

  private static void sort(List<Relation> relations) {
    Collections.sort(relations, ByPosition.INSTANCE);
  }

  private enum ByPosition implements Comparator<Relation> {
    INSTANCE;

    @Override
    public int compare(Relation a, Relation b) {
      return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
    }
  }
}
