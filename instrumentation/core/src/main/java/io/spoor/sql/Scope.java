package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * One SELECT core, or the body of one statement that writes: the relations its columns can come
 * from, and the token range of its items.
 */
final class Scope {

  /** The query this is a branch of. */
  final Query query;

  /** Which branch of the set operation, from 0. */
  final int branch;

  final List<Relation> relations = new ArrayList<Relation>(4);

  /** Queries nested in its items, conditions and function arguments. */
  final List<Query> nested = new ArrayList<Query>(2);

  /** Token range of the select list or the SET clause; empty when there is none. */
  int itemsFrom;

  int itemsTo;

  Scope(Query query, int branch) {
    this.query = query;
    this.branch = branch;
  }

  Relation add(Relation relation) {
    relations.add(relation);
    return relation;
  }
}
