package io.spoor.boot;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;

/** The ways into java.lang of Java 9 and later, whose calls Java 8 does not know. */
abstract class JavaLang {

  /**
   * Defines {@code sun.misc.SpoorDefiner}, by which java.lang is reached.
   *
   * @param beside a class of that package
   */
  abstract void define(Class<?> beside, byte[] definer) throws IllegalAccessException;

  /**
   * The other way, as JaCoCo takes it: java.lang is opened to our module, then a private lookup is
   * taken in Object.
   */
  abstract MethodHandles.Lookup lookup(Instrumentation instrumentation)
      throws IllegalAccessException;

  /** Defines a class there; its super types are there already. */
  abstract void define(MethodHandles.Lookup lookup, byte[] bytes) throws IllegalAccessException;

  /** Opens a package of java.base to our module. */
  abstract void open(Instrumentation instrumentation, String name);
}
