package io.spoor.ledger;

import io.spoor.model.ColumnFlow;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of two edges that meet in a dataset which was only a stop on the way. */
final class ColumnPaths {

  private ColumnPaths() {}

  /**
   * Column flows from the first edge's input to the second's output.
   *
   * @param most paths wanted: two wide edges can have very many
   * @return empty when the columns of an edge are not known; a copy passes all columns on
   */
  static Collection<ColumnFlow> through(Edge in, Edge out, int most) {
    if (in.columns().isEmpty()) {
      return in.rung() == Rung.COPY ? out.columns() : Collections.<ColumnFlow>emptyList();
    }
    if (out.columns().isEmpty()) {
      return out.rung() == Rung.COPY ? in.columns() : Collections.<ColumnFlow>emptyList();
    }
    List<ColumnFlow> paths = new ArrayList<ColumnFlow>();
    Map<String, List<ColumnFlow>> into = new HashMap<String, List<ColumnFlow>>();
    for (ColumnFlow column : in.columns()) {
      if (column.output() == null) {
        // What decided on the rows on the way decides on those at the end.
        paths.add(column);
      } else {
        List<ColumnFlow> same = into.get(column.output());
        if (same == null) {
          same = new ArrayList<ColumnFlow>(2);
          into.put(column.output(), same);
        }
        same.add(column);
      }
    }
    for (ColumnFlow column : out.columns()) {
      List<ColumnFlow> before = into.get(column.input());
      for (int i = 0; before != null && i < before.size() && paths.size() < most; i++) {
        paths.add(join(before.get(i), column));
      }
    }
    return paths;
  }

  private static ColumnFlow join(ColumnFlow first, ColumnFlow second) {
    Transformation transformation;
    if (!first.transformation().isDirect()) {
      transformation = first.transformation();
    } else if (!second.transformation().isDirect()) {
      transformation = second.transformation();
    } else {
      // Each is more than the one before: identity, transformation, aggregation.
      boolean more = second.transformation().compareTo(first.transformation()) > 0;
      transformation = more ? second.transformation() : first.transformation();
    }
    return new ColumnFlow(
        first.input(), second.output(), transformation, first.isMasking() || second.isMasking());
  }
}
