package io.spoor.sink;

import java.io.IOException;

/** Makes sinks of one kind. Has a public constructor without parameters. */
public interface SinkFactory {

  /** What the setting {@code sink} calls this kind: letters, digits and dashes. */
  String name();

  /**
   * Opens the sink. Called once, on a thread of Spoor's; should not connect yet.
   *
   * @throws IOException when the settings do not suffice; the message is one sentence for the user
   */
  Sink open(SinkContext context) throws IOException;
}
