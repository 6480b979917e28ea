package io.spoor.sink;

import java.io.IOException;

/**
 * The destination is there and failed over the event, which may or may not be the event's fault.
 */
final class ErrorAnswer extends IOException {

  private static final long serialVersionUID = 1;

  ErrorAnswer(String message) {
    super(message);
  }
}
