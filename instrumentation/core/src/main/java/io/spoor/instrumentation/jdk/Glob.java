package io.spoor.instrumentation.jdk;

/**
 * A pattern over paths: {@code ?} stands for one character, {@code *} for any within one folder,
 * {@code **} for any at all.
 */
public final class Glob {

  private final String pattern;

  /** The longest text without a wildcard: most paths fail on that. */
  private final String needle;

  private final boolean needleIsEnd;

  public Glob(String pattern) {
    this.pattern = pattern;
    String longest = "";
    for (String literal : pattern.split("[*?]+")) {
      longest = literal.length() > longest.length() ? literal : longest;
    }
    this.needle = longest;
    this.needleIsEnd = pattern.equals("**" + longest);
  }

  /** Whether the whole path fits. */
  public boolean matches(String path) {
    if (needleIsEnd) {
      return path.endsWith(needle);
    }
    return path.contains(needle) && matches(0, path, 0);
  }

  private boolean matches(int p, String path, int i) {
    int at = i;
    for (int q = p; q < pattern.length(); q++) {
      char c = pattern.charAt(q);
      if (c == '*') {
        boolean deep = q + 1 < pattern.length() && pattern.charAt(q + 1) == '*';
        int next = deep ? q + 2 : q + 1;
        for (int end = at; end <= path.length(); end++) {
          if (matches(next, path, end)) {
            return true;
          }
          if (end < path.length() && !deep && path.charAt(end) == '/') {
            return false;
          }
        }
        return false;
      }
      if (at >= path.length() || (c != '?' && c != path.charAt(at))) {
        return false;
      }
      at++;
    }
    return at == path.length();
  }
}
