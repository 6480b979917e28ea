package io.spoor.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads lists of column names or definitions in parentheses. */
final class NameLists {

  private NameLists() {}

  /** The comma that ends the element at {@code p}, or {@code close}. */
  static int end(Tokens tokens, int p, int close) {
    int i = p;
    while (i < close && tokens.kind[i] != Tokens.COMMA) {
      int match = tokens.kind[i] == Tokens.OPEN ? tokens.match[i] : i;
      i = Math.max(i, match) + 1;
    }
    return Math.min(close, i);
  }

  /** The element behind the one at {@code p}, or {@code close}. */
  static int next(Tokens tokens, int p, int close) {
    return Math.min(close, end(tokens, p, close) + 1);
  }

  /** The last name of the element at {@code p}: {@code t.a} gives a; -1 when it is none. */
  static int lastName(Tokens tokens, int p, int close) {
    if (p >= close || !tokens.isName(p)) {
      return -1;
    }
    int last = p;
    while (last + 2 < close && tokens.kind[last + 1] == Tokens.DOT && tokens.isName(last + 2)) {
      last += 2;
    }
    return last;
  }

  /** The numbers of the names in parentheses. */
  static int[] names(ColumnWork work, int open) {
    int close = work.scan.close(open);
    int[] names = new int[4];
    int count = 0;
    for (int p = open + 1; p < close; p++) {
      if (work.tokens.isName(p)) {
        if (count == names.length) {
          names = Arrays.copyOf(names, count * 2);
        }
        names[count++] = work.names.ofToken(p);
      }
    }
    return Arrays.copyOf(names, count);
  }

  /**
   * The columns that a definition in parentheses lists, constraints left out.
   *
   * @return null when it does not tell them all: LIKE, or something that is no name
   */
  static List<String> definitions(
      Tokens tokens, int open, int close, Dialect dialect, BitSet quoted) {
    List<String> columns = new ArrayList<String>();
    for (int p = open + 1; p < close; p = next(tokens, p, close)) {
      if (isConstraint(tokens, p, dialect)) {
        continue;
      }
      if (!tokens.isName(p) || tokens.keyword[p] == Keyword.LIKE) {
        return null;
      }
      quoted.set(columns.size(), tokens.kind[p] != Tokens.WORD);
      columns.add(tokens.unquoted(p));
    }
    return columns.isEmpty() ? null : columns;
  }

  private static boolean isConstraint(Tokens tokens, int p, Dialect dialect) {
    if (tokens.kind[p] != Tokens.WORD) {
      return false;
    }
    boolean key = tokens.keyword[p + 1] == Keyword.KEY || tokens.keyword[p + 1] == Keyword.INDEX;
    if (tokens.isWord(p, "PRIMARY")
        || tokens.isWord(p, "FOREIGN")
        || tokens.isWord(p, "FULLTEXT")
        || tokens.isWord(p, "SPATIAL")) {
      return key || tokens.isParen(p + 1);
    }
    if (tokens.isWord(p, "UNIQUE")) {
      return key || tokens.isParen(p + 1) || tokens.isParen(p + 2);
    }
    if (tokens.isWord(p, "CHECK") || tokens.isWord(p, "EXCLUDE") || tokens.isWord(p, "PERIOD")) {
      return tokens.isParen(p + 1)
          || tokens.keyword[p + 1] == Keyword.USING
          || tokens.keyword[p + 1] == Keyword.FOR;
    }
    if (tokens.isWord(p, "CONSTRAINT") || tokens.isWord(p, "PROJECTION")) {
      return tokens.isName(p + 1);
    }
    if (tokens.keyword[p] == Keyword.KEY || tokens.keyword[p] == Keyword.INDEX) {
      return dialect.isMySqlFamily()
          || tokens.isParen(p + 1)
          || tokens.isParen(p + 2) && dialect == Dialect.GENERIC;
    }
    return false;
  }
}
