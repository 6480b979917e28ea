package io.spoor.model;

/** One reason to believe a flow. Immutable. */
public final class Evidence {

  private final Rung rung;
  private final String detail;

  /**
   * @param detail figures or the kind of statement, never a data value; null when there is none
   */
  public Evidence(Rung rung, String detail) {
    this.rung = rung;
    this.detail = detail;
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
}
