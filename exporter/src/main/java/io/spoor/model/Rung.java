package io.spoor.model;

/** Why a flow is believed: the ladder of evidence, strongest first. */
public enum Rung {
  /** The statement itself says so. */
  SQL("sql"),
  /** A copy call, or the same content. */
  COPY("copy"),
  /** The object that was read is the object that was written. */
  IDENTITY("identity"),
  /** Sampled rows of both sides agree. */
  ROW_MATCH("row match"),
  /** A rule was verified on sampled rows. */
  DERIVATION("derivation"),
  /** The values of one side contain those of the other. */
  CONTAINMENT("containment"),
  /** A library's API says so. */
  LIBRARY("library"),
  /** No other input could have fed the output. */
  EXCLUSIVE("exclusive"),
  /** Several inputs could have fed it: no edge. */
  CANDIDATE("candidate");

  private final String label;

  Rung(String label) {
    this.label = label;
  }

  /** The word that events and people see. */
  public String label() {
    return label;
  }

  /** The rung that a text of evidence begins with, as {@link Evidence#text()} has it; or null. */
  public static Rung of(String text) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon);
    for (Rung rung : values()) {
      if (rung.label.equals(word)) {
        return rung;
      }
    }
    return null;
  }
}
