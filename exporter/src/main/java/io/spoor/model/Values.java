package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the constructors of immutable values share. */
final class Values {

  private Values() {}

  static <T> T require(T value, String what) {
    if (value == null) {
      throw new NullPointerException(what);
    }
    return value;
  }

  /** An unmodifiable copy; neither the list nor an element may be null. */
  static <T> List<T> copy(List<? extends T> list, String what) {
    List<T> copy = new ArrayList<T>(require(list, what));
    for (int i = 0; i < copy.size(); i++) {
      require(copy.get(i), what);
    }
    return Collections.unmodifiableList(copy);
  }
}
