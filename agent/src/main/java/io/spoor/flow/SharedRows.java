package io.spoor.flow;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What inputs have in common: two may be states of the same table, or copies of one another. Each
 * pair is compared once. Not thread-safe.
 */
final class SharedRows {

  private final Map<RowSide, Map<RowSide, RowLink>> links =
      new IdentityHashMap<RowSide, Map<RowSide, RowLink>>();

  /** How rows of one input are rows of another one, which is the link's output; null if not. */
  RowLink link(RowSide one, RowSide other) {
    Map<RowSide, RowLink> known = links.get(one);
    if (known == null) {
      known = new IdentityHashMap<RowSide, RowLink>();
      links.put(one, known);
    }
    if (!known.containsKey(other)) {
      RowLink link = RowMatcher.match(one.table(), other.table(), null);
      known.put(other, link != null && isSame(link, one, other) ? link : null);
    }
    return known.get(other);
  }

  /** A column alone may be a reference to the other one's rows. */
  private static boolean isSame(RowLink link, RowSide one, RowSide other) {
    ColumnMatch first = link.columns().get(0);
    return link.columns().size() > 1
        || one.table().isKey(first.input()) && other.table().isKey(first.output());
  }
}
