package io.spoor.boot.weave;

import java.util.ArrayList;
import java.util.List;

/** One line of the index of hooks: which method calls which hook, where, with which arguments. */
final class HookRule {

  /** At the start of the method. */
  static final char ENTRY = 'E';

  /** Before each normal return. */
  static final char RETURN = 'R';

  /** When the method throws. */
  static final char THROW = 'T';

  /** Nowhere: it only stands for the method, which a rule of its package is not about then. */
  static final char NOWHERE = '-';

  /** An argument: this object, null in a static method. */
  static final char THIS = 't';

  /** Its state. */
  static final char STATE = 's';

  /** What the method returns. */
  static final char RESULT = 'r';

  /** What it throws. */
  static final char THROWN = 'x';

  /** All its arguments in an array. */
  static final char ARGUMENTS = 'a';

  static final char NULL = 'n';

  /** A number, written behind it. */
  static final char NUMBER = '#';

  /** Any result type. */
  static final char ANY = '*';

  /** The names of its methods; the same object for rules that follow one another, mostly. */
  final MethodNames names;

  private final String descriptorPrefix;
  private final byte[] prefix;
  private final char result;
  final char where;
  final String hook;
  final String hookDescriptor;

  final String[] arguments;

  /** The kind of each argument, one of the letters below, a digit or {@code #}. */
  final char[] kinds;

  /**
   * The argument that lies on the stack already where the hook is called: the result, what was
   * thrown; -1 if none.
   */
  final int onStack;

  /** Parsed once, since a driver's class may have a hundred such methods. */
  private Descriptor hookType;

  /**
   * @param descriptorPrefix what the descriptor starts with; JDK-internal signatures drift at their
   *     end from release to release
   * @param result what the method returns: A reference, I int and smaller, J long, D double or
   *     float, V void, * any
   */
  HookRule(
      MethodNames names,
      String descriptorPrefix,
      char result,
      char where,
      String hook,
      String hookDescriptor,
      String[] arguments) {
    this.names = names;
    this.descriptorPrefix = descriptorPrefix;
    this.prefix = ascii(descriptorPrefix);
    this.result = result;
    this.where = where;
    this.hook = hook;
    this.hookDescriptor = hookDescriptor;
    this.arguments = arguments;
    this.kinds = new char[arguments.length];
    int top = -1;
    for (int i = arguments.length - 1; i >= 0; i--) {
      kinds[i] = kindOf(arguments[i]);
      top = kinds[i] == RESULT || kinds[i] == THROWN ? i : top;
    }
    this.onStack = top;
  }

  private static char kindOf(String argument) {
    switch (argument) {
      case "this":
        return THIS;
      case "thrown":
        return THROWN;
      default:
        // The other words and numbers are told apart by their first letter.
        return argument.charAt(0);
    }
  }

  @SuppressWarnings("deprecation") // Starts no encoder.
  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    text.getBytes(0, bytes.length, bytes, 0);
    return bytes;
  }

  /** What the hook takes. Whoever comes first reads it, maybe twice. */
  Descriptor hookType() {
    Descriptor known = hookType;
    if (known == null) {
      known = Descriptor.of(hookDescriptor);
      hookType = known;
    }
    return known;
  }

  /** Parses {@code name|descriptorPrefix|result|where|hook|hookDescriptor|arguments}. */
  static HookRule parse(String line) {
    return parse(line, null);
  }

  /**
   * The same after another one: they mostly are about the same names, which are read once then.
   *
   * @param before null for none
   */
  static HookRule parse(String line, HookRule before) {
    List<String> parts = split(line, '|');
    boolean isSame = before != null && before.names.text.equals(parts.get(0));
    return new HookRule(
        isSame ? before.names : new MethodNames(parts.get(0)),
        parts.get(1),
        parts.get(2).charAt(0),
        parts.get(3).charAt(0),
        parts.get(4),
        parts.get(5),
        split(parts.get(6), ',').toArray(new String[0]));
  }

  boolean matches(String methodName, String descriptor) {
    return names.has(methodName) && takes(Descriptor.of(descriptor));
  }

  /** Whether another rule is about the same methods. */
  boolean isOfSameMethodAs(HookRule other) {
    return names.text.equals(other.names.text) && descriptorPrefix.equals(other.descriptorPrefix);
  }

  /** Whether it is about methods with this descriptor. */
  boolean takes(Descriptor method) {
    return (result == ANY || result == method.resultKind)
        && method.begins(prefix)
        && takesArguments(method);
  }

  /** Whether the rule's arguments can be read where it wants them. */
  boolean canPass(boolean isStatic, Descriptor method, MethodFacts facts) {
    if (!isStatic && !facts.keepsThis()) {
      return false;
    }
    char[] parameters = method.parameters;
    for (char c : kinds) {
      if (isStatic && c == STATE) {
        return false;
      }
      if (where == RETURN && (c == ARGUMENTS || c >= '0' && c <= '9')) {
        int last = c == ARGUMENTS ? parameters.length - 1 : c - '0';
        for (int i = c == ARGUMENTS ? 0 : last; i <= last; i++) {
          char kind = parameters[i] == 'F' ? 'F' : method.kinds[i];
          if (!facts.keeps(method.slot(isStatic, i), kind)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The parameters that an argument names must be there with a type that the hook takes. */
  private boolean takesArguments(Descriptor method) {
    for (int i = 0; i < kinds.length; i++) {
      int named = kinds[i] - '0';
      if (named >= 0 && named <= 9) {
        if (named >= method.parameters.length
            || !assignable(method.kinds[named], hookType().kinds[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean assignable(char kind, char target) {
    return kind == target || (kind == 'I' && target == 'J');
  }

  /** Whether another rule calls the same hook at the same place, of a method of the same name. */
  boolean isAlternativeOf(HookRule other) {
    return names.text.equals(other.names.text)
        && where == other.where
        && hook.equals(other.hook)
        && hookDescriptor.equals(other.hookDescriptor)
        && "<init>".equals(names.text);
  }

  @Override
  public String toString() {
    return names.text + descriptorPrefix + " " + where + " " + hook;
  }

  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
