package io.spoor.ledger;

/** A column of a dataset as far as it was seen. Immutable. */
public final class Column {

  private final String name;
  private final String type;

  /**
   * @param type as the driver names it; null when unknown
   */
  public Column(String name, String type) {
    this.name = name;
    this.type = type;
  }

  public String name() {
    return name;
  }

  /** The type, or null when it is not known. */
  public String type() {
    return type;
  }
}
