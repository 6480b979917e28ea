package io.spoor.instrumentation.library;

import java.util.HashMap;
import java.util.Map;

/**
 * A method as a description writes it, {@code read(String, double[], ...)}: its name and what its
 * descriptor begins with (JVMS 4.3.3). {@code new} is the constructor. A type is of a package that
 * every Java programmer knows, of the described class's own, named in full, or given a short name
 * by the description. Immutable.
 */
final class MethodPattern {

  private static final String[][] KNOWN = {
    {
      "java/lang/",
      "Object String CharSequence Iterable Number Class Boolean Integer Long Double Float Runnable"
    },
    {"java/util/", "Map List Collection Set Iterator Properties Random Optional"},
    {
      "java/io/",
      "File InputStream OutputStream Reader Writer BufferedReader ObjectOutputStream"
          + " ObjectInputStream Serializable"
    },
    {"java/net/", "URL URI"},
    {"java/nio/file/", "Path"},
    {"java/nio/", "ByteBuffer"},
    {"java/sql/", "ResultSet Connection"}
  };

  private static final String[] PRIMITIVES = {
    "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F",
    "double", "D"
  };

  final String name;
  final String descriptorPrefix;

  /** How many arguments it has; -1 when there may be more. */
  final int arguments;

  private MethodPattern(String name, String descriptorPrefix, int arguments) {
    this.name = name;
    this.descriptorPrefix = descriptorPrefix;
    this.arguments = arguments;
  }

  /**
   * @param owner internal name of the described class
   * @param types short names of the description, with what they stand for
   * @throws IllegalArgumentException with what is wrong, for the user
   */
  static MethodPattern parse(String text, String owner, Map<String, String> types) {
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no method with its arguments, as in read(String, int)");
    }
    String name = text.substring(0, open).trim();
    String inside = text.substring(open + 1, text.length() - 1).trim();
    StringBuilder descriptor = new StringBuilder("(");
    int arguments = 0;
    boolean isOpen = false;
    Map<String, String> known = known(types);
    for (String word : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
      String type = word.trim();
      if (isOpen) {
        throw new IllegalArgumentException("'...' stands for the rest and must be the last");
      }
      if (type.equals("...")) {
        isOpen = true;
      } else {
        descriptor.append(descriptor(type, owner, known));
        arguments++;
      }
    }
    if (!isOpen) {
      descriptor.append(')');
    }
    return new MethodPattern(
        name.equals("new") ? "<init>" : name, descriptor.toString(), isOpen ? -1 : arguments);
  }

  private static Map<String, String> known(Map<String, String> types) {
    Map<String, String> known = new HashMap<String, String>();
    for (String[] some : KNOWN) {
      for (String type : some[1].split(" ")) {
        known.put(type, some[0] + type);
      }
    }
    for (Map.Entry<String, String> type : types.entrySet()) {
      known.put(type.getKey(), type.getValue().replace('.', '/'));
    }
    return known;
  }

  private static String descriptor(String type, String owner, Map<String, String> known) {
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2).trim(), owner, known);
    }
    for (int i = 0; i < PRIMITIVES.length; i += 2) {
      if (PRIMITIVES[i].equals(type)) {
        return PRIMITIVES[i + 1];
      }
    }
    if (type.isEmpty() || !type.matches("[\\w$.]+")) {
      throw new IllegalArgumentException("'" + type + "' is no type of an argument");
    }
    String internal = known.get(type);
    if (internal == null) {
      internal =
          type.indexOf('.') < 0
              ? owner.substring(0, owner.lastIndexOf('/') + 1) + type
              : type.replace('.', '/');
    }
    return "L" + internal + ";";
  }
}
