package io.spoor.sink;

import java.io.IOException;

/** The destination will never take this event, whenever it is sent. */
public class RefusedException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what the destination answered, for the user; without secrets
   */
  public RefusedException(String message) {
    super(message);
  }
}
