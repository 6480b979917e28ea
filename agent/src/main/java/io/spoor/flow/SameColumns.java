package io.spoor.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Columns of an output whose objects are those that were read of an input's column, whatever rows
 * they are in now. Not thread-safe.
 */
final class SameColumns {

  /** Of the objects of an output's column so many are those of the input's that is all of it. */
  private static final double WHOLE = 0.95;

  /** A column of an input with the objects that an output's column has, too. */
  static final class Match {
    final RowSide input;
    final ColumnMatch column;
    final boolean isWhole;
    private final Set<Object> objects;

    Match(RowSide input, ColumnMatch column, boolean isWhole, Set<Object> objects) {
      this.input = input;
      this.column = column;
      this.isWhole = isWhole;
      this.objects = objects;
    }
  }

  private final List<Match> matches = new ArrayList<Match>();

  /**
   * Searches.
   *
   * @param known columns of the output that need no explanation
   */
  SameColumns(List<RowSide> inputs, RowTable output, boolean[] known) {
    boolean isShared = false;
    for (RowSide input : inputs) {
      isShared |= input.table().rowsOfObjects().containsValue(SameObjects.SEVERAL);
    }
    for (int o = 0; o < output.width(); o++) {
      Set<Object> objects = known[o] ? Collections.<Object>emptySet() : SameObjects.of(output, o);
      if (objects.size() >= SameObjects.FEWEST) {
        choose(found(inputs, output, o, objects), isShared);
      }
    }
  }

  List<Match> matches() {
    return matches;
  }

  private static List<Match> found(
      List<RowSide> inputs, RowTable output, int o, Set<Object> objects) {
    List<Match> found = new ArrayList<Match>();
    for (RowSide input : inputs) {
      for (int i = 0; i < input.table().width(); i++) {
        Set<Object> both = SameObjects.of(input.table(), i);
        both.retainAll(objects);
        if (both.size() >= SameObjects.FEWEST) {
          int rows = 0;
          int same = 0;
          for (int row = 0; row < output.size(); row++) {
            Object value = output.object(row, o);
            rows += output.value(row, o) == 0 ? 0 : 1;
            same += value != null && both.contains(value) ? 1 : 0;
          }
          ColumnMatch column = new ColumnMatch(i, o, same, rows, both.size(), 0, 0);
          found.add(new Match(input, column, same >= WHOLE * rows, both));
        }
      }
    }
    return found;
  }

  /**
   * Takes those that have their objects for themselves. A driver that has one object for equal
   * values of several tables makes all of them look like sources: there an input has to explain the
   * whole column, and to be the only one that does.
   */
  private void choose(List<Match> found, boolean isShared) {
    for (Match each : found) {
      boolean isIt = each.isWhole || !isShared;
      for (Match other : found) {
        boolean isRival = other != each && (other.isWhole || !each.isWhole || !isShared);
        isIt &= !isRival || Collections.disjoint(each.objects, other.objects);
      }
      if (isIt) {
        matches.add(each);
      }
    }
  }
}
