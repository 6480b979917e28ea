package io.spoor.tests;

import java.util.Locale;

/** How many edges were found, how many should have been. */
final class Score {

  private int right;
  private int wrong;
  private int missed;

  void right() {
    right++;
  }

  void wrong() {
    wrong++;
  }

  void missed() {
    missed++;
  }

  boolean isEmpty() {
    return right + wrong + missed == 0;
  }

  double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 1 : (double) right / (right + missed);
  }

  /** {@code 12/15 +1}: found of those that are there, and how many that are not. */
  String cell() {
    return isEmpty() ? "" : right + "/" + (right + missed) + (wrong == 0 ? "" : " +" + wrong);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "precision %.3f recall %.3f (%d right, %d wrong, %d missed)",
        precision(),
        recall(),
        right,
        wrong,
        missed);
  }
}
