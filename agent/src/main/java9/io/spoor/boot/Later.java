package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The calls of Java 9 that get the bridge into java.lang. Compiled against Java 9 and written by
 * the step that lays out the jar as a class of Java 8, so that they are calls: through reflection,
 * JDK 18 and later make two dozen classes for them before main (JEP 416), 15 ms of a short job.
 */
final class Later extends JavaLang {

  static {
    ((PackLoader) Later.class.getClassLoader()).give(new Later());
  }

  private Later() {}

  @Override
  void define(Class<?> beside, byte[] definer) throws IllegalAccessException {
    MethodHandles.privateLookupIn(beside, MethodHandles.lookup()).defineClass(definer);
  }

  @Override
  MethodHandles.Lookup lookup(Instrumentation instrumentation) throws IllegalAccessException {
    open(instrumentation, "java.lang");
    return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
  }

  @Override
  void define(MethodHandles.Lookup lookup, byte[] bytes) throws IllegalAccessException {
    lookup.defineClass(bytes);
  }

  @Override
  void open(Instrumentation instrumentation, String name) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.<Module>emptySet(),
        Collections.<String, Set<Module>>emptyMap(),
        Collections.singletonMap(name, Collections.singleton(Later.class.getModule())),
        Collections.<Class<?>>emptySet(),
        Collections.<Class<?>, List<Class<?>>>emptyMap());
  }
}
