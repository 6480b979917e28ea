package io.spoor.boot.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** What the descriptor starts with. */
  private final byte[] prefix;

  private final char result;
  final char where;
  final String hook;
  final String hookDescriptor;

  /** As the index has them, with commas between. */
  private final String arguments;

  /** The kind of each argument, one of the letters above, a digit or {@code #}. */
  final char[] kinds;

  /**
   * The argument that lies on the stack already where the hook is called: the result, what was
   * thrown; -1 if none.
   */
  final int onStack;

  private final boolean isOfFirstOnly;

  /** Null until somebody asks a {@link #call}: most are of methods that the job never meets. */
  private Descriptor hookType;

  /** The same object for rules of one index that call the same hook with the same arguments. */
  final HookRule call;

  /**
   * @param prefix what the descriptor starts with, in ASCII; JDK-internal signatures drift at their
   *     end from release to release
   * @param result what the method returns: A reference, I int and smaller, J long, D double or
   *     float, V void, * any
   * @param call a rule that calls the same hook with the same arguments
   */
  HookRule(MethodNames names, byte[] prefix, char result, char where, HookRule call) {
    this.names = names;
    this.prefix = prefix;
    this.result = result;
    this.where = where;
    this.call = call;
    this.hook = call.hook;
    this.hookDescriptor = call.hookDescriptor;
    this.arguments = call.arguments;
    this.kinds = call.kinds;
    this.onStack = call.onStack;
    this.isOfFirstOnly = call.isOfFirstOnly;
  }

  /** A rule of no method, which tells what others call; their index has few such calls. */
  HookRule(String hook, String hookDescriptor, String arguments) {
    this.names = null;
    this.prefix = null;
    this.result = ANY;
    this.where = NOWHERE;
    this.call = this;
    this.hook = hook;
    this.hookDescriptor = hookDescriptor;
    this.arguments = arguments;
    // Before main, and uncompiled: the text is gone through once, and nothing is made of it.
    int count = arguments.isEmpty() ? 0 : 1;
    for (int comma = arguments.indexOf(',');
        comma >= 0;
        comma = arguments.indexOf(',', comma + 1)) {
      count++;
    }
    this.kinds = new char[count];
    int top = -1;
    boolean others = false;
    for (int i = 0, at = 0; i < count; i++) {
      char kind = kindAt(at);
      kinds[i] = kind;
      top = top < 0 && (kind == RESULT || kind == THROWN) ? i : top;
      others |= kind == ARGUMENTS || kind > '0' && kind <= '9';
      at = arguments.indexOf(',', at) + 1;
    }
    this.onStack = top;
    this.isOfFirstOnly = !others;
  }

  /** The words and numbers are told apart by their first letter, but for this and thrown. */
  private char kindAt(int at) {
    return arguments.startsWith("thrown", at) ? THROWN : arguments.charAt(at);
  }

  /** What the hook takes. */
  Descriptor hookType() {
    Descriptor known = call.hookType;
    if (known == null) {
      known = Descriptor.of(hookDescriptor);
      // Maybe twice: the same values, safe by final fields.
      call.hookType = known;
    }
    return known;
  }

  /** What the hook gets at a place of its arguments, as the index writes it. */
  String argument(int place) {
    int at = 0;
    for (int i = 0; i < place; i++) {
      at = arguments.indexOf(',', at) + 1;
    }
    int end = arguments.indexOf(',', at);
    return arguments.substring(at, end < 0 ? arguments.length() : end);
  }

  @SuppressWarnings("deprecation") // Starts no encoder.
  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    text.getBytes(0, bytes.length, bytes, 0);
    return bytes;
  }

  /** Parses {@code name|descriptorPrefix|result|where|hook|hookDescriptor|arguments}. */
  static HookRule parse(String line) {
    List<String> parts = split(line, '|');
    return new HookRule(
        new MethodNames(parts.get(0)),
        ascii(parts.get(1)),
        parts.get(2).charAt(0),
        parts.get(3).charAt(0),
        new HookRule(parts.get(4), parts.get(5), parts.get(6)));
  }

  boolean matches(String methodName, String descriptor) {
    return names.has(methodName) && takes(Descriptor.of(descriptor));
  }

  /** Whether another rule is about the same methods. */
  boolean isOfSameMethodAs(HookRule other) {
    return names.text.equals(other.names.text) && Arrays.equals(prefix, other.prefix);
  }

  /** Whether it is about methods with this descriptor. */
  boolean takes(Descriptor method) {
    return (result == ANY || result == method.resultKind)
        && method.begins(prefix)
        && takesArguments(method);
  }

  /** Whether no parameter but the first is handed over. */
  boolean isOfFirstOnly() {
    return isOfFirstOnly;
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
    return names.text + new String(prefix, StandardCharsets.US_ASCII) + " " + where + " " + hook;
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
