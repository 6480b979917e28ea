package io.spoor.sink;

/** A sink with the name that the settings know it by. Immutable. */
public final class NamedSink {

  private final String name;
  private final Sink sink;

  /**
   * @param name as in the setting {@code sink}; also its folder in the spool
   * @param sink not null
   */
  public NamedSink(String name, Sink sink) {
    this.name = name;
    this.sink = sink;
  }

  /** As in the setting {@code sink}. */
  public String name() {
    return name;
  }

  /** The sink. */
  public Sink sink() {
    return sink;
  }
}
