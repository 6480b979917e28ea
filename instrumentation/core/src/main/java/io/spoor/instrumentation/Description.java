package io.spoor.instrumentation;

/** Says what is woven into one library. Run by the build, never in a job. */
public interface Description {

  /** Adds this library's hooks. */
  void describe(Hooks hooks);
}
