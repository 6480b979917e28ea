package io.spoor.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/** An input column that takes part in an output column, or in an output as a whole. */
final class ColumnView implements Comparable<ColumnView> {
  private static final Comparator<ColumnView> ORDER =
      Comparator.comparing(ColumnView::output, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ColumnView::input)
          .thenComparing(ColumnView::isIndirect)
          .thenComparing(ColumnView::word)
          .thenComparing(ColumnView::isMasked);

  private final String input;
  private final String output;
  private final String type;
  private final String subtype;
  private final boolean masked;

  /**
   * @param output null when the whole output is concerned
   * @param type DIRECT, INDIRECT, or what the event says; null when it says nothing
   * @param subtype IDENTITY, FILTER ..., or what the event says; null when it says nothing
   * @param masked whether the input's value cannot be read from the output
   */
  ColumnView(String input, String output, String type, String subtype, boolean masked) {
    this.input = input;
    this.output = output;
    this.type = type;
    this.subtype = subtype;
    this.masked = masked;
  }

  String input() {
    return input;
  }

  /** The output's column, or null. */
  String output() {
    return output;
  }

  String type() {
    return type;
  }

  String subtype() {
    return subtype;
  }

  boolean isMasked() {
    return masked;
  }

  /** Whether the column decides on values or rows without being in them. */
  boolean isIndirect() {
    return "INDIRECT".equals(type);
  }

  /** How it takes part, in one word as people read it: {@code identity}, {@code group by}. */
  String word() {
    String word = subtype == null ? type : subtype;
    return word == null ? "" : Plain.line(word).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public int compareTo(ColumnView other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnView && compareTo((ColumnView) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(input, output, word(), masked);
  }
}
