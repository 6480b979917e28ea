package io.spoor.flow;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the values of an output's column are among those of an input's column, as far as samples
 * let it be judged. A value that was seen on both sides is in both. One that was not seen says
 * something only where its side would have kept it, which is so for low hashes of some columns and
 * for all of what was kept whole. Of the others as many have to be there as the sample has of all
 * values of its column: how many these are is estimated from how many were seen once and twice
 * (Chao, Nonparametric Estimation of the Number of Classes in a Population, 1984). Immutable.
 */
final class Containment {

  /** Different values that are compared, at least: weekdays, months and most codes are fewer. */
  static final int FEWEST = 20;

  /** Evidence that a pair of columns needs, after what trying many costs. */
  private static final double ENOUGH = 60;

  /** Where so many of all values there could be are there, being among them says nothing. */
  private static final double COMMON = 0.25;

  /** Of the values so many have to be there; an output may have one for what is not known. */
  static final double SHARE = 0.95;

  /** So many of the values that a sample should have: fewer mean that some come from elsewhere. */
  private static final double EXPECTED = 0.8;

  /** Of a column so many values have to have been seen, or all that is there may be a guess. */
  private static final double MOST = 0.5;

  /** Values in common from which on an input that cannot be judged may be the one. */
  private static final int SOME = 5;

  private final RowTable input;
  private final RowTable output;
  private final int in;
  private final int out;

  /** Of the input's values those that were seen, by estimate. */
  private final double coverage;

  /** Rows of the input that were not kept. */
  private final long left;

  /** Of the output's values: those seen in the input, and those that surely are not in it. */
  private int present;

  private int absent;

  /** Those of the former that would have been seen in any case. */
  private int judged;

  /** Of the input's values those that the output would have kept, and those that it has. */
  private int back;

  private int backPresent;

  Containment(RowTable input, int in, RowTable output, int out) {
    this.input = input;
    this.in = in;
    this.output = output;
    this.out = out;
    left = input.total() < 0 ? Long.MAX_VALUE : input.total() - input.size();
    coverage = coverage(input.byValue(in), left);
    Set<Long> theirs = input.byValue(in).keySet();
    Set<Long> own = output.byValue(out).keySet();
    for (long value : own) {
      boolean isKept = input.keepsAll(in, value);
      present += theirs.contains(value) ? 1 : 0;
      judged += isKept && theirs.contains(value) ? 1 : 0;
      absent += isKept && !theirs.contains(value) ? 1 : 0;
    }
    for (long value : theirs) {
      boolean isKept = output.keeps(out, value);
      back += isKept ? 1 : 0;
      backPresent += isKept && own.contains(value) ? 1 : 0;
    }
  }

  private static double coverage(Map<Long, int[]> rows, long left) {
    double once = 0;
    double twice = 0;
    for (int[] each : rows.values()) {
      once += each.length == 1 ? 1 : 0;
      twice += each.length == 2 ? 1 : 0;
    }
    double unseen = Math.min(left, once * once / (2 * Math.max(1, twice)));
    return rows.isEmpty() ? 0 : rows.size() / (rows.size() + unseen);
  }

  /** Whether values that the output has cannot have come from here, or too few did. */
  boolean isRuledOut() {
    double tolerated = Math.max(1, (1 - SHARE) * size());
    return absent > Math.max(1, (1 - SHARE) * (judged + absent))
        || size() - present > left + tolerated
        || present < EXPECTED * expected() - 2 * deviation();
  }

  /** How many of the output's values would have been seen in the input if all were there. */
  private double expected() {
    return judged + absent + coverage * (size() - judged - absent);
  }

  private double deviation() {
    return Math.sqrt(coverage * (1 - coverage) * (size() - judged - absent));
  }

  /** Whether it may have been the source, even if too little was kept to tell. */
  boolean isPossible() {
    return present >= SOME && !isRuledOut();
  }

  /** Whether what can be judged shows that the output's values are among the input's. */
  boolean isContained() {
    return !isRuledOut() && (isSeen() || isJudged() || isBack() || isExpected());
  }

  private boolean isJudged() {
    return judged + absent >= FEWEST;
  }

  /**
   * So many were seen as would have been if all were there, and not if some came from elsewhere.
   */
  private boolean isExpected() {
    return coverage >= MOST
        && present >= FEWEST
        && present >= EXPECTED * expected() + 2 * deviation();
  }

  /** Nearly all were seen, so that it does not matter what was not kept. */
  private boolean isSeen() {
    return size() >= FEWEST && present >= SHARE * size();
  }

  /** All that is seen of the input is in the output, as it is if the output has all of it. */
  private boolean isBack() {
    return back >= FEWEST && backPresent >= SHARE * back;
  }

  /** Whether, as far as it can be judged, the output has all values of the input, too. */
  boolean isAll() {
    return isContained() && isBack();
  }

  /** Whether the input surely has values that the output has not. */
  boolean isMore() {
    return back - backPresent > Math.max(1, (1 - SHARE) * back);
  }

  /** Whether each value is in one row of the output, and in several of the input. */
  boolean isGrouped() {
    return isAll()
        && output.filled(out) == size()
        && input.filled(in) > input.byValue(in).size() / SHARE;
  }

  private int size() {
    return output.byValue(out).size();
  }

  /**
   * What speaks for it.
   *
   * @param pairs how many pairs of columns were compared
   * @return null when it may be chance
   */
  ColumnMatch match(int pairs) {
    if (!isContained() || Sequences.isDense(input, in) || Sequences.isDense(output, out)) {
      return null;
    }
    int agreeing = present;
    int compared = size();
    if (!isSeen() && isJudged()) {
      agreeing = judged;
      compared = judged + absent;
    } else if (!isSeen() && isBack()) {
      agreeing = backPresent;
      compared = back;
    }
    double each = bitsOfEach();
    double bits = agreeing * each - Math.log(Math.max(1, pairs)) / Math.log(2);
    double chance = Math.pow(2, -each);
    return bits < ENOUGH || chance > COMMON
        ? null
        : new ColumnMatch(in, out, agreeing, compared, 0, chance, bits);
  }

  /** How rare a value that is on both sides is among all that look like it, on average. */
  private double bitsOfEach() {
    double ofInput = bits(new ValueDomain(texts(input, in), 1 / coverage));
    double whole = (double) output.total() / output.size();
    double ofOutput = bits(new ValueDomain(texts(output, out), Math.max(1, whole)));
    return Math.min(ofInput, ofOutput);
  }

  private double bits(ValueDomain domain) {
    double bits = 0;
    int both = 0;
    for (Map.Entry<Long, int[]> each : output.byValue(out).entrySet()) {
      if (input.byValue(in).containsKey(each.getKey())) {
        both++;
        String text = LinkedColumn.textOf(output.object(each.getValue()[0], out));
        bits -= Math.log(domain.chance(text)) / Math.log(2);
      }
    }
    return both == 0 ? 0 : bits / both;
  }

  private static Set<String> texts(RowTable table, int column) {
    Set<String> texts = new HashSet<String>();
    for (int[] rows : table.byValue(column).values()) {
      String text = LinkedColumn.textOf(table.object(rows[0], column));
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}
