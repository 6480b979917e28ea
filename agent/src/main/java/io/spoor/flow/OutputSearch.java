package io.spoor.flow;

import io.spoor.ledger.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for what sampled rows of one output were made of, with as few inputs as will do. What two
 * inputs explain equally well is explained by neither. Not thread-safe.
 */
final class OutputSearch {

  /** Evidence that a further input needs, beside the one that explains most. */
  private static final double FURTHER = 25;

  /** Two inputs are equally good when their evidence differs by less than this share. */
  private static final double TIE = 0.05;

  /** Inputs whose rows are in one output one after the other, at most. */
  private static final int ROUNDS = 5;

  /** Rows that are left, at least, to look for another input. */
  private static final int FEWEST = 5;

  /** Of the rows that would be linked if they came from the inputs found so many may be others. */
  private static final double MISSING = 0.2;

  private static final class Candidate {
    final RowSide input;
    final RowLink link;

    Candidate(RowSide input, RowLink link) {
      this.input = input;
      this.link = link;
    }
  }

  private final List<RowSide> inputs = new ArrayList<RowSide>();
  private final RowSide output;
  private final RowTable table;
  private final List<Candidate> accepted = new ArrayList<Candidate>();
  private final List<Finding> findings = new ArrayList<Finding>();
  private final boolean[] known;
  private final boolean[] linked;
  private boolean isClear = true;

  /**
   * Searches.
   *
   * @param inputs those that cannot be in the output, since they were read later or are the same
   *     dataset, are left aside
   */
  OutputSearch(List<RowSide> inputs, RowSide output, Access target) {
    for (RowSide input : inputs) {
      if (mayFeed(input, target)) {
        this.inputs.add(input);
      }
    }
    this.output = output;
    table = output.table();
    known = new boolean[table.width()];
    linked = new boolean[table.size()];
    int[] rows = unlinked();
    for (int round = 0; round < ROUNDS && rows.length >= FEWEST; round++) {
      int before = rows.length;
      // What is not linked yet may come from elsewhere: a union.
      link(round == 0 ? table : table.some(rows), rows, round == 0);
      rows = foreign();
      if (rows.length == before) {
        break;
      }
    }
    for (SameColumns.Match each : new SameColumns(this.inputs, table, known).matches()) {
      known[each.column.output()] |= each.isWhole;
      findings.add(new Finding(each.input, each.column, null));
    }
  }

  private static boolean mayFeed(RowSide input, Access target) {
    for (Access access : input.accesses()) {
      if (!access.id().equals(target.id()) && access.first() <= target.last()) {
        return true;
      }
    }
    return false;
  }

  /** What was found. */
  List<Finding> findings() {
    return findings;
  }

  /** Whether all columns that vary are explained, and hardly a row comes from elsewhere. */
  boolean isComplete() {
    int foreign = foreign().length;
    boolean all =
        isClear
            && !findings.isEmpty()
            && (foreign <= FEWEST
                || foreign <= MISSING * (table.size() - unlinked().length + foreign));
    for (int o = 0; o < known.length; o++) {
      boolean varies = table.byValue(o).size() > 1;
      all &= known[o] || !varies || output.columns(o).isEmpty();
    }
    return all;
  }

  private int[] unlinked() {
    int[] rest = new int[linked.length];
    int count = 0;
    for (int row = 0; row < linked.length; row++) {
      if (!linked[row]) {
        rest[count++] = row;
      }
    }
    return Arrays.copyOf(rest, count);
  }

  /**
   * Rows that come from none of the inputs found so far. Those that an input may have had, and not
   * kept, are not among them.
   */
  private int[] foreign() {
    int[] foreign = unlinked();
    int count = 0;
    for (int row : foreign) {
      boolean isForeign = true;
      for (Candidate each : accepted) {
        int key = each.link.outputKey();
        long value = key < 0 ? 0 : table.value(row, key);
        isForeign &= each.input.table().keeps(each.link.keyColumn(), value);
      }
      foreign[count] = row;
      count += isForeign ? 1 : 0;
    }
    return Arrays.copyOf(foreign, count);
  }

  /** One round. */
  private void link(RowTable rows, int[] which, boolean isFirst) {
    List<Candidate> candidates = candidates(rows, which);
    boolean[] taken = new boolean[known.length];
    boolean first = isFirst;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      List<ColumnMatch> columns = new ArrayList<ColumnMatch>();
      double bits = 0;
      for (ColumnMatch column : candidate.link.columns()) {
        if (!taken[column.output()]) {
          columns.add(column);
          bits += column.bits();
        }
      }
      if (columns.isEmpty() || !first && bits < FURTHER) {
        continue;
      }
      Candidate rival = rival(candidates, i, columns);
      if (rival != null && !hasIdentity(columns) && hasIdentity(rival.link, columns)) {
        // Of two that are the same by value the other one is it.
        continue;
      }
      for (ColumnMatch column : columns) {
        taken[column.output()] = true;
      }
      if (rival != null) {
        // Nothing decides between the two, so neither is told.
        isClear = false;
        continue;
      }
      for (ColumnMatch column : columns) {
        known[column.output()] = true;
        findings.add(new Finding(candidate.input, column, candidate.link.kind()));
      }
      for (int row = 0; row < which.length; row++) {
        linked[which[row]] |= candidate.link.isLinked(row);
      }
      accepted.add(candidate);
      first = false;
    }
  }

  private List<Candidate> candidates(RowTable rows, int[] which) {
    List<Candidate> candidates = new ArrayList<Candidate>();
    for (RowSide input : inputs) {
      RowLink link = RowMatcher.match(input.table(), rows, window(input, which));
      if (link != null) {
        candidates.add(new Candidate(input, link));
      }
    }
    Collections.sort(
        candidates,
        new Comparator<Candidate>() {
          @Override
          public int compare(Candidate one, Candidate other) {
            return Double.compare(other.link.bits(), one.link.bits());
          }
        });
    return candidates;
  }

  /** For each row of the output which row of the input the thread had read last; null if none. */
  private int[] window(RowSide input, int[] which) {
    if (input.store() == null || output.rows() == null) {
      return null;
    }
    int[] rows = new int[which.length];
    int found = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean isOf = output.rows().sources[which[i]] == input.store();
      rows[i] = isOf ? input.table().rowOf(output.rows().sourceOrdinals[which[i]]) : -1;
      found += rows[i] < 0 ? 0 : 1;
    }
    return found == 0 ? null : rows;
  }

  /** Another input, of other datasets, that explains the same as well. */
  private static Candidate rival(List<Candidate> candidates, int of, List<ColumnMatch> columns) {
    Candidate best = candidates.get(of);
    for (int i = of + 1; i < candidates.size(); i++) {
      Candidate other = candidates.get(i);
      double here = 0;
      double there = 0;
      for (ColumnMatch column : columns) {
        ColumnMatch same = of(other.link, column.output());
        here += column.bits();
        there += same == null ? 0 : same.bits();
      }
      boolean isWindow = best.link.kind() == RowLink.Kind.WINDOW;
      boolean isBetter = isWindow && other.link.kind() != RowLink.Kind.WINDOW;
      isBetter |= hasIdentity(columns) && !hasIdentity(other.link, columns);
      boolean isOther = !other.input.accesses().equals(best.input.accesses());
      if (isOther && !isBetter && there >= here * (1 - TIE)) {
        return other;
      }
    }
    return null;
  }

  private static boolean hasIdentity(List<ColumnMatch> columns) {
    boolean has = false;
    for (ColumnMatch column : columns) {
      has |= column.isIdentity();
    }
    return has;
  }

  private static boolean hasIdentity(RowLink link, List<ColumnMatch> columns) {
    boolean has = false;
    for (ColumnMatch column : columns) {
      ColumnMatch same = of(link, column.output());
      has |= same != null && same.isIdentity();
    }
    return has;
  }

  private static ColumnMatch of(RowLink link, int output) {
    for (ColumnMatch each : link.columns()) {
      if (each.output() == output) {
        return each;
      }
    }
    return null;
  }
}
