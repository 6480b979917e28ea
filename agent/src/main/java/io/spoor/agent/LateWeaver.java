package io.spoor.agent;

import io.spoor.boot.weave.SpoorTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * The safety net of the gate by name: a class that a driver handed out and that no name gave away
 * is woven when it is first met, without a field, since it is loaded already.
 */
final class LateWeaver {

  private final Instrumentation instrumentation;
  private final SpoorTransformer transformer;
  private final Misunderstood misunderstood;

  LateWeaver(
      Instrumentation instrumentation, SpoorTransformer transformer, Misunderstood misunderstood) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.misunderstood = misunderstood;
  }

  /** Weaves a class and its super classes as far as that was not done. */
  void weave(Class<?> type) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      String name = c.getName().replace('.', '/');
      if (transformer.passes(name) || !instrumentation.isModifiableClass(c)) {
        continue;
      }
      transformer.force(name);
      try {
        instrumentation.retransformClasses(c);
      } catch (UnmodifiableClassException e) {
        misunderstood.add("A driver's class cannot be woven: " + c.getName(), null);
      } catch (LinkageError e) {
        misunderstood.add("A driver's class cannot be woven: " + c.getName(), null);
      }
    }
  }
}
