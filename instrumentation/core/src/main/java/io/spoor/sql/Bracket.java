package io.spoor.sql;

/** What a bracket or CASE means for the columns in it, as bits, by the word in front of it. */
final class Bracket {

  // These bits go on to the brackets inside.
  static final int AGGREGATE = 1;
  static final int MASK = 1 << 1;
  static final int CONDITION = 1 << 2;
  static final int WINDOW = 1 << 3;
  static final int SORT = 1 << 4;
  static final int SKIP = 1 << 5;
  static final int INHERITED = (1 << 6) - 1;
  static final int IS_CASE = 1 << 6;
  static final int ORDER_SORTS = 1 << 7;
  static final int UNIT_WORDS = 1 << 8;
  static final int CASTS = 1 << 9;
  static final int FIRST_ONLY = 1 << 10;
  static final int BY_TURNS = 1 << 11;
  static final int BY_TURNS_FROM_FIRST = 1 << 12;
  static final int CONVERTS = 1 << 13;
  static final int ORDERED_SET = 1 << 14;

  static final int NAME_FIRST = 1 << 15;

  static final int LAST_DECIDES = 1 << 16;

  private final ColumnWork work;
  private final Tokens tokens;
  private final Dialect dialect;

  Bracket(ColumnWork work) {
    this.work = work;
    this.tokens = work.tokens;
    this.dialect = work.scan.dialect;
  }

  /**
   * What the bracket at {@code p} means.
   *
   * @param closed what the bracket meant that was closed last
   */
  int of(int p, int closed) {
    if (p == 0 || !tokens.isParen(p) || tokens.kind[p - 1] != Tokens.WORD) {
      return 0;
    }
    Keyword keyword = tokens.keyword[p - 1];
    if (keyword == Keyword.GROUP && tokens.isWord(p - 2, "WITHIN")) {
      return (closed & ORDERED_SET) != 0 ? AGGREGATE : SORT;
    }
    if (tokens.isWord(p - 1, "OVER")) {
      return WINDOW;
    }
    if (tokens.isWord(p - 1, "FILTER")) {
      return CONDITION;
    }
    if (tokens.isWord(p - 1, "KEEP")) {
      return SKIP | ORDER_SORTS;
    }
    int flags = flags(p - 1);
    int meaning = 0;
    boolean conditional = hasSuffix(p - 1, "If");
    if ((flags & Word.AGGREGATE) != 0
        || conditional
        || hasSuffix(p - 1, "State")
        || hasSuffix(p - 1, "Merge")) {
      meaning |= AGGREGATE | ORDER_SORTS | (conditional ? LAST_DECIDES : 0);
      meaning |= (flags & Word.ORDERED_SET) != 0 ? ORDERED_SET : 0;
    }
    if ((flags & Word.MASK) != 0 || isMaskingSchema(p - 1)) {
      meaning |= MASK;
    }
    if ((flags & Word.CAST) != 0) {
      meaning |= CASTS;
    }
    if ((flags & Word.CONVERT) != 0) {
      meaning |= CONVERTS | CASTS | (dialect == Dialect.SQLSERVER ? SKIP : 0);
    }
    if ((flags & Word.CONDITION_FIRST) != 0) {
      meaning |= CONDITION | FIRST_ONLY;
    }
    if ((flags & Word.DECODE) != 0) {
      meaning |= CONDITION | BY_TURNS;
    }
    if ((flags & Word.CONDITIONS) != 0) {
      meaning |= CONDITION | BY_TURNS_FROM_FIRST;
    }
    if ((flags & Word.TAKES_UNIT) != 0) {
      meaning |= UNIT_WORDS;
    }
    if ((flags & Word.DEFINITION) != 0) {
      meaning |= SKIP;
      if (dialect == Dialect.DUCKDB) {
        work.partial("columns are chosen by a pattern");
      }
    }
    if ((flags & Word.NAME_FIRST) != 0) {
      meaning |= SKIP | NAME_FIRST;
    }
    return meaning;
  }

  private int flags(int word) {
    return Word.flags(tokens.text, tokens.start[word], tokens.end[word]);
  }

  /** ClickHouse: sumIf, avgState, uniqMerge and the like are the aggregate with a suffix. */
  private boolean hasSuffix(int word, String suffix) {
    int end = tokens.end[word] - suffix.length();
    int start = tokens.start[word];
    if (dialect != Dialect.CLICKHOUSE || end <= start) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (tokens.text[end + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return (Word.flags(tokens.text, start, end) & Word.AGGREGATE) != 0;
  }

  /** PostgreSQL Anonymizer: anon.partial(..). */
  private boolean isMaskingSchema(int word) {
    return word > 1 && tokens.kind[word - 1] == Tokens.DOT && tokens.isWord(word - 2, "ANON");
  }
}
