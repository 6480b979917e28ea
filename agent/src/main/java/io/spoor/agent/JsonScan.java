package io.spoor.agent;

/**
 * Steps through JSON (RFC 8259) that may break off anywhere. It takes more than is allowed, and
 * never more than is there; nesting costs no stack.
 */
final class JsonScan {

  private final String text;
  private int at;

  JsonScan(String text) {
    this.text = text;
    if (text.startsWith("\ufeff")) {
      at = 1;
    }
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  /** Whether that comes next, which is then behind. */
  boolean skip(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether that comes next. */
  boolean isNext(char c) {
    skipSpace();
    return at < text.length() && text.charAt(at) == c;
  }

  /** The string that comes next; null when none does. Escapes are left out. */
  String string() {
    if (!skip('"')) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        at++;
      } else {
        out.append(c);
      }
    }
    return null;
  }

  /** Whether a whole value came next, which is then behind. */
  boolean skipValue() {
    skipSpace();
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        if (string() == null) {
          return false;
        }
      } else if (c == '{' || c == '[') {
        depth++;
        at++;
      } else if (c == '}' || c == ']') {
        depth--;
        at++;
      } else if (c == ',' || c == ':' || c <= ' ') {
        at++;
      } else {
        while (at < text.length() && "{}[],: \t\r\n\"".indexOf(text.charAt(at)) < 0) {
          at++;
        }
      }
      if (depth <= 0) {
        return depth == 0 && at < text.length();
      }
    }
    return false;
  }
}
