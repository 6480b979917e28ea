package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;

/** What premain is given to start with; see {@link PackLoader#given}. */
final class Entry implements Consumer<Object[]> {

  static {
    ((PackLoader) Entry.class.getClassLoader()).give(new Entry());
  }

  private Entry() {}

  /**
   * @param given the agent's arguments, the instrumentation, whether the JVM was running already
   */
  @Override
  public void accept(Object[] given) {
    Start.start((String) given[0], (Instrumentation) given[1], (Boolean) given[2]);
  }
}
