package io.spoor.sink;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes events to one destination. One thread at a time sends, in the order of the events; a sink
 * need not be safe for several.
 */
public interface Sink extends Closeable {

  /**
   * Takes one event. Returning means that the destination has it.
   *
   * @param event not null
   * @throws RefusedException when this event will never be taken; it is put aside
   * @throws IOException when the destination cannot be reached or is not ready; the event comes
   *     again. The message is shown to the user: it holds no secret
   */
  void send(SinkEvent event) throws IOException;

  /**
   * Whether sending is about as quick as writing a file. Such a sink is called directly, without a
   * thread and a spool of its own, and keeps by itself what it cannot write yet.
   */
  default boolean local() {
    return false;
  }

  /**
   * Ends the sink; nothing is sent afterwards.
   *
   * @throws IOException when something it kept by itself could not be written
   */
  @Override
  void close() throws IOException;
}
