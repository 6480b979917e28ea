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

  private final String name;
  private final boolean prefix;

  /** Names that begin so and are not meant; null when there are none. */
  private final List<String> except;

  private final String descriptorPrefix;
  private final char result;
  final char where;
  final String hook;
  final String hookDescriptor;

  /** What tells the hook from others in a table of constants. */
  final String hookKey;

  final String[] arguments;

  /** The kind of each argument, one of the letters below, a digit or {@code #}. */
  final char[] kinds;

  /**
   * The argument that lies on the stack already where the hook is called: the result, what was
   * thrown; -1 if none.
   */
  final int onStack;

  /** The hook's parameters; parsed once, since a driver's class may have a hundred such methods. */
  private char[] hookParameters;

  /**
   * @param name method name, or a prefix followed by {@code *}, or {@code
   *     prefix*-exception-exception}
   * @param descriptorPrefix what the descriptor starts with; JDK-internal signatures drift at their
   *     end from release to release
   * @param result what the method returns: A reference, I int and smaller, J long, D double or
   *     float, V void, * any
   */
  HookRule(
      String name,
      String descriptorPrefix,
      char result,
      char where,
      String hook,
      String hookDescriptor,
      String[] arguments) {
    int star = name.indexOf('*');
    this.prefix = star >= 0;
    this.name = prefix ? name.substring(0, star) : name;
    this.except = prefix && star + 2 < name.length() ? split(name.substring(star + 2), '-') : null;
    this.descriptorPrefix = descriptorPrefix;
    this.result = result;
    this.where = where;
    this.hook = hook;
    this.hookDescriptor = hookDescriptor;
    this.hookKey = "h " + hook + hookDescriptor;
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

  /** The types of the hook's parameters. Whoever comes first parses them, maybe twice. */
  char[] hookParameters() {
    char[] known = hookParameters;
    if (known == null) {
      known = Descriptors.parameters(hookDescriptor);
      hookParameters = known;
    }
    return known;
  }

  /** Parses {@code name|descriptorPrefix|result|where|hook|hookDescriptor|arguments}. */
  static HookRule parse(String line) {
    List<String> parts = split(line, '|');
    return new HookRule(
        parts.get(0),
        parts.get(1),
        parts.get(2).charAt(0),
        parts.get(3).charAt(0),
        parts.get(4),
        parts.get(5),
        split(parts.get(6), ',').toArray(new String[0]));
  }

  boolean matches(String methodName, String descriptor) {
    return isOf(methodName) && takes(descriptor) && !excepts(methodName);
  }

  /** Whether another rule is about the same methods. */
  boolean isOfSameMethodAs(HookRule other) {
    return name.equals(other.name) && descriptorPrefix.equals(other.descriptorPrefix);
  }

  /** What names of its methods begin with; 0 when that can be anything. */
  char firstLetter() {
    return name.isEmpty() ? 0 : name.charAt(0);
  }

  /** Whether it may be about methods of this name: {@link #excepts} has the last word. */
  boolean isOf(String methodName) {
    return prefix ? methodName.startsWith(name) : methodName.equals(name);
  }

  /** Whether methods of this name are not meant although it begins alike; asked last. */
  boolean excepts(String methodName) {
    return except != null && except.contains(methodName);
  }

  /** Whether it is about methods with this descriptor. */
  boolean takes(String descriptor) {
    return descriptor.startsWith(descriptorPrefix)
        && (result == ANY || result == kindOf(resultType(descriptor)))
        && takesArguments(descriptor);
  }

  /** Whether the rule's arguments can be read where it wants them. */
  boolean canPass(boolean isStatic, String descriptor, MethodFacts facts) {
    if (!isStatic && !facts.keepsThis()) {
      return false;
    }
    char[] parameters = null;
    for (char c : kinds) {
      if (isStatic && c == STATE) {
        return false;
      }
      if (where == RETURN && (c == ARGUMENTS || c >= '0' && c <= '9')) {
        parameters = parameters == null ? Descriptors.parameters(descriptor) : parameters;
        int last = c == ARGUMENTS ? parameters.length - 1 : c - '0';
        for (int i = c == ARGUMENTS ? 0 : last; i <= last; i++) {
          int slot = Descriptors.slot(isStatic, parameters, i);
          char kind = parameters[i] == 'F' ? 'F' : kindOf(parameters[i]);
          if (!facts.keeps(slot, kind)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The parameters that an argument names must be there with a type that the hook takes. */
  private boolean takesArguments(String descriptor) {
    for (int i = 0; i < kinds.length; i++) {
      char c = kinds[i];
      if (c >= '0' && c <= '9') {
        char given = parameterKind(descriptor, c - '0');
        if (given == 0 || !assignable(given, parameterKind(hookDescriptor, i))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The kind of a parameter by its index, read from a method descriptor; 0 when there are fewer.
   */
  private static char parameterKind(String descriptor, int index) {
    int at = 1;
    for (int i = 0; descriptor.charAt(at) != ')'; i++) {
      if (i == index) {
        return kindOf(descriptor.charAt(at));
      }
      at = Descriptors.next(descriptor, at);
    }
    return 0;
  }

  private static boolean assignable(char kind, char target) {
    return kind == target || (kind == 'I' && target == 'J');
  }

  /** Whether another rule calls the same hook at the same place, of a method of the same name. */
  boolean isAlternativeOf(HookRule other) {
    return name.equals(other.name)
        && where == other.where
        && hook.equals(other.hook)
        && hookDescriptor.equals(other.hookDescriptor)
        && "<init>".equals(name);
  }

  @Override
  public String toString() {
    return name + descriptorPrefix + " " + where + " " + hook;
  }

  static char resultType(String descriptor) {
    return descriptor.charAt(descriptor.indexOf(')') + 1);
  }

  /** Folds the JVM's types to the kinds that instructions tell apart; float goes with double. */
  static char kindOf(char type) {
    switch (type) {
      case 'L':
      case '[':
        return 'A';
      case 'Z':
      case 'B':
      case 'S':
      case 'C':
      case 'I':
        return 'I';
      case 'F':
      case 'D':
        return 'D';
      default:
        return type;
    }
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
