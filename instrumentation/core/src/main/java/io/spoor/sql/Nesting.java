package io.spoor.sql;

import java.util.Arrays;

/** The brackets and CASEs around the place in an expression that is being read. */
final class Nesting {

  private final Tokens tokens;
  private final Scan scan;

  /** What brackets around mean, what the bracket means now, and which argument is read. */
  private int[] around = new int[32];

  private int[] now = new int[32];
  private int[] argument = new int[32];
  private int depth;

  /** What the bracket meant that was closed last. */
  private int closed;

  Nesting(Scan scan) {
    this.tokens = scan.tokens;
    this.scan = scan;
  }

  void clear() {
    depth = 0;
    around[0] = 0;
    now[0] = 0;
    argument[0] = 0;
    closed = 0;
  }

  int closed() {
    return closed;
  }

  /** Whether the place has any of the meanings. */
  boolean is(int meaning) {
    return (now[depth] & meaning) != 0;
  }

  /** Gives what follows in the bracket a further meaning. */
  void add(int meaning) {
    now[depth] |= meaning;
  }

  /** Takes a meaning away that the brackets around do not give. */
  void remove(int meaning) {
    now[depth] &= ~(meaning & ~around[depth]);
  }

  void push(int meaning) {
    int inherited = now[depth] & Bracket.INHERITED;
    depth++;
    if (depth == now.length) {
      around = Arrays.copyOf(around, depth * 2);
      now = Arrays.copyOf(now, depth * 2);
      argument = Arrays.copyOf(argument, depth * 2);
    }
    around[depth] = inherited;
    now[depth] = inherited | meaning;
    argument[depth] = 0;
  }

  void close() {
    while (depth > 0 && (now[depth] & Bracket.IS_CASE) != 0) {
      depth--; // a CASE without END
    }
    closed = now[depth];
    depth = Math.max(0, depth - 1);
  }

  void comma(int p) {
    while (depth > 0 && (now[depth] & Bracket.IS_CASE) != 0) {
      depth--; // a CASE without END
    }
    int meaning = now[depth];
    int index = ++argument[depth];
    int inherited = around[depth];
    if ((meaning & Bracket.FIRST_ONLY) != 0) {
      now[depth] = meaning & ~(Bracket.CONDITION & ~inherited);
    } else if ((meaning & (Bracket.BY_TURNS | Bracket.BY_TURNS_FROM_FIRST)) != 0) {
      boolean turn = (index & 1) == ((meaning & Bracket.BY_TURNS) != 0 ? 1 : 0);
      boolean condition = turn && !isLastArgument(p);
      now[depth] =
          condition ? meaning | Bracket.CONDITION : meaning & ~(Bracket.CONDITION & ~inherited);
    } else if ((meaning & Bracket.LAST_DECIDES) != 0) {
      now[depth] = isLastArgument(p) ? meaning | Bracket.CONDITION : meaning;
    } else if ((meaning & Bracket.NAME_FIRST) != 0) {
      now[depth] = meaning & ~(Bracket.SKIP & ~inherited);
    } else if ((meaning & Bracket.CONVERTS) != 0) {
      boolean type = scan.dialect != Dialect.SQLSERVER;
      now[depth] = type ? meaning | Bracket.SKIP : meaning & ~(Bracket.SKIP & ~inherited);
    } else if ((meaning & Bracket.CASTS) != 0) {
      now[depth] = meaning & ~(Bracket.SKIP & ~inherited); // behind "AS type" in a list
    }
  }

  private boolean isLastArgument(int comma) {
    for (int p = comma + 1; p < scan.to; p++) {
      byte kind = tokens.kind[p];
      if (kind == Tokens.COMMA) {
        return false;
      }
      if (kind == Tokens.CLOSE) {
        return true;
      }
      p = kind == Tokens.OPEN ? scan.close(p) : p;
    }
    return true;
  }

  void caseTurns(boolean condition) {
    if ((now[depth] & Bracket.IS_CASE) != 0) {
      int rest = now[depth] & ~(Bracket.CONDITION & ~around[depth]);
      now[depth] = condition ? rest | Bracket.CONDITION : rest;
    }
  }

  void endCase() {
    if ((now[depth] & Bracket.IS_CASE) != 0) {
      depth--;
    }
  }

  /**
   * How a column that stands here takes part; 0 when it does not.
   *
   * @param fixed the way of all columns; 0 when the place decides
   * @param bare whether nothing is done to the value
   */
  int way(int fixed, boolean bare) {
    if (fixed != 0) {
      return (now[depth] & Bracket.SKIP) != 0 ? 0 : fixed;
    }
    int meaning = now[depth];
    int way;
    if ((meaning & Bracket.SKIP) != 0) {
      return 0;
    } else if ((meaning & Bracket.WINDOW) != 0) {
      way = Ways.WINDOW;
    } else if ((meaning & Bracket.CONDITION) != 0) {
      way = Ways.CONDITIONAL;
    } else if ((meaning & Bracket.SORT) != 0) {
      way = Ways.SORT;
    } else if ((meaning & Bracket.AGGREGATE) != 0) {
      way = Ways.AGGREGATION;
    } else {
      way = bare ? Ways.IDENTITY : Ways.TRANSFORMATION;
    }
    return (meaning & Bracket.MASK) != 0 ? Ways.masking(way) : way;
  }
}
