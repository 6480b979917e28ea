package io.spoor.sql;

import java.util.List;

/** The declarations of a block, {@code DECLARE a INT; CURSOR c IS SELECT ..; BEGIN}. */
final class Declarations {

  private Declarations() {}

  /**
   * Where the BEGIN behind further declarations stands.
   *
   * @param from behind the first declaration
   * @return -1 when these are no declarations of a block
   */
  static int end(Tokens tokens, StatementEnd ends, int from) {
    int p = from;
    while (p < tokens.size) {
      if (tokens.kind[p] == Tokens.SEMI) {
        p++;
        continue;
      }
      Keyword head = tokens.keyword[p];
      if (head == Keyword.BEGIN) {
        return p;
      }
      if (tokens.kind[p] != Tokens.WORD || head != null && beginsStatement(head)) {
        return -1;
      }
      p = Math.max(p + 1, ends.semicolon(p));
    }
    return -1;
  }

  private static boolean beginsStatement(Keyword head) {
    return head.beginsQuery()
        || head.beginsChange()
        || head == Keyword.CREATE
        || head == Keyword.ALTER
        || head == Keyword.DROP
        || head == Keyword.SET
        || head == Keyword.IF
        || head == Keyword.DECLARE
        || head == Keyword.CALL
        || head == Keyword.EXECUTE
        || head == Keyword.PROCEDURE
        || head == Keyword.FUNCTION;
  }

  /** Adds those of the declarations {@code [from, begin)} that hold a query; returns begin. */
  static int queries(
      Tokens tokens, StatementEnd ends, int from, int begin, List<Splitter.Range> ranges) {
    int p = from;
    while (p < begin) {
      int end = Math.min(begin, Math.max(p + 1, ends.semicolon(p)));
      for (int i = p; i < end; i++) {
        if (tokens.keyword[i] == Keyword.SELECT) {
          ranges.add(new Splitter.Range(p, end, true));
          break;
        }
      }
      p = end;
    }
    return begin;
  }
}
