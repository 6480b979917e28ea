package io.spoor.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The state of reading one statement: its tokens, its queries, what is still to be read.
 *
 * <p>Nested queries are put into a queue instead of being read by recursion, so the stack does not
 * grow with the nesting of the text.
 */
final class Scan {

  /** How many opening parentheses are looked through at once, so that runs of them stay cheap. */
  private static final int MAX_PARENTHESES = 32;

  /** No statement written by people or tools comes near. */
  private static final int MAX_QUERIES = 5_000;

  final Tokens tokens;
  final Dialect dialect;
  final Limits limits;

  /** All queries, parents before children. */
  final List<Query> queries = new ArrayList<Query>();

  final List<String> targetColumns = new ArrayList<String>();
  final BitSet quotedTargets = new BitSet();

  /** Everything written, in the order met. */
  final List<Relation> targets = new ArrayList<Relation>(2);

  private final ArrayDeque<Query> unread = new ArrayDeque<Query>();

  StatementKind kind = StatementKind.OTHER;

  /** Rows go to the caller. */
  boolean rowSource;

  /** Whether the values written can come from the statement's relations at all. */
  boolean feeds = true;

  /** Whether an INSERT writes to several tables, each with its own values. */
  boolean severalTargets;

  /** Whether the rows that UPDATE or DELETE hands on go into a table: OUTPUT .. INTO t. */
  boolean rowsIntoTable;

  /** Whether the statement runs inside a procedural block. */
  boolean inBlock;

  /** How many texts in texts surround the statement. */
  int level;

  /** Why something is missing; the first reason stays. */
  String partialReason;

  /** What the statement changes in its connection, or null. */
  SessionEffect session;

  /** The routine that is called; null where none is, or its work is known. */
  TableName routine;

  /** End of the token range that is being read. */
  int to;

  Scan(Tokens tokens, Dialect dialect, Limits limits) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.limits = limits;
  }

  void partial(String reason) {
    if (partialReason == null) {
      partialReason = reason;
    }
  }

  /** Adds something written. */
  void target(Relation relation) {
    targets.add(relation);
  }

  /** Registers a query and leaves it for later. */
  Query queue(Scope parent, int from, int end, int cteIndex, boolean condition) {
    Query query = new Query(parent, from, end, cteIndex, condition);
    queries.add(query);
    if (query.depth > limits.maxDepth()) {
      partial("queries are nested deeper than the limit");
    } else if (queries.size() > MAX_QUERIES) {
      partial("the statement holds more queries than the limit");
    } else {
      unread.add(query);
    }
    return query;
  }

  /** The next query to read, or null. */
  Query next() {
    return unread.poll();
  }

  // ---- looking at tokens inside the range that is being read

  Keyword keyword(int i) {
    return i < to ? tokens.keyword[i] : null;
  }

  byte kind(int i) {
    return i < to ? tokens.kind[i] : Tokens.END;
  }

  boolean is(int i, Keyword keyword) {
    return i < to && tokens.keyword[i] == keyword;
  }

  boolean isName(int i) {
    return i < to && tokens.isName(i);
  }

  boolean isParen(int i) {
    return i < to && tokens.isParen(i);
  }

  boolean isOperator(int i, char c) {
    return kind(i) == Tokens.OPERATOR && tokens.first(i) == c;
  }

  boolean isWord(int i, String upper) {
    return i < to && tokens.isWord(i, upper);
  }

  /** The token that closes the bracket at {@code i}, at most the end of the range. */
  int close(int i) {
    int match = tokens.match[i];
    return match < 0 || match > to ? to : match;
  }

  /** Behind the bracket that opens at {@code i}, or {@code i} when none opens there. */
  int skipBrackets(int i) {
    return kind(i) == Tokens.OPEN ? Math.min(to, close(i) + 1) : i;
  }

  /** Whether a query begins at {@code i}, perhaps behind further parentheses. */
  boolean beginsQuery(int i) {
    int p = i;
    while (isParen(p) && p < i + MAX_PARENTHESES) {
      p++;
    }
    if (!beginsBareQuery(p)) {
      return false;
    }
    if (p == i) {
      return true;
    }
    int after = close(p - 1) + 1;
    // "((SELECT ..) x JOIN y)" is a join that begins with a query.
    return after >= to || kind(after) == Tokens.CLOSE || continuesQuery(after);
  }

  private boolean beginsBareQuery(int p) {
    Keyword keyword = keyword(p);
    if (keyword == null) {
      return false;
    }
    if (keyword == Keyword.SELECT || keyword == Keyword.SEL) {
      return true;
    }
    if (keyword == Keyword.VALUES) {
      return isParen(p + 1) || is(p + 1, Keyword.ROW) || kind(p + 1) == Tokens.NUMBER;
    }
    if (keyword == Keyword.WITH) {
      return isName(p + 1) && (is(p + 2, Keyword.AS) || isParen(p + 2) || isName(p + 2))
          || is(p + 1, Keyword.RECURSIVE)
          || dialect == Dialect.CLICKHOUSE;
    }
    if (keyword == Keyword.FROM) {
      return dialect == Dialect.DUCKDB
          && p > 0
          && tokens.keyword[p - 1] == null
          && isName(p + 1)
          && (p < 2 || !tokens.isName(p - 2) || tokens.keyword[p - 2] != null);
    }
    if (keyword == Keyword.TABLE) {
      return isName(p + 1) && p > 1 && !tokens.isName(p - 2);
    }
    return keyword.beginsChange() && beginsTarget(p + 1);
  }

  private boolean beginsTarget(int p) {
    Keyword keyword = keyword(p);
    if (keyword == null) {
      return isName(p);
    }
    return keyword == Keyword.INTO
        || keyword == Keyword.FROM
        || keyword == Keyword.ONLY
        || keyword == Keyword.TABLE
        || keyword == Keyword.OVERWRITE
        || keyword == Keyword.IGNORE
        || keyword == Keyword.OR
        || keyword == Keyword.TOP;
  }

  boolean continuesQuery(int p) {
    Keyword keyword = keyword(p);
    return keyword == Keyword.UNION
        || keyword == Keyword.EXCEPT
        || keyword == Keyword.INTERSECT
        || keyword == Keyword.MINUS
        || keyword == Keyword.ORDER
        || keyword == Keyword.LIMIT
        || keyword == Keyword.OFFSET
        || keyword == Keyword.FETCH
        || keyword == Keyword.FOR;
  }
}
