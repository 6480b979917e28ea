package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;

/** The way into java.lang of Java 9 and later, whose calls Java 8 does not know. */
abstract class JavaLang {

  /**
   * A lookup that may define classes there, as JaCoCo gets it: java.lang is opened to our module,
   * then a private lookup is taken in Object.
   */
  abstract MethodHandles.Lookup lookup(Instrumentation instrumentation)
      throws IllegalAccessException;

  /** Defines a class there; its super types are there already. */
  abstract void define(MethodHandles.Lookup lookup, byte[] bytes) throws IllegalAccessException;

  /** Opens a package of java.base to our module. */
  abstract void open(Instrumentation instrumentation, String name);
}
