package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into statements. Statements inside blocks come out like others; the words around
 * them (BEGIN, IF .. THEN, LOOP, END) are dropped.
 */
final class Splitter {

  /** The tokens of one statement. */
  static final class Range {
    final int from;
    final int to;
    final boolean inBlock;

    Range(int from, int to, boolean inBlock) {
      this.from = from;
      this.to = to;
      this.inBlock = inBlock;
    }
  }

  private final Tokens tokens;
  private final Dialect dialect;
  private final StatementEnd ends;
  private final List<Range> ranges = new ArrayList<Range>(2);
  private boolean inBlock;
  private int blocks;

  private Splitter(Tokens tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.ends = new StatementEnd(tokens, dialect);
  }

  /** The statements in the order of the text. */
  static List<Range> split(Tokens tokens, Dialect dialect) {
    Splitter splitter = new Splitter(tokens, dialect);
    splitter.run();
    return splitter.ranges;
  }

  private void run() {
    int p = 0;
    while (p < tokens.size) {
      int next = frame(p);
      if (next > p) {
        p = next;
        continue;
      }
      int end = Math.max(p + 1, ends.find(p));
      if (tokens.keyword[p] == Keyword.DECLARE && dialect != Dialect.SQLSERVER) {
        int begin = Declarations.end(tokens, ends, end);
        if (begin > 0) {
          ranges.add(new Range(p, end, false));
          p = Declarations.queries(tokens, ends, end, begin, ranges);
          continue;
        }
      }
      ranges.add(new Range(p, end, inBlock));
      p = end;
    }
  }

  /** Steps over one word or phrase that frames statements; {@code p} when a statement begins. */
  private int frame(int p) {
    if (tokens.kind[p] == Tokens.SEMI || ends.isSeparator(p)) {
      return p + 1;
    }
    if (tokens.kind[p] == Tokens.OPERATOR && tokens.first(p) == '<') {
      return label(p);
    }
    Keyword keyword = tokens.keyword[p];
    if (keyword == null) {
      return isLabel(p) ? p + 2 : p;
    }
    switch (keyword) {
      case BEGIN:
        return begin(p);
      case END:
        return end(p);
      case IF:
      case WHILE:
        return condition(p, keyword);
      case CASE: // of a block: CASE x WHEN 1 THEN INSERT ..
      case ELSIF:
      case ELSEIF:
      case WHEN:
        return behind(p, Keyword.THEN, null);
      case FOR:
        return loopOverQuery(p);
      case UNTIL:
        return ends.semicolon(p);
      case ELSE:
      case THEN:
      case LOOP:
      case REPEAT:
      case EXCEPTION:
        inBlock = true;
        return p + 1;
      default:
        return p;
    }
  }

  /** {@code name: BEGIN} of MySQL. */
  private boolean isLabel(int p) {
    if (tokens.kind[p] != Tokens.WORD
        || tokens.kind[p + 1] != Tokens.OPERATOR
        || tokens.first(p + 1) != ':') {
      return false;
    }
    Keyword next = tokens.keyword[p + 2];
    return next == Keyword.BEGIN
        || next == Keyword.LOOP
        || next == Keyword.WHILE
        || next == Keyword.REPEAT
        || next == Keyword.FOR;
  }

  private int label(int p) {
    for (int i = p; i < tokens.size && i < p + 6; i++) {
      if (tokens.kind[i] == Tokens.OPERATOR && tokens.first(i) == '>') {
        return i + 2;
      }
    }
    return p;
  }

  /** BEGIN of a block is stepped over; BEGIN of a transaction is a statement. */
  private int begin(int p) {
    Keyword next = tokens.keyword[p + 1];
    byte kind = tokens.kind[p + 1];
    boolean transaction =
        kind == Tokens.END
            || kind == Tokens.SEMI
            || next == Keyword.TRAN
            || next == Keyword.TRANSACTION
            || next == Keyword.WORK
            || next == Keyword.IMMEDIATE
            || tokens.isWord(p + 1, "ISOLATION")
            || tokens.isWord(p + 1, "READ")
            || tokens.isWord(p + 1, "DEFERRED")
            || tokens.isWord(p + 1, "EXCLUSIVE")
            || tokens.isWord(p + 1, "DISTRIBUTED");
    if (transaction) {
      return p;
    }
    inBlock = true;
    blocks++;
    int next2 = p + 1;
    while (tokens.isWord(next2, "TRY")
        || tokens.isWord(next2, "CATCH")
        || tokens.isWord(next2, "ATOMIC")
        || tokens.keyword[next2] == Keyword.NOT) {
      next2++;
    }
    return next2;
  }

  private int end(int p) {
    if (!inBlock) {
      return p; // PostgreSQL: END commits
    }
    if (dialect == Dialect.SQLSERVER || !ends.closesOther(p + 1)) {
      blocks--;
      inBlock = blocks > 0;
    }
    if (dialect == Dialect.SQLSERVER) {
      return tokens.isWord(p + 1, "TRY") || tokens.isWord(p + 1, "CATCH") ? p + 2 : p + 1;
    }
    return ends.semicolon(p);
  }

  private int condition(int p, Keyword keyword) {
    if (dialect == Dialect.SQLSERVER) {
      return ends.afterCondition(p + 1);
    }
    return keyword == Keyword.IF
        ? behind(p, Keyword.THEN, null)
        : behind(p, Keyword.LOOP, Keyword.DO);
  }

  /** Behind the next such word of the same statement; {@code p} when there is none. */
  private int behind(int p, Keyword word, Keyword other) {
    for (int i = p + 1; i < tokens.size && tokens.kind[i] != Tokens.SEMI; i++) {
      if (tokens.keyword[i] == word || other != null && tokens.keyword[i] == other) {
        inBlock = true;
        return i + 1;
      }
    }
    return p;
  }

  /** FOR r IN (SELECT ..) LOOP: the query is a statement of its own. */
  private int loopOverQuery(int p) {
    int after = behind(p, Keyword.LOOP, Keyword.DO);
    for (int i = p + 1; i < after; i++) {
      Keyword keyword = tokens.keyword[i];
      if (keyword == Keyword.SELECT || keyword == Keyword.WITH) {
        int to = after - 1;
        if (tokens.isParen(i - 1)) {
          to = Math.min(to, tokens.match[i - 1]);
        }
        ranges.add(new Range(i, to, true));
        return after;
      }
    }
    return after;
  }
}
