package jobs.random;

import java.util.ArrayList;
import java.util.List;

/** A column of an output. */
final class Column {

  /** A column of a part's source, or of what that looks up. */
  static final class Place {
    final boolean isLookedUp;
    final int index;

    Place(boolean isLookedUp, int index) {
      this.isLookedUp = isLookedUp;
      this.index = index;
    }

    Source source(Part part) {
      return isLookedUp ? part.lookup : part.source;
    }

    Kind kind(Part part) {
      return source(part).kinds.get(index);
    }

    Object value(Object[] row, Object[] other) {
      return (isLookedUp ? other : row)[index];
    }
  }

  final String name;
  final Change change;
  final int variant;
  Type type;

  /** One for each part; null where the change takes none. */
  final List<Place> first = new ArrayList<>();

  /** One for each part; null unless the change takes two. */
  final List<Place> second = new ArrayList<>();

  Column(String name, Change change, int variant) {
    this.name = name;
    this.change = change;
    this.variant = variant;
  }

  Object value(int part, Object[] row, Object[] other, int count) {
    if (change == Change.COUNTER) {
      return count;
    }
    Place one = first.get(part);
    Place two = second.get(part);
    return change.apply(
        variant,
        one == null ? null : one.value(row, other),
        two == null ? null : two.value(row, other));
  }
}
