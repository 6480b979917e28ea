package io.spoor.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The inputs that rows of an output may be from, row by row. Not thread-safe. */
final class Candidates {

  private final List<RowSide> inputs;
  private final RowSide output;
  private final Rivals rivals;

  Candidates(List<RowSide> inputs, RowSide output, Rivals rivals) {
    this.inputs = inputs;
    this.output = output;
    this.rivals = rivals;
  }

  /**
   * Those that some rows are linked with, the likeliest first.
   *
   * @param rows some of the output's
   * @param which of the output's rows each of them is
   */
  List<Candidate> of(RowTable rows, int[] which) {
    List<Candidate> candidates = new ArrayList<Candidate>();
    for (RowSide input : inputs) {
      RowLink link = RowMatcher.match(input.table(), rows, window(input, which));
      if (link != null && !isDoubtful(input, link, rows)) {
        Candidate candidate = new Candidate(input, link, which, output.table().size());
        candidate.coverage = Coverage.of(input, link, rows);
        candidates.add(candidate);
      }
    }
    Collections.sort(
        candidates,
        new Comparator<Candidate>() {
          @Override
          public int compare(Candidate one, Candidate other) {
            int order = Long.compare(other.rank(), one.rank());
            return order == 0 ? Double.compare(other.link.bits(), one.link.bits()) : order;
          }
        });
    return candidates;
  }

  /**
   * Whether there is but a key whose values are not all there, as far as they can be judged where
   * it is not quite a key, or are in another input as well. Then sets of values have to tell.
   */
  private boolean isDoubtful(RowSide input, RowLink link, RowTable rows) {
    if (!KeyAlone.is(input, link, rows)) {
      return false;
    }
    int key = link.columns().get(0).input();
    Containment own = KeyAlone.values(input, key, link, rows);
    boolean isUnique = input.table().filled(key) == input.table().byValue(key).size();
    boolean is = own.isRuledOut() || !isUnique && !own.isContained();
    for (RowSide each : inputs) {
      boolean isOther = !each.accesses().equals(input.accesses()) && !rivals.isFed(input, each);
      for (int i = 0; isOther && !is && i < each.table().width(); i++) {
        Containment values = KeyAlone.values(each, i, link, rows);
        boolean isFuller = own.isAll() && values.isMore();
        is = !each.columns(i).isEmpty() && values.isContained() && !isFuller;
      }
    }
    return is;
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
}
