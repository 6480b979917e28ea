package io.spoor.boot.weave;

/** Reads method descriptors (JVMS 4.3.3): what instructions need to know of each parameter. */
final class Descriptors {

  private Descriptors() {}

  /** The parameters' types: the letter of a primitive type, L for references and arrays. */
  static char[] parameters(String descriptor) {
    char[] types = new char[descriptor.length()];
    int count = 0;
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      types[count++] = letter(descriptor.charAt(at));
      at = next(descriptor, at);
    }
    char[] exact = new char[count];
    System.arraycopy(types, 0, exact, 0, count);
    return exact;
  }

  /** The type of the result, V when there is none. */
  static char result(String descriptor) {
    return letter(descriptor.charAt(descriptor.indexOf(')') + 1));
  }

  /** Where the next type begins. */
  static int next(String descriptor, int at) {
    int next = at;
    while (descriptor.charAt(next) == '[') {
      next++;
    }
    return descriptor.charAt(next) == 'L' ? descriptor.indexOf(';', next) + 1 : next + 1;
  }

  /** The slots that a value takes (JVMS 2.6.1). */
  static int size(char type) {
    return type == 'J' || type == 'D' ? 2 : 1;
  }

  /** The slot of a parameter. */
  static int slot(boolean isStatic, char[] parameters, int index) {
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < index; i++) {
      slot += size(parameters[i]);
    }
    return slot;
  }

  private static char letter(char type) {
    return type == '[' ? 'L' : type;
  }
}
