package io.spoor.benchmark;

/** An operation to be repeated. */
interface Loop {

  /**
   * Repeats it.
   *
   * @return something made of the results, so that they are not optimised away
   */
  long repeat(int times) throws Exception;
}
