package io.spoor.sql;

import java.util.Arrays;

/**
 * Makes tokens of a text in one pass, by the dialect's rules for quotes, comments and parameters.
 *
 * <p>Never fails: what does not close ends with the text. Further rows of a VALUES list are checked
 * and left out, because every row says the same about lineage and a batch may hold 20,000.
 */
final class Lexer {

  /** Room for tokens at the beginning; a list of 20,000 rows has hardly more. */
  private static final int FIRST_TOKENS = 2048;

  private final char[] text;
  private final int length;
  private final Dialect dialect;
  private final int maxTokens;
  private final boolean backslash;
  private final Tokens tokens;
  private final Quotes quotes;
  private final Comments comments;
  private final Numbers numbers;
  private int[] open = new int[32];
  private int depth;
  private int at;

  private Lexer(char[] text, int length, Dialect dialect, int maxTokens) {
    this.text = text;
    this.length = length;
    this.dialect = dialect;
    this.maxTokens = maxTokens;
    this.backslash = dialect.backslashEscapes();
    this.tokens = new Tokens(text, Math.min(length / 4, FIRST_TOKENS) + 16);
    this.quotes = new Quotes(text, length);
    this.comments = new Comments(text, length, dialect);
    this.numbers = new Numbers(text, length);
  }

  static Tokens lex(CharSequence sql, Dialect dialect, Limits limits) {
    String all = sql.toString();
    int length = Math.min(all.length(), limits.maxChars());
    char[] text = new char[length];
    all.getChars(0, length, text, 0);
    Lexer lexer = new Lexer(text, length, dialect, limits.maxTokens());
    lexer.run();
    lexer.tokens.truncated |= length < all.length();
    lexer.tokens.malformed |= lexer.tokens.truncated;
    return lexer.tokens;
  }

  private void run() {
    while (true) {
      at = comments.skip(at);
      if (at >= length) {
        break;
      }
      if (tokens.size >= maxTokens) {
        tokens.truncated = true;
        break;
      }
      token(text[at]);
    }
    closeAll();
    tokens.malformed |= comments.unclosed;
  }

  private void token(char c) {
    if (isWordStart(c)) {
      word();
    } else if (c >= '0' && c <= '9' || c == '.' && Chars.isDigit(peek(1)) && !afterName()) {
      number();
    } else if (c == '\'') {
      string(at, backslash);
    } else if (c == '"') {
      doubleQuoted();
    } else if (c == '`') {
      quoted('`');
    } else if (c == '[' && dialect.bracketQuotes()) {
      quoted(']');
    } else if (c == '(' || c == '[') {
      opening();
    } else if (c == ')' || c == ']' || c == '}') {
      closing(c);
    } else if (c == '{') {
      brace();
    } else if (c == ',') {
      one(Tokens.COMMA);
    } else if (c == ';') {
      closeAll();
      one(Tokens.SEMI);
    } else if (c == '.') {
      dot();
    } else if (c == '?') {
      parameter(1);
    } else if (c == ':'
        && Chars.isName(peek(1))
        && (at == 0 || text[at - 1] != ':')
        && !touches()) {
      parameter(1);
    } else if (c == '@' && !(dialect == Dialect.ORACLE && touches())) {
      variable();
    } else if (c == '$') {
      dollar();
    } else if (c == '#' && peek(1) == '{') {
      placeholder('}');
    } else {
      tokens.malformed |= c == '\\';
      one(Tokens.OPERATOR);
    }
  }

  private void one(byte kind) {
    tokens.add(kind, at, at + 1);
    at++;
  }

  private char peek(int ahead) {
    return at + ahead < length ? text[at + ahead] : 0;
  }

  /** Whether the character stands directly behind a name, a number or a closing bracket. */
  private boolean touches() {
    int last = tokens.size - 1;
    return last >= 0
        && tokens.end[last] == at
        && (tokens.isName(last)
            || tokens.kind[last] == Tokens.CLOSE
            || tokens.kind[last] == Tokens.NUMBER);
  }

  private boolean afterName() {
    return touches() && tokens.kind[tokens.size - 1] != Tokens.NUMBER;
  }

  // ---- words and numbers

  private boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c >= 0x80
        || c == '#' && hashNames() && (Chars.isName(peek(1)) || peek(1) == '#');
  }

  private boolean hashNames() {
    return dialect == Dialect.SQLSERVER
        || dialect == Dialect.REDSHIFT
        || dialect == Dialect.GENERIC;
  }

  private void word() {
    int from = at;
    int hash = Keyword.hash(0, text[at++]);
    while (at < length && (Chars.isName(text[at]) || text[at] == '#' && !dialect.hashComments())) {
      hash = Keyword.hash(hash, text[at++]);
    }
    char next = peek(0);
    if (next == '\'' || next == '"' && dialect.doubleQuoteIsString()) {
      if (prefixedString(from)) {
        return;
      }
      tokens.malformed |= !isTypedLiteral(from);
    }
    boolean afterDot = tokens.size > 0 && tokens.kind[tokens.size - 1] == Tokens.DOT;
    tokens.add(Tokens.WORD, from, at);
    if (!afterDot && !isPathStep(from)) {
      tokens.keyword[tokens.size - 1] = Keyword.find(text, from, at, hash);
      if (dialect == Dialect.TERADATA && at - from == 3) {
        abbreviation(tokens.size - 1);
      }
    }
  }

  /** Teradata's INS, UPD and DEL at the head of a statement. */
  private void abbreviation(int word) {
    if (word > 0 && tokens.kind[word - 1] != Tokens.SEMI) {
      return;
    }
    if (tokens.isWord(word, "INS")) {
      tokens.keyword[word] = Keyword.INSERT;
    } else if (tokens.isWord(word, "UPD")) {
      tokens.keyword[word] = Keyword.UPDATE;
    } else if (tokens.isWord(word, "DEL")) {
      tokens.keyword[word] = Keyword.DELETE;
    }
  }

  /** N'..', E'..', q'[..]', _utf8'..' and the like; {@code at} stands on the quote. */
  private boolean prefixedString(int from) {
    int width = at - from;
    char first = (char) (text[from] | 0x20);
    char last = (char) (text[at - 1] | 0x20);
    if (last == 'q' && width <= 2 && text[at] == '\'' && (width == 1 || first == 'n')) {
      finish(from, quotes.oracle(at));
      return true;
    }
    if (text[from] == '_'
        || width == 1 && "nbxegr".indexOf(first) >= 0
        || isRawBytes(from, width)) {
      boolean raw = last == 'r' || first == 'r' && width <= 2;
      string(from, !raw && (backslash || first == 'e' && width == 1));
      return true;
    }
    return false;
  }

  /** {@code doc:from} walks into a document; its steps are no keywords. */
  private boolean isPathStep(int from) {
    int colon = tokens.size - 2;
    return colon > 0
        && text[from - 1] == ':'
        && tokens.kind[colon] == Tokens.OPERATOR
        && tokens.touchesPrevious(colon)
        && (tokens.isName(colon - 1) || tokens.kind[colon - 1] == Tokens.CLOSE);
  }

  /** DATE'..' and the like: a word that may touch the quote. */
  private boolean isTypedLiteral(int from) {
    String word = new String(text, from, at - from);
    return word.equalsIgnoreCase("date")
        || word.equalsIgnoreCase("time")
        || word.equalsIgnoreCase("timestamp")
        || word.equalsIgnoreCase("interval");
  }

  private boolean isRawBytes(int from, int width) {
    char a = (char) (text[from] | 0x20);
    char b = (char) (text[at - 1] | 0x20);
    return width == 2 && (a == 'r' && b == 'b' || a == 'b' && b == 'r');
  }

  private void number() {
    int to = numbers.end(at);
    tokens.add(numbers.isName(at, to) ? Tokens.WORD : Tokens.NUMBER, at, to);
    at = to;
    tokens.malformed |= peek(0) == '\'';
  }

  // ---- quotes

  private void string(int from, boolean escapes) {
    finish(from, quotes.string(at, escapes, dialect == Dialect.BIGQUERY));
  }

  private void finish(int from, int to) {
    literal(Tokens.STRING, from, to);
    tokens.malformed |= Chars.isName(peek(0));
  }

  private void literal(byte kind, int from, int to) {
    tokens.malformed |= quotes.unclosed || quotes.doubtful && !isEscapeClause(to);
    tokens.add(kind, from, to);
    at = to;
  }

  /** LIKE .. ESCAPE '\', also as the JDBC escape. */
  private boolean isEscapeClause(int to) {
    int last = tokens.size - 1;
    return to - at == 3
        && last >= 0
        && (tokens.isWord(last, "ESCAPE") || tokens.first(last) == '{');
  }

  private void doubleQuoted() {
    if (dialect.doubleQuoteIsString()) {
      string(at, backslash);
    } else {
      quoted('"');
    }
  }

  private void quoted(char close) {
    literal(Tokens.QUOTED, at, quotes.identifier(at, close));
  }

  private void dollar() {
    int to = quotes.dollar(at);
    if (to > 0) {
      finish(at, to);
    } else if (peek(1) == '{') {
      placeholder('}');
    } else {
      parameter(1);
    }
  }

  // ---- parameters

  private void parameter(int skip) {
    int from = at;
    at += skip;
    while (at < length && Chars.isName(text[at])) {
      at++;
    }
    tokens.add(Tokens.PARAM, from, at);
  }

  private void variable() {
    int from = at;
    if (dialect == Dialect.SNOWFLAKE) {
      at = quotes.stage(at);
      tokens.add(Tokens.PARAM, from, at);
      return;
    }
    while (peek(0) == '@') {
      at++;
    }
    char next = peek(0);
    if (next == '`' || next == '"' || next == '\'') {
      literal(Tokens.PARAM, from, quotes.identifier(at, next));
    } else if (Chars.isName(next) && at - from <= 2) {
      int signs = at - from;
      at = from;
      parameter(signs);
    } else {
      tokens.add(Tokens.OPERATOR, from, at); // PostgreSQL's @> and @@
    }
  }

  private void placeholder(char close) {
    int from = at;
    while (at < length && text[at] != close) {
      at++;
    }
    at = Math.min(length, at + 1);
    tokens.add(Tokens.PARAM, from, at);
  }

  // ---- brackets

  private void dot() {
    if (tokens.size > 0) {
      tokens.keyword[tokens.size - 1] = null;
    }
    one(Tokens.DOT);
  }

  /** A JDBC escape is dropped but for what it encloses; a template is a parameter. */
  private void brace() {
    if (peek(1) == '{' || peek(1) == '%') {
      int from = at;
      at = quotes.template(at);
      tokens.add(Tokens.PARAM, from, at);
      return;
    }
    int word = at + 1;
    while (word < length && text[word] <= ' ') {
      word++;
    }
    int to = word;
    while (to < length && Chars.isName(text[to])) {
      to++;
    }
    opening();
    if (to < length && text[to] != ':' && isEscapeWord(word, to)) {
      at = to;
    }
  }

  private boolean isEscapeWord(int from, int to) {
    String word = new String(text, from, to - from);
    return word.equalsIgnoreCase("oj")
        || word.equalsIgnoreCase("fn")
        || word.equalsIgnoreCase("d")
        || word.equalsIgnoreCase("t")
        || word.equalsIgnoreCase("ts")
        || word.equalsIgnoreCase("escape")
        || word.equalsIgnoreCase("limit");
  }

  private void opening() {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = tokens.size;
    one(Tokens.OPEN);
  }

  private void closing(char c) {
    char wanted = c == ')' ? '(' : c == ']' ? '[' : '{';
    int index = tokens.size;
    one(Tokens.CLOSE);
    int level = depth - 1;
    while (level >= 0 && tokens.first(open[level]) != wanted) {
      level--;
    }
    if (level < 0) {
      return;
    }
    while (depth > level) {
      int opened = open[--depth];
      tokens.match[opened] = index;
      tokens.match[index] = opened;
    }
    skipRows(tokens.match[index]);
  }

  private void closeAll() {
    while (depth > 0) {
      tokens.match[open[--depth]] = tokens.size;
    }
  }

  /** After the first row of VALUES: leaves further plain rows out. */
  private void skipRows(int opened) {
    if (opened == 0) {
      return;
    }
    Keyword before = tokens.keyword[opened - 1];
    if (before == Keyword.VALUES || before == Keyword.VALUE) {
      at = quotes.plainRows(at, backslash, dialect.doubleQuoteIsString());
    }
  }
}
