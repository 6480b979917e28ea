package io.spoor.cli;

import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence as events list it, each piece with its figures behind it: {@code row match}, {@code by
 * key ID}, {@code agree 63/63}, {@code sql: INSERT}. Evidence of others is taken as it is.
 */
final class EvidenceText {
  private EvidenceText() {}

  /** One line: {@code row match: by key ID, agree 63/63; sql: INSERT}. */
  static String line(List<String> evidence) {
    List<String> pieces = new ArrayList<>();
    for (List<String> piece : pieces(evidence)) {
      String first = piece.get(0);
      String rest = String.join(", ", piece.subList(1, piece.size()));
      String joint = rest.isEmpty() ? "" : first.indexOf(':') < 0 ? ": " : ", ";
      pieces.add(Plain.line(first + joint + rest));
    }
    return String.join("; ", pieces);
  }

  /** Each piece with its figures, which are what follows a word of the ladder and is none. */
  static List<List<String>> pieces(List<String> evidence) {
    List<List<String>> pieces = new ArrayList<>();
    boolean known = false;
    for (String one : evidence) {
      if (Rung.of(one) != null || !known) {
        pieces.add(new ArrayList<>());
        known = Rung.of(one) != null;
      }
      pieces.get(pieces.size() - 1).add(one);
    }
    return pieces;
  }
}
