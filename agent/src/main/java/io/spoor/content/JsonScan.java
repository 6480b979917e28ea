package io.spoor.content;

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

  /** Whether nothing but blanks is left. */
  boolean isAtEnd() {
    skipSpace();
    return at >= text.length();
  }

  /** The string that comes next; null when none does. */
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
        if (!escaped(out)) {
          return null;
        }
      } else {
        out.append(c);
      }
    }
    return null;
  }

  /** What stands behind a backslash; false when it breaks off. */
  private boolean escaped(StringBuilder out) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    int known = "nrtbf".indexOf(c);
    if (c != 'u') {
      out.append(known < 0 ? c : "\n\r\t\b\f".charAt(known));
      return true;
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
      if (digit < 0) {
        return false;
      }
      code = code << 4 | digit;
    }
    out.append((char) code);
    return true;
  }

  /**
   * The text of the string, number or word that comes next, empty for what holds others; null when
   * no whole one does.
   */
  String value() {
    if (isNext('"')) {
      return string();
    }
    int from = at;
    boolean holds = isNext('{') || isNext('[');
    if (!skipValue()) {
      return null;
    }
    return holds ? "" : text.substring(from, at).trim();
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
