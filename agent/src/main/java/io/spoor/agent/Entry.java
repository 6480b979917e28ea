package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.boot.PackLoader;
import java.util.function.Function;

/** What the boot classes are given to make the runtime; see {@link PackLoader#given}. */
final class Entry implements Function<AgentContext, Runnable> {

  static {
    ((PackLoader) Entry.class.getClassLoader()).give(new Entry());
  }

  private Entry() {}

  @Override
  public Runnable apply(AgentContext context) {
    return new AgentRuntime(context);
  }
}
