package io.spoor.boot.record;

/**
 * A hash under which SQL texts meet that differ in plain values and comments alone: {@code INSERT
 * INTO t VALUES (1, 'a')} and {@code INSERT INTO t VALUES (2, 'b')}. So a million such texts are
 * one use of SQL, and cost what one does. Cautious: where a literal might name a file or be run, or
 * a quote might mean something else in another product, the text counts as written.
 *
 * <p>Runs on the job's thread, once a text: one pass, nothing allocated but this object.
 */
final class TextKey {

  private static final long PRIME = 0x100000001b3L;

  /** Parentheses nested deeper than this are no longer told apart. */
  private static final int DEEPEST = 62;

  private static final String[] CHANGES = {
    "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "REPLACE", "UPSERT"
  };

  /** Words before a parenthesis that is no list of arguments. */
  private static final String[] PLAIN = {
    "AND", "OR", "WHERE", "ON", "NOT", "WHEN", "THEN", "ELSE", "HAVING", "EXISTS", "AS", "FROM",
    "JOIN", "ALL", "ANY", "UNION", "USING"
  };

  private final String sql;
  private final int product;
  private long hash = 0xcbf29ce484222325L;
  private int depth;

  /** Bit n: the parenthesis at depth n holds arguments; literals in it count. */
  private long calls;

  /** Bit n: at depth n a list of values was opened by IN, and nothing but values came since. */
  private long lists;

  /** Depth at which VALUES stands; -1 while no values are listed. */
  private int values = -1;

  /** The last thing that is no blank: a character, {@code w} for a word, {@code ?} for a value. */
  private char before = ' ';

  private char beforeWord = ' ';
  private int wordStart;
  private int wordEnd;

  private TextKey(String sql, int product) {
    this.sql = sql;
    this.product = product;
  }

  /**
   * @param product traits of {@link Product}
   */
  static long of(String sql, int product) {
    TextKey key = new TextKey(sql, product);
    key.run();
    return key.hash;
  }

  private void run() {
    int at = 0;
    int length = sql.length();
    boolean first = true;
    while (at < length) {
      char c = sql.charAt(at);
      int next;
      if (c <= ' ') {
        next = at + 1;
      } else if (isWordStart(c)) {
        next = word(at);
        if (first && !isOne(CHANGES)) {
          rest(wordStart);
          return;
        }
        first = false;
      } else if (c == '\'') {
        next = string(at);
      } else if (c >= '0' && c <= '9') {
        next = number(at);
      } else if (c == '"' || c == '`') {
        next = quoted(at, c);
      } else if (c == '-' || c == '/') {
        next = comment(at, c);
      } else {
        next = sign(at, c);
      }
      if (next < 0) {
        rest(at);
        return;
      }
      at = next;
    }
  }

  /** Everything from here on counts as written. */
  private void rest(int from) {
    for (int i = from; i < sql.length(); i++) {
      add(sql.charAt(i));
    }
  }

  private int word(int at) {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    wordStart = at;
    wordEnd = end;
    beforeWord = before;
    if (isValue(before) || before == 'w') {
      add(' ');
    }
    for (int i = at; i < end; i++) {
      add(sql.charAt(i));
    }
    before = 'w';
    if (depth < DEEPEST) {
      lists &= ~(1L << depth);
    }
    if (values >= 0 && (depth <= values || is("SELECT") || is("FROM"))) {
      values = -1;
    }
    if (is("VALUES") || is("VALUE")) {
      values = depth;
    }
    return end;
  }

  private int string(int at) {
    if (at > 0 && isWordPart(sql.charAt(at - 1))) {
      // A prefix gives the quote a meaning of its own; only N'..' is plain everywhere.
      boolean national =
          wordEnd == at && wordEnd - wordStart == 1 && (sql.charAt(wordStart) | 32) == 'n';
      if (!national) {
        return -1;
      }
      before = beforeWord;
    }
    int end = at + 1;
    while (true) {
      if (end >= sql.length()) {
        return -1;
      }
      char c = sql.charAt(end);
      if (c == '\\' && (product & Product.NO_BACKSLASH) == 0) {
        if ((product & Product.BACKSLASH) == 0) {
          return -1;
        }
        end++;
      } else if (c == '\'') {
        if (end + 1 >= sql.length() || sql.charAt(end + 1) != '\'') {
          break;
        }
        end++;
      }
      end++;
    }
    value(at, end + 1, isPlace(at));
    return end + 1;
  }

  private int number(int at) {
    int end = at + 1;
    boolean plain = true;
    while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
      char c = sql.charAt(end);
      plain &= c >= '0' && c <= '9' || c == '.' || (c | 32) == 'e';
      end++;
    }
    value(at, end, plain && isPlace(at));
    return end;
  }

  /** A value at a place where it cannot matter is but a question mark. */
  private void value(int from, int to, boolean folds) {
    if (before == 'w') {
      add(' ');
    }
    if (folds) {
      add('?');
    } else {
      for (int i = from; i < to; i++) {
        add(sql.charAt(i));
      }
    }
    before = folds ? '?' : '\'';
  }

  private boolean isPlace(int at) {
    if (values >= 0 && depth > values) {
      return true;
    }
    if (depth >= DEEPEST) {
      return false;
    }
    if ((lists >>> depth & 1) != 0) {
      return before == '(' || before == ',';
    }
    return (calls >>> depth & 1) == 0 && (before == '=' || before == '<' || before == '>');
  }

  private int quoted(int at, char quote) {
    add(quote);
    for (int i = at + 1; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\\') {
        return -1;
      }
      add(c);
      if (c == quote) {
        before = quote;
        wordStart = at;
        wordEnd = at;
        return i + 1;
      }
    }
    return -1;
  }

  private int comment(int at, char c) {
    char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
    if (c == '-' && next == '-') {
      // MySQL takes it for two signs unless a blank follows.
      if (at + 2 < sql.length() && sql.charAt(at + 2) > ' ') {
        return -1;
      }
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }
    if (c == '/' && next == '*') {
      int end = sql.indexOf("*/", at + 2);
      int inner = sql.indexOf("/*", at + 2);
      boolean runs = at + 2 < sql.length() && sql.charAt(at + 2) == '!';
      return runs || end < 0 || inner >= 0 && inner < end ? -1 : end + 2;
    }
    return sign(at, c);
  }

  private int sign(int at, char c) {
    char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
    boolean digit = next >= '0' && next <= '9';
    if ((c == '-' || c == '+') && digit && (before == '(' || before == ',') && isPlace(at)) {
      return at + 1; // the sign of a value
    }
    if (c == '(') {
      open();
    } else if (c == ')') {
      depth = Math.max(0, depth - 1);
    } else if (c == ';' || c == '$' && !digit || c == '#' || c == '\\') {
      return -1;
    }
    add(c);
    before = c;
    return at + 1;
  }

  private void open() {
    boolean afterWord = before == 'w';
    boolean afterName = before == '"' || before == '`' || before == ']';
    depth++;
    if (depth < DEEPEST) {
      long bit = 1L << depth;
      boolean list = afterWord && is("IN");
      boolean call = afterName || afterWord && !list && !isOne(PLAIN);
      // What lies within arguments is arguments.
      call |= !afterWord && (calls >>> depth - 1 & 1) != 0;
      calls = call ? calls | bit : calls & ~bit;
      lists = list ? lists | bit : lists & ~bit;
    }
  }

  private boolean isOne(String[] words) {
    for (String word : words) {
      if (is(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(String word) {
    int length = wordEnd - wordStart;
    return length == word.length() && sql.regionMatches(true, wordStart, word, 0, length);
  }

  private static boolean isValue(char before) {
    return before == '?' || before == '\'';
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '$' || c == '#' || c == '@';
  }

  private void add(char c) {
    hash = (hash ^ c) * PRIME;
  }
}
