package io.spoor.agent;

import io.spoor.boot.weave.SpoorTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

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

  /** Weaves what follows units of work from thread to thread. */
  void follow() {
    List<Class<?>> types = new ArrayList<Class<?>>();
    List<String> names = transformer.follow();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      // What loads later is woven then.
      if (type.getClassLoader() == null && names.contains(type.getName())) {
        types.add(type);
      }
    }
    if (types.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException e) {
      misunderstood.add("Units of work cannot be followed to other threads", null);
    } catch (LinkageError e) {
      misunderstood.add("Units of work cannot be followed to other threads", null);
    }
  }
}
