package io.spoor.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the link between two tables of sampled rows that makes most columns agree. How much
 * agreement says is counted in bits, as record linkage does (Fellegi and Sunter, A Theory for
 * Record Linkage, 1969): each row that agrees in a column adds the logarithm of how unlikely that
 * is by chance, given how often the values occur on both sides.
 */
public final class RowMatcher {

  /** Evidence that a column needs, after what trying many pairs of columns costs. */
  private static final double ENOUGH = 20;

  /** The same beside another column that has enough, and where no row disagrees. */
  private static final double BESIDE = 6;

  /** Of the values of a lookup so many have to be in the table that was looked up. */
  private static final double CONTAINED = 0.85;

  /** Linked rows that a column needs. */
  private static final int FEWEST = 5;

  /** Of the linked rows so many have to agree. */
  private static final double SHARE = 0.95;

  /** What it costs to look at all pairs of columns of two inputs, in bits. */
  private static final double TRIES = 8;

  private RowMatcher() {}

  /**
   * The best link.
   *
   * @param window for each row of the output the row of this input that was read before, -1 for
   *     none; null when that is not known
   * @return null when nothing links them
   */
  public static RowLink match(RowTable input, RowTable output, int[] window) {
    if (input.size() == 0 || output.size() == 0) {
      return null;
    }
    RowLink best = null;
    if (window != null) {
      best = link(RowLink.Kind.WINDOW, -1, -1, input, output, window);
    }
    int[] byObject = SameObjects.link(input, output);
    if (byObject != null) {
      best = better(best, link(RowLink.Kind.OBJECT, -1, -1, input, output, byObject));
    }
    for (int i = 0; i < input.width(); i++) {
      for (int o = 0; o < output.width(); o++) {
        if (input.isKey(i) && output.byValue(o).size() >= FEWEST) {
          int[] rows = byKey(input, i, output, o);
          if (rows != null) {
            best = better(best, link(RowLink.Kind.KEY, i, o, input, output, rows));
          }
        }
      }
    }
    int[] byOrder = RowOrder.link(input, output);
    if (byOrder != null) {
      best = better(best, link(RowLink.Kind.ORDER, -1, -1, input, output, byOrder));
    }
    return best;
  }

  /**
   * The best link by way of another input whose rows are linked to the output's already: one of its
   * columns is a key of this input, as in a lookup.
   *
   * @param rows of the other input, for each row of the output
   * @return null when there is none
   */
  static RowLink join(RowTable input, RowTable other, int[] rows, RowTable output) {
    RowLink best = null;
    for (RowLink join : joins(input, other, rows)) {
      int[] joined = new int[rows.length];
      for (int row = 0; row < joined.length; row++) {
        joined[row] = join.row(row);
      }
      best = better(best, link(RowLink.Kind.JOIN, join.keyColumn(), -1, input, output, joined));
    }
    return best;
  }

  /** All ways from another input to this one, whatever they lead to. */
  static List<RowLink> joins(RowTable input, RowTable other, int[] rows) {
    List<RowLink> joins = new ArrayList<RowLink>();
    for (int i = 0; i < input.width(); i++) {
      Map<Long, int[]> keys = input.isKey(i) ? input.byValue(i) : null;
      for (int j = 0; keys != null && j < other.width(); j++) {
        int[] joined = new int[rows.length];
        int linked = 0;
        int all = 0;
        for (int row = 0; row < rows.length; row++) {
          int[] found = rows[row] < 0 ? null : keys.get(other.value(rows[row], j));
          joined[row] = found == null || found.length > 1 ? -1 : found[0];
          linked += joined[row] < 0 ? 0 : 1;
          all += rows[row] < 0 ? 0 : 1;
        }
        if (linked >= FEWEST && linked >= all / 20) {
          List<ColumnMatch> none = new ArrayList<ColumnMatch>();
          joins.add(new RowLink(RowLink.Kind.JOIN, i, joined, none));
        }
      }
    }
    return joins;
  }

  /**
   * Whether two columns of inputs agree in the rows that are linked to the same rows of an output.
   *
   * @return null when they do not, or that may be chance
   */
  static ColumnMatch keys(RowTable one, int j, int[] ones, RowTable other, int k, int[] others) {
    List<long[]> pairs = new ArrayList<long[]>();
    for (int row = 0; row < ones.length; row++) {
      if (ones[row] >= 0 && others[row] >= 0) {
        pairs.add(new long[] {one.value(ones[row], j), other.value(others[row], k)});
      }
    }
    RowTable both = RowTable.of(pairs.toArray(new long[0][]), null, -1);
    int[] rows = new int[pairs.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    ColumnMatch match = compare(both, 0, both, 1, rows, TRIES, false);
    return match == null
        ? null
        : new ColumnMatch(j, k, match.agreeing(), match.linked(), 0, match.chance(), match.bits());
  }

  private static RowLink better(RowLink one, RowLink other) {
    return one == null || other != null && other.bits() > one.bits() ? other : one;
  }

  /** For each row of the output the one row of the input with the same key; null when few have. */
  private static int[] byKey(RowTable input, int i, RowTable output, int o) {
    Map<Long, int[]> keys = input.byValue(i);
    int[] rows = new int[output.size()];
    int linked = 0;
    for (int row = 0; row < rows.length; row++) {
      int[] found = keys.get(output.value(row, o));
      rows[row] = found == null || found.length > 1 ? -1 : found[0];
      linked += rows[row] < 0 ? 0 : 1;
    }
    int smaller = Math.min(input.filled(i), output.byValue(o).size());
    // First rows of long files may have nothing in common: then those say it that were sampled.
    int sampled = Math.min(input.size() - input.begin(), output.size() - output.begin());
    boolean isFew = linked < smaller / 20 && (sampled == 0 || linked < sampled / 2);
    return linked < FEWEST || isFew ? null : rows;
  }

  private static RowLink link(
      RowLink.Kind kind, int keyIn, int keyOut, RowTable input, RowTable output, int[] rows) {
    List<ColumnMatch> columns = new ArrayList<ColumnMatch>();
    double tries = Math.log(Math.max(2, input.width() * output.width())) / Math.log(2);
    boolean corroborated = false;
    boolean isStrong = false;
    ColumnMatch key = null;
    for (int o = 0; o < output.width(); o++) {
      ColumnMatch best = null;
      for (int i = 0; i < input.width(); i++) {
        boolean isKey = i == keyIn && o == keyOut;
        ColumnMatch match = compare(input, i, output, o, rows, tries, isKey);
        if (match != null && isKey) {
          key = match;
        }
        if (match != null && best != null && match.bits() == best.bits()) {
          best = best.or(i);
        }
        if (match != null && (best == null || match.bits() > best.bits())) {
          best = match;
        }
      }
      if (best != null) {
        columns.add(best);
        // Not the key itself, which an output may have twice.
        boolean isOther = best.input() != keyIn && best.output() != keyOut;
        corroborated |= isOther && best.bits() >= ENOUGH;
        isStrong |= best.bits() >= ENOUGH;
      }
    }
    if (kind == RowLink.Kind.KEY
        && !corroborated
        && !standsAlone(key, input, keyIn, output, keyOut, rows)) {
      return null;
    }
    return !isStrong ? null : new RowLink(kind, keyIn, rows, columns);
  }

  /**
   * Whether a key is evidence without any other column: nearly all values of the output are in the
   * input, from the first that is to the last, as far as it was sampled, and they are no numbers
   * that follow one another, which any two tables have.
   */
  private static boolean standsAlone(
      ColumnMatch key, RowTable input, int keyIn, RowTable output, int keyOut, int[] rows) {
    // Of a file that goes on, it is at least as long as what was made of it.
    long total = input.total() > 0 ? input.total() : Math.max(input.size(), output.total());
    double sampled = (double) input.size() / total;
    double expected = sampled * filledBetween(output, keyOut, rows);
    double deviation = Math.sqrt(expected * (1 - sampled));
    return key != null
        && output.byValue(keyOut).size() >= 10
        && key.agreeing() >= 10
        && key.agreeing() >= CONTAINED * expected - 2 * deviation
        && !Sequences.isDense(input, keyIn)
        && !Sequences.isDense(output, keyOut);
  }

  /** Rows with a value from the first that is linked to the last: others may be of a union. */
  private static int filledBetween(RowTable output, int column, int[] rows) {
    int filled = 0;
    int upToLast = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean isLinked = rows[row] >= 0;
      filled += (isLinked || filled > 0) && output.value(row, column) != 0 ? 1 : 0;
      upToLast = isLinked ? filled : upToLast;
    }
    return upToLast;
  }

  private static ColumnMatch compare(
      RowTable input, int i, RowTable output, int o, int[] rows, double tries, boolean isKey) {
    Map<Long, int[]> counts = new HashMap<Long, int[]>();
    int linked = 0;
    int agreeing = 0;
    int failed = 0;
    int same = 0;
    int allowed = (int) ((1 - SHARE) * rows.length) + 1;
    for (int row = 0; row < rows.length && failed <= allowed; row++) {
      if (rows[row] < 0) {
        continue;
      }
      long in = input.value(rows[row], i);
      long out = output.value(row, o);
      if (out == 0 || in == 0) {
        // A value that comes from nowhere: as much against it as another one.
        failed += out != 0 ? 1 : 0;
        continue;
      }
      linked++;
      agreeing += in == out ? 1 : 0;
      failed += in == out ? 0 : 1;
      same += SameObjects.same(input.object(rows[row], i), output.object(row, o)) ? 1 : 0;
      count(counts, in, 0);
      count(counts, out, 1);
    }
    if (linked < FEWEST || agreeing < SHARE * (linked + missing(input, i, output, o, rows))) {
      return null;
    }
    double chance = 0;
    for (int[] each : counts.values()) {
      chance += (double) each[0] * each[1];
    }
    chance /= (double) linked * linked;
    if (chance >= 1) {
      return null;
    }
    double bits = agreeing * -Math.log(chance) / Math.log(2) - tries;
    boolean isEnough = bits >= ENOUGH || isKey || bits >= BESIDE && agreeing == linked;
    return !isEnough
        ? null
        : new ColumnMatch(i, o, agreeing, linked, same, chance, Math.max(0, bits));
  }

  /** Linked rows in which the output has a value and the input none. */
  private static int missing(RowTable input, int i, RowTable output, int o, int[] rows) {
    int missing = 0;
    for (int row = 0; row < rows.length; row++) {
      boolean isMissing =
          rows[row] >= 0 && output.value(row, o) != 0 && input.value(rows[row], i) == 0;
      missing += isMissing ? 1 : 0;
    }
    return missing;
  }

  private static void count(Map<Long, int[]> counts, long value, int side) {
    int[] both = counts.get(value);
    if (both == null) {
      both = new int[2];
      counts.put(value, both);
    }
    both[side]++;
  }
}
