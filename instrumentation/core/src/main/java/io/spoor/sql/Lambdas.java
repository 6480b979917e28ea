package io.spoor.sql;

import java.util.Arrays;

/** The variables of lambdas in an expression: {@code x -> x + 1, (x, y) -> x + y}. */
final class Lambdas {

  private final Tokens tokens;
  private final NameTable names;
  private final Dialect dialect;
  private int[] variables = new int[4];
  private int count;

  Lambdas(ColumnWork work) {
    this.tokens = work.tokens;
    this.names = work.names;
    this.dialect = work.scan.dialect;
  }

  void clear() {
    count = 0;
  }

  /** Whether a variable of a lambda begins at {@code p}; it is known from there on. */
  boolean begins(int p, int to) {
    if (!isArrow(p + 1, to)) {
      return false;
    }
    byte next = p + 3 < to ? tokens.kind[p + 3] : Tokens.END;
    if (next == Tokens.STRING || next == Tokens.NUMBER || tokens.first(p + 3) == '>') {
      return false; // into a JSON document
    }
    add(p);
    return true;
  }

  /** Whether the bracket holds variables of a lambda; they are known from there on. */
  boolean isHead(int open, int to) {
    int close = tokens.match[open];
    if (!tokens.isParen(open) || close <= open || close + 2 >= to || !isArrow(close + 1, to)) {
      return false;
    }
    for (int i = open + 1; i < close; i++) {
      if (tokens.isName(i)) {
        add(i);
      }
    }
    return true;
  }

  private boolean isArrow(int p, int to) {
    return hasLambdas()
        && p + 1 < to
        && tokens.kind[p] == Tokens.OPERATOR
        && tokens.first(p) == '-'
        && tokens.first(p + 1) == '>'
        && tokens.touchesPrevious(p + 1);
  }

  private boolean hasLambdas() {
    switch (dialect) {
      case CLICKHOUSE:
      case DUCKDB:
      case TRINO:
      case ATHENA:
      case SPARK:
      case DATABRICKS:
      case SNOWFLAKE:
        return true;
      default:
        return false;
    }
  }

  private void add(int name) {
    if (count == variables.length) {
      variables = Arrays.copyOf(variables, count * 2);
    }
    variables[count++] = names.ofToken(name);
  }

  /** Whether the name is a variable rather than a column. */
  boolean isVariable(int p) {
    for (int i = 0; i < count; i++) {
      if (variables[i] == names.ofToken(p)) {
        return true;
      }
    }
    return false;
  }
}
