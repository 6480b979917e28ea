package io.spoor.instrumentation;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects descriptions as lines of the index of hooks. The words read like the sentence they stand
 * for:
 *
 * <pre>
 * hooks.type("java/io/FileInputStream")
 *     .method("open", "(Ljava/lang/String;").onReturn("opened", OBJECT, "this", "0", "#1");
 * </pre>
 *
 * Arguments: {@code this}, {@code state} (of this), {@code null}, {@code result}, {@code thrown},
 * {@code args} (all parameters boxed in an array), a parameter by its number from 0, a small
 * constant as {@code #1}.
 */
public final class Hooks {

  private final List<String> lines = new ArrayList<String>();
  private final List<String> handlers = new ArrayList<String>();
  private final List<String> drivers = new ArrayList<String>();

  /** Hooks of one class, by internal name; it must be one of the JDK's. */
  public Methods type(String internalName) {
    if (lines.contains(internalName)) {
      throw new IllegalArgumentException(internalName + " is described twice");
    }
    lines.add(internalName);
    return new Methods();
  }

  /** Hooks of one class of a library, by internal name. */
  public Methods library(String internalName) {
    drivers.add("library " + internalName);
    return type(internalName);
  }

  /** Hooks of one class of a framework whose calls are units of work, by internal name. */
  public Methods unit(String internalName) {
    drivers.add("unit " + internalName);
    return library(internalName);
  }

  /** Hooks of one class of the JDK that are there only once units of work may begin. */
  public Methods following(String internalName) {
    lines.add("+" + internalName);
    return new Methods();
  }

  /**
   * Hooks of every driver class that plays a role: connection, statement, prepared, results,
   * driver.
   */
  public Methods role(String role) {
    lines.add("=" + role);
    return new Methods();
  }

  /**
   * A driver class whose roles are known, so that its super types need not be read while it loads.
   *
   * @param roles of {@link #role}; {@code inherits} when its super class carries the state
   */
  public void driver(String internalName, String... roles) {
    StringBuilder line = new StringBuilder("driver ").append(internalName);
    for (String role : roles) {
      line.append(' ').append(role);
    }
    drivers.add(line.toString());
  }

  /** Gives a handler of generic hooks its id. */
  public int handler(String className) {
    handlers.add(className);
    return handlers.size() - 1;
  }

  /** The finished index. */
  public List<String> toLines() {
    List<String> all = new ArrayList<String>(lines);
    all.addAll(drivers);
    for (String handler : handlers) {
      all.add("handler " + handler);
    }
    return all;
  }

  /** The methods of one type or role. */
  public final class Methods {

    private Methods() {}

    /**
     * @param name the method's name, or a prefix followed by {@code *}
     * @param descriptorPrefix what its descriptor starts with
     */
    public Places method(String name, String descriptorPrefix) {
      return method(name, descriptorPrefix, '*');
    }

    /**
     * @param result kind of its result: A reference, I int and smaller, J long, D double and float,
     *     V void, * any
     */
    public Places method(String name, String descriptorPrefix, char result) {
      return new Places(this, name + "|" + descriptorPrefix + "|" + result);
    }
  }

  /** The places of one method where a hook is called. */
  public final class Places {
    private final Methods methods;
    private final String method;

    private Places(Methods methods, String method) {
      this.methods = methods;
      this.method = method;
    }

    /** When the method is entered. */
    public Places onEntry(String hook, String descriptor, String... arguments) {
      return add('E', hook, descriptor, arguments);
    }

    /** Before it returns normally. */
    public Places onReturn(String hook, String descriptor, String... arguments) {
      return add('R', hook, descriptor, arguments);
    }

    /** When it throws; the exception goes on. */
    public Places onThrow(String hook, String descriptor, String... arguments) {
      return add('T', hook, descriptor, arguments);
    }

    /** Entry, return and throw, given to a handler. */
    public Places handledBy(int handler) {
      String id = "#" + handler;
      String object = "Ljava/lang/Object;";
      return onEntry("enter", "(I" + object + "[" + object + ")V", id, "this", "args")
          .onReturn("exit", "(I" + object + object + ")V", id, "this", "result")
          .onThrow("thrown", "(ILjava/lang/Throwable;)V", id, "thrown");
    }

    /** Another method of the same type. */
    public Places method(String name, String descriptorPrefix) {
      return methods.method(name, descriptorPrefix);
    }

    /** Another method of the same type, by the kind of its result. */
    public Places method(String name, String descriptorPrefix, char result) {
      return methods.method(name, descriptorPrefix, result);
    }

    private Places add(char where, String hook, String descriptor, String[] arguments) {
      lines.add(" " + method + "|" + where + "|" + hook + "|" + descriptor + "|" + join(arguments));
      return this;
    }
  }

  private static String join(String[] arguments) {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      text.append(text.length() == 0 ? "" : ",").append(argument);
    }
    return text.toString();
  }
}
