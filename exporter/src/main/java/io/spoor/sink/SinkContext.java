package io.spoor.sink;

import io.spoor.log.Log;
import java.io.File;

/** What a sink may know of the run it serves. Any thread. */
public interface SinkContext {

  /**
   * A setting, for example {@code sink.http.url}. A sink's settings begin with {@code sink.} and
   * its name.
   *
   * @return null when it is not set
   */
  String setting(String key);

  /** A variable of the environment; null when it is not set. */
  String environment(String name);

  /** Spoor's home folder; null when there is none. */
  File home();

  /** Where sentences for the user go. */
  Log log();
}
