package io.spoor.sql;

/** How much of a text the scanner reads, and what it leaves out. Immutable. */
public final class Limits {

  /** 1 MB of text, 200,000 tokens, queries nested 500 deep; system tables are left out. */
  public static final Limits DEFAULT = new Limits(1 << 20, 200_000, 500, false);

  private final int maxChars;
  private final int maxTokens;
  private final int maxDepth;
  private final boolean systemTables;

  private Limits(int maxChars, int maxTokens, int maxDepth, boolean systemTables) {
    this.maxChars = maxChars;
    this.maxTokens = maxTokens;
    this.maxDepth = maxDepth;
    this.systemTables = systemTables;
  }

  /**
   * Other sizes, system tables left out.
   *
   * @param maxChars characters of text that are read; the rest makes the last statement partial
   * @param maxTokens tokens that are kept
   * @param maxDepth how deep queries may be nested before inner ones are left unread
   */
  public static Limits of(int maxChars, int maxTokens, int maxDepth) {
    if (maxChars < 1 || maxTokens < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    return new Limits(maxChars, maxTokens, maxDepth, false);
  }

  /** The same sizes, with system tables and DUAL kept among the inputs. */
  public Limits keepingSystemTables() {
    return new Limits(maxChars, maxTokens, maxDepth, true);
  }

  int maxChars() {
    return maxChars;
  }

  int maxTokens() {
    return maxTokens;
  }

  int maxDepth() {
    return maxDepth;
  }

  boolean systemTables() {
    return systemTables;
  }
}
