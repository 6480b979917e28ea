package io.spoor.flow;

import io.spoor.boot.record.TagCounts;
import io.spoor.boot.weave.TagRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What values do not show and calls in the application do: that a column of an output was made of
 * columns of the row that was open, row by row.
 */
final class Tags {

  private static final int FEWEST = 8;

  /** Of the rows so many have to be made in the same way. */
  private static final double SHARE = 0.9;

  /** In bits: they are the very objects. */
  private static final double SURE = 100;

  private Tags() {}

  /** Of what a column of an output was made; empty when nothing says so. */
  static List<Finding> of(List<RowSide> inputs, RowSide output, int column) {
    TagCounts counts = output.store() == null ? null : output.store().tags();
    TagCounts.Entry entry = counts == null ? null : counts.of(column);
    if (entry == null) {
      return Collections.emptyList();
    }
    int times = counts.times(entry);
    int rows = counts.rows(column);
    if (times < FEWEST || times < SHARE * rows) {
      return Collections.emptyList();
    }
    List<Finding> found = new ArrayList<Finding>();
    for (RowSide input : inputs) {
      for (int i = 0; input.store() == entry.source && i < Long.SIZE; i++) {
        if ((entry.columns >>> i & 1) != 0 && !input.columns(i).isEmpty()) {
          found.add(finding(input, i, column, entry.call, times, rows));
        }
      }
    }
    return found;
  }

  private static Finding finding(RowSide input, int from, int to, int call, int times, int rows) {
    ColumnMatch match = new ColumnMatch(from, to, times, rows, 0, 0, SURE);
    Rule rule =
        new Rule(
            "by tag: " + TagRules.name(call),
            Collections.<LinkedColumn>emptyList(),
            TagRules.isMasking(call),
            times,
            rows,
            0,
            SURE);
    return new Finding(input, match, null, rule, false);
  }
}
