package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An input column that takes part in an output column, or in an output as a whole. Two that say the
 * same are equal, whatever the evidence.
 */
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
  private final List<String> evidence;
  private final Double confidence;

  /**
   * @param output null when the whole output is concerned
   * @param type DIRECT, INDIRECT, or what the event says; null when it says nothing
   * @param subtype IDENTITY, FILTER ..., or what the event says; null when it says nothing
   * @param masked whether the input's value cannot be read from the output
   * @param evidence strongest first; empty when the event names none
   * @param confidence 0 to 1, or null when the event names none
   */
  ColumnView(
      String input,
      String output,
      String type,
      String subtype,
      boolean masked,
      List<String> evidence,
      Double confidence) {
    this.input = input;
    this.output = output;
    this.type = type;
    this.subtype = subtype;
    this.masked = masked;
    this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
    this.confidence = confidence;
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

  List<String> evidence() {
    return evidence;
  }

  Double confidence() {
    return confidence;
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
