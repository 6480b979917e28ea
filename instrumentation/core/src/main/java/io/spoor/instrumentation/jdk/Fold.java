package io.spoor.instrumentation.jdk;

/** The dataset that a file is a member of. Immutable. */
public final class Fold {

  private final String name;
  private final String reason;

  public Fold(String name, String reason) {
    this.name = name;
    this.reason = reason;
  }

  /** A folder, or a glob that fits all members. */
  public String name() {
    return name;
  }

  /** What the members have in common, for users. */
  public String reason() {
    return reason;
  }
}
