package io.spoor.cli;

import io.spoor.text.Spelling;
import java.util.Collection;

/** Says what somebody who mistyped a word probably meant. */
final class Nearest {
  private Nearest() {}

  /** The known word most like the given one, or null when none is alike. */
  static String of(String word, Collection<String> known) {
    return Spelling.nearest(word, known);
  }

  /** A sentence's end: {@code "; did you mean 'show'?"}, or empty when nothing is alike. */
  static String hint(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }
}
