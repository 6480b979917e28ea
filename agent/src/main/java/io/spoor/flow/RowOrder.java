package io.spoor.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Links rows by the order in which they come, where some may have been left out on the way: the
 * values of an output's column are those of an input's column one after the other. How unlikely
 * that is by chance is counted as Chernoff's bound does it: of {@code n} rows of the input {@code
 * m} or more had the value that was next, which {@code n} times a chance of {@code p} would give in
 * one of 2 to the {@code n D(m/n, p)} cases.
 */
final class RowOrder {

  private static final int FEWEST = 10;

  /** Evidence that a pair of columns needs. */
  private static final double ENOUGH = 25;

  /** Evidence that the order of rows needs not to be one that both sides have for other reasons. */
  private static final double ORDERED = 100;

  private final RowTable input;
  private final RowTable output;
  private final int in;
  private final int out;

  private RowOrder(RowTable input, RowTable output) {
    this.input = input;
    this.output = output;
    in = input.begin();
    out = output.begin();
  }

  /** For each row of the output the one of the input; null when nothing says so. */
  static int[] link(RowTable input, RowTable output) {
    RowOrder order = new RowOrder(input, output);
    return order.in < FEWEST || order.out < FEWEST ? null : order.link();
  }

  private int[] link() {
    List<int[]> pairs = new ArrayList<int[]>();
    double surprise = 0;
    for (int o = 0; o < output.width(); o++) {
      int best = -1;
      double most = ENOUGH;
      for (int i = 0; i < input.width(); i++) {
        double bits = bits(i, o);
        if (bits > most) {
          most = bits;
          best = i;
        }
      }
      if (best >= 0) {
        pairs.add(new int[] {best, o});
        // Numbers that rise are found one after the other in any that rise as well.
        surprise += Math.min(Sequences.surprise(output, o), Sequences.surprise(input, best));
      }
    }
    return surprise < ORDERED ? null : aligned(pairs);
  }

  /** How far from chance it is that a column's values come in the order of the other's. */
  private double bits(int i, int o) {
    double chance = chance(i, o);
    if (chance <= 0 || chance > 0.9) {
      return 0;
    }
    int found = 0;
    int seen = 0;
    int at = 0;
    for (int row = 0; row < out; row++) {
      long value = output.value(row, o);
      if (value == 0) {
        continue;
      }
      while (at < in && input.value(at, i) != value) {
        at++;
      }
      if (at == in) {
        break;
      }
      found++;
      seen = ++at;
    }
    return seen == 0 ? 0 : seen * divergence((double) found / seen, chance);
  }

  private double chance(int i, int o) {
    // Rows behind the first gap are counted, too; few have other values than those before.
    Map<Long, int[]> rows = input.byValue(i);
    double sum = 0;
    for (int row = 0; row < out; row++) {
      int[] same = rows.get(output.value(row, o));
      sum += same == null ? 0 : same.length;
    }
    return sum / input.size() / out;
  }

  /** Of Kullback and Leibler, in bits; 0 when it is no more than chance. */
  private static double divergence(double share, double chance) {
    if (share <= chance) {
      return 0;
    }
    double rest = share >= 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - chance));
    return (share * Math.log(share / chance) + rest) / Math.log(2);
  }

  /** Each row of the output with the next of the input that is the same in all pairs of columns. */
  private int[] aligned(List<int[]> pairs) {
    int[] rows = new int[output.size()];
    Arrays.fill(rows, -1);
    int at = 0;
    for (int row = 0; row < out; row++) {
      int next = at;
      while (next < in && !isSame(next, row, pairs)) {
        next++;
      }
      if (next < in) {
        rows[row] = next;
        at = next + 1;
      }
    }
    return rows;
  }

  private boolean isSame(int from, int to, List<int[]> pairs) {
    for (int[] pair : pairs) {
      if (input.value(from, pair[0]) != output.value(to, pair[1])) {
        return false;
      }
    }
    return true;
  }
}
