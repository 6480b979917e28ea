package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One reason to believe a flow. Immutable. */
public final class Evidence {

  private final Rung rung;
  private final String detail;
  private final List<String> figures;

  /**
   * @param detail the kind of statement, never a data value; null when there is none
   */
  public Evidence(Rung rung, String detail) {
    this(rung, detail, Collections.<String>emptyList());
  }

  /**
   * Evidence with figures.
   *
   * @param detail as above
   * @param figures a word and a figure each, such as {@code agree 63/63}; never a data value
   */
  public Evidence(Rung rung, String detail, List<String> figures) {
    this.rung = rung;
    this.detail = detail;
    this.figures = Values.copy(figures, "figures");
  }

  public Rung rung() {
    return rung;
  }

  /** The detail, or null. */
  public String detail() {
    return detail;
  }

  /** {@code sql}, or {@code sql: INSERT}. */
  public String text() {
    return detail == null ? rung.label() : rung.label() + ": " + detail;
  }

  /** {@link #text()}, and behind it the figures: as events list them. */
  public List<String> texts() {
    if (figures.isEmpty()) {
      return Collections.singletonList(text());
    }
    List<String> texts = new ArrayList<String>(1 + figures.size());
    texts.add(text());
    texts.addAll(figures);
    return texts;
  }
}
