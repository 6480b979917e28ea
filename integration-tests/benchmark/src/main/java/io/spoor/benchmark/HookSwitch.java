package io.spoor.benchmark;

import java.lang.reflect.Field;

/** Turns the agent's hooks on and off: with no recorder, woven code calls a hook that returns. */
final class HookSwitch {

  private final Field recorder;
  private final Object on;

  /**
   * @throws IllegalStateException when this JVM runs without the agent
   */
  HookSwitch() throws ReflectiveOperationException {
    recorder = Class.forName("java.lang.SpoorHooks").getField("recorder");
    on = recorder.get(null);
    if (on == null) {
      throw new IllegalStateException("The agent is there, but records nothing");
    }
  }

  void turn(boolean wanted) throws IllegalAccessException {
    recorder.set(null, wanted ? on : null);
  }
}
