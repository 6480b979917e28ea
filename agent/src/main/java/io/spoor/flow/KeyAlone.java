package io.spoor.flow;

/**
 * A link by a key that no other column speaks for, and no order either: it says no more than that
 * values of the output are among those of the input, which may be so of another input, too.
 */
final class KeyAlone {

  /** Of the linked rows so many follow one another where an output has its input's order. */
  private static final double ORDERED = 0.95;

  private KeyAlone() {}

  /** Whether nothing but the key itself speaks for a link. */
  static boolean is(RowSide input, RowLink link, RowTable output) {
    boolean isOne = link.kind() == RowLink.Kind.KEY && link.columns().size() == 1;
    return isOne && !link.columns().get(0).isIdentity() && !isInOrder(input.table(), link, output);
  }

  /** How values of the output are among those of a column, from the first that is linked on. */
  static Containment values(RowSide input, int column, RowLink link, RowTable output) {
    int o = link.columns().get(0).output();
    return new Containment(input.table(), column, linked(link, output), o);
  }

  /** The rows from the first that is linked to the last, as others may be of a union. */
  private static RowTable linked(RowLink link, RowTable output) {
    int first = -1;
    int last = -1;
    for (int row = 0; row < output.size(); row++) {
      first = first < 0 && link.row(row) >= 0 ? row : first;
      last = link.row(row) >= 0 ? row : last;
    }
    int count = last + 1 - first;
    if (count >= Containment.SHARE * output.size()) {
      return output;
    }
    int[] which = new int[count];
    for (int i = 0; i < count; i++) {
      which[i] = first + i;
    }
    return output.some(which);
  }

  /** Whether rows come as in the input, where these are not sorted by the key. */
  private static boolean isInOrder(RowTable input, RowLink link, RowTable output) {
    int column = link.columns().get(0).input();
    int steps = 0;
    int rising = 0;
    int sorted = 0;
    int last = -1;
    for (int row = 0; row < output.size(); row++) {
      int at = link.row(row);
      if (at < 0) {
        continue;
      }
      if (last >= 0) {
        String before = LinkedColumn.textOf(input.object(last, column));
        String text = LinkedColumn.textOf(input.object(at, column));
        steps++;
        rising += at > last ? 1 : 0;
        sorted += before == null || text == null || before.compareTo(text) < 0 ? 1 : 0;
      }
      last = at;
    }
    return rising >= ORDERED * steps && sorted > (1 - ORDERED) * steps && sorted < ORDERED * steps;
  }
}
