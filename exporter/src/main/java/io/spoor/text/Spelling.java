package io.spoor.text;

import java.util.Collection;
import java.util.Locale;

/** Finds what somebody who mistyped a word probably meant. */
public final class Spelling {

  private Spelling() {}

  /**
   * The known word that is most like a given one, whatever the case of their letters; the first of
   * several that are equally alike.
   *
   * @return null when none is alike
   */
  public static String nearest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      String other = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(lower, other);
      boolean begins = lower.length() >= 2 && other.startsWith(lower);
      if (begins) {
        distance = Math.min(distance, 1);
      }
      boolean alike = distance <= Math.max(1, Math.max(lower.length(), other.length()) / 3);
      if (alike && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours between two words, by the rows of
   * the usual table; only the last three are kept.
   */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] oldest = before;
      before = above;
      above = row;
      row = oldest;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
