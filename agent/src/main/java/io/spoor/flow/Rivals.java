package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.List;

/** Which of several inputs with the same values an output comes from. Not thread-safe. */
final class Rivals {

  private static final int FEWEST = OutputSearch.FEWEST;

  /** Two inputs are equally good when their evidence differs by less than this share. */
  static final double TIE = 0.05;

  /** So much larger a share of rows with the very objects of an input is no accident. */
  static final double CLEAR = 0.2;

  /** Of the rows that two inputs share so many differ when one is another state of the other. */
  private static final double STATE = 0.05;

  /** A row that may be there and not have been kept. */
  private static final int UNKNOWN = -2;

  private final SharedRows shared;
  private final List<Flow> before;

  /**
   * @param shared what inputs have in common
   * @param before what was found of outputs that were written before
   */
  Rivals(SharedRows shared, List<Flow> before) {
    this.shared = shared;
    this.before = before;
  }

  /** Another input, of other datasets, that explains the same as well. */
  Candidate rival(List<Candidate> candidates, int of, List<ColumnMatch> columns) {
    Candidate best = candidates.get(of);
    for (int i = of + 1; i < candidates.size(); i++) {
      Candidate other = candidates.get(i);
      double here = 0;
      double there = 0;
      boolean all = true;
      for (ColumnMatch column : columns) {
        ColumnMatch same = Candidate.of(other.link, column.output());
        here += column.bits();
        there += same == null ? 0 : same.bits();
        all &= same != null;
      }
      // Of one input more rows may have been kept than of another.
      boolean isAsGood = there >= here * (1 - TIE);
      isAsGood |= all && there >= Candidate.STRONG && other.rank() >= best.rank();
      boolean isWindow = best.link.kind() == RowLink.Kind.WINDOW;
      boolean isBetter = isWindow && other.link.kind() != RowLink.Kind.WINDOW;
      isBetter |= Candidate.identity(columns) > Candidate.identity(other.link, columns) + CLEAR;
      isBetter |= isOtherState(best, other, columns) && !isOtherState(other, best, columns);
      isBetter |= isFed(best.input, other.input);
      boolean isOther = !other.input.accesses().equals(best.input.accesses());
      boolean isFuller = best.rank() > other.rank() && other.rank() >= 0;
      if (isOther && !isBetter && !isFuller && isAsGood && best.isOfSameRows(other)) {
        return other;
      }
    }
    return null;
  }

  /** Whether one was made of the other in this run. */
  boolean isFed(RowSide one, RowSide other) {
    for (Flow flow : before) {
      boolean isInto = false;
      boolean isFrom = false;
      for (Access access : one.accesses()) {
        isInto |= access.id().equals(flow.output());
      }
      for (Access access : other.accesses()) {
        isFrom |= access.id().equals(flow.input());
      }
      if (isInto && isFrom) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an input has rows of another one as they were, or as they became: rows that led to the
   * output are there with the same key and other values, or should be there and are not.
   */
  private boolean isOtherState(Candidate best, Candidate other, List<ColumnMatch> columns) {
    RowTable here = best.input.table();
    RowTable there = other.input.table();
    List<int[]> pairs = new ArrayList<int[]>();
    for (ColumnMatch column : columns) {
      ColumnMatch its = Candidate.of(other.link, column.output());
      ColumnMatch own = Candidate.of(best.link, column.output());
      if (its != null && own != null) {
        pairs.add(new int[] {own.input(), its.input()});
      }
    }
    RowLink both = pairs.isEmpty() ? null : shared.link(best.input, other.input);
    if (both == null) {
      return false;
    }
    int same = 0;
    int different = 0;
    for (int row : best.rows) {
      int found = row < 0 ? -1 : counterpart(here, row, there, both);
      if (row < 0 || found == UNKNOWN) {
        continue;
      }
      boolean isSame = found >= 0;
      for (int[] pair : pairs) {
        isSame = isSame && here.value(row, pair[0]) == there.value(found, pair[1]);
      }
      same += isSame ? 1 : 0;
      different += isSame ? 0 : 1;
    }
    return different >= FEWEST && different >= STATE * (same + different);
  }

  /**
   * The row of another input that a row is the same as, by any column that they share; {@link
   * #UNKNOWN} when it may not have been kept, -1 when it is not there.
   */
  private static int counterpart(RowTable here, int row, RowTable there, RowLink both) {
    int found = UNKNOWN;
    for (ColumnMatch each : both.columns()) {
      // The link is from one input to the other: its output is the other input.
      long value = here.value(row, each.input());
      if (value == 0 || !there.isKey(each.output())) {
        continue;
      }
      int[] rows = there.byValue(each.output()).get(value);
      if (rows != null && rows.length == 1) {
        return rows[0];
      }
      if (rows == null && there.keeps(each.output(), value)) {
        found = -1;
      }
    }
    return found;
  }
}
