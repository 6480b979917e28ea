package io.spoor.log;

/**
 * Takes sentences for the person who runs the job: what happened, where, what to do. A sentence
 * holds no secret and no value of the data. Any thread; never throws.
 */
public interface Log {

  /** Something is told that needs nothing to be done. */
  void info(String sentence);

  /** Something does not work as it was set up to. */
  void warn(String sentence);

  /**
   * Something failed inside Spoor.
   *
   * @param failure its class and frames are kept, its message is not, because it may hold data;
   *     null when there is none
   */
  void error(String sentence, Throwable failure);
}
