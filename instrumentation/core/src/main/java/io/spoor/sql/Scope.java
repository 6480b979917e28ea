package io.spoor.sql;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** The set operator in front of it; null for the first branch. */
  Keyword operator;

  /** Whether the set operation matches columns by name rather than by position. */
  boolean byName;

  /** The query in parentheses that is the whole branch; else null. */
  Query body;

  /** What this branch alone writes: Hive's FROM .. INSERT .. INSERT; else null. */
  Relation into;

  /** The columns of the branch; set when columns are read. */
  ColumnList columns;

  /** Whether its relations can be asked for columns. */
  boolean prepared;

  /** The scope of ON CONFLICT DO UPDATE; set when columns are read. */
  Scope upsert;

  /** Whether a join of it is by USING or NATURAL. */
  boolean mergesColumns;

  private int nestedHint;
  private Part[] parts = new Part[6];
  private int[] partFrom = new int[6];
  private int[] partTo = new int[6];
  private int partCount;

  Scope(Query query, int branch) {
    this.query = query;
    this.branch = branch;
  }

  /**
   * Begins a part; the one before ends.
   *
   * @param word where the word stands that begins it
   * @param from the first token of the part itself
   */
  void begin(Part part, int word, int from) {
    endParts(word);
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, partCount * 2);
      partFrom = Arrays.copyOf(partFrom, partCount * 2);
      partTo = Arrays.copyOf(partTo, partCount * 2);
    }
    parts[partCount] = part;
    partFrom[partCount] = from;
    partTo[partCount] = -1;
    partCount++;
  }

  /** Ends the part that is open. */
  void endParts(int to) {
    if (partCount > 0 && partTo[partCount - 1] < 0) {
      partTo[partCount - 1] = Math.max(to, partFrom[partCount - 1]);
    }
  }

  int partCount() {
    return partCount;
  }

  Part part(int i) {
    return parts[i];
  }

  int partFrom(int i) {
    return partFrom[i];
  }

  int partTo(int i) {
    return partTo[i];
  }

  /** The query nested in its expressions that begins at token {@code from}, or null. */
  Query nestedAt(int from) {
    int count = nested.size();
    for (int i = 0; i < count; i++) {
      int at = nestedHint + i < count ? nestedHint + i : nestedHint + i - count;
      if (nested.get(at).from == from) {
        nestedHint = at; // they are asked for in the order of the text, more or less
        return nested.get(at);
      }
    }
    return null;
  }

  /** The index of the first part of that kind, or -1. */
  int find(Part part) {
    for (int i = 0; i < partCount; i++) {
      if (parts[i] == part) {
        return i;
      }
    }
    return -1;
  }

  Relation add(Relation relation) {
    relations.add(relation);
    return relation;
  }
}
