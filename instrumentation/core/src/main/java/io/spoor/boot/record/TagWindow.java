package io.spoor.boot.record;

/**
 * What one thread makes of the row that it has open: objects, each with the columns that went into
 * it. Overwritten with each row; holds a few small objects, and none when no row is open.
 */
final class TagWindow {

  private static final int SIZE = 16;

  /** Larger results are not kept. */
  private static final int LONGEST = 1024;

  /** Arguments of one call that are looked at. */
  private static final int MOST_ARGUMENTS = 16;

  /** Boxes of numbers up to this are shared (Java Language Specification, 5.1.7). */
  private static final int CACHED = 128;

  private static final int NONE = Integer.MAX_VALUE;

  /** The row; null when none is open, or its values are not looked at. */
  RowRing ring;

  private final Object[] objects = new Object[SIZE];
  private final long[] columns = new long[SIZE];
  private final int[] calls = new int[SIZE];
  private int next;
  private long pending;
  private int pendingCall = NONE;

  /** What tells most of the calls that made what is pending. */
  private int pendingMost;

  /** What tells most of the calls that made the objects asked for last. */
  private int call;

  /** Another row is open now, or none. */
  void open(RowRing row) {
    if (next > 0) {
      for (int i = 0; i < SIZE; i++) {
        objects[i] = null;
      }
      next = 0;
    }
    pending = 0;
    ring = row;
  }

  /** A call is going to use these. */
  void using(Object one, Object other, int of) {
    call = of;
    pending = of(one) | of(other);
    if (one instanceof Object[]) {
      Object[] all = (Object[]) one;
      for (int i = 0; i < all.length && i < MOST_ARGUMENTS; i++) {
        pending |= of(all[i]);
      }
    }
    pendingCall = of;
    if (pending != 0 && (one instanceof java.security.MessageDigest || isMac(one))) {
      emptied(one);
    }
    if (pending != 0) {
      pendingMost = call;
    }
  }

  private static boolean isMac(Object one) {
    return one != null && one.getClass().getName().equals("javax.crypto.Mac");
  }

  /** What was used was put into an object. */
  void adding(Object to, Object value, int of) {
    call = of;
    long more = of(value);
    if (more != 0) {
      int at = find(to);
      if (at < 0) {
        put(to, more, call);
      } else {
        columns[at] |= more;
        calls[at] = Math.min(calls[at], call);
      }
    }
  }

  /** An object has nothing in it any more. */
  void emptied(Object object) {
    int at = find(object);
    if (at >= 0) {
      objects[at] = null;
    }
  }

  /** The call has made this. */
  void made(Object result, int of) {
    if (pending != 0 && pendingCall == of && isSmall(result)) {
      int at = find(result);
      if (at < 0) {
        put(result, pending, pendingMost);
      } else {
        columns[at] |= pending;
        calls[at] = Math.min(calls[at], pendingMost);
      }
    }
    pending = 0;
  }

  private static boolean isSmall(Object result) {
    if (result instanceof String) {
      int length = ((String) result).length();
      return length > 0 && length <= LONGEST;
    }
    return result != null && (!(result instanceof byte[]) || ((byte[]) result).length <= LONGEST);
  }

  private void put(Object object, long of, int by) {
    int at = next % SIZE;
    // The count says whether there is anything, and need not be exact beyond.
    next = next == 3 * SIZE ? SIZE + 1 : next + 1;
    objects[at] = object;
    columns[at] = of;
    calls[at] = by;
  }

  private int find(Object object) {
    int count = Math.min(next, SIZE);
    for (int i = 0; i < count; i++) {
      if (objects[i] == object) {
        return i;
      }
    }
    return -1;
  }

  /** Columns that are in an object: a bit for each; 0 for none. */
  private long of(Object value) {
    if (value == null) {
      return 0;
    }
    int at = find(value);
    if (at >= 0) {
      call = Math.min(call, calls[at]);
      return columns[at];
    }
    int column = isTelling(value) ? ring.columnOf(value) : -1;
    return column < 0 || column >= Long.SIZE ? 0 : 1L << column;
  }

  /** Whether another object would be another value: some are shared by all of a JVM. */
  private static boolean isTelling(Object value) {
    if (value instanceof String) {
      return !((String) value).isEmpty();
    }
    if (value instanceof Number) {
      return Math.abs(((Number) value).doubleValue()) > CACHED;
    }
    return !(value instanceof Boolean) && !(value instanceof Enum);
  }

  /** Columns that are in an object that was made; 0 for none. */
  long made(Object value) {
    int at = value == null ? -1 : find(value);
    return at < 0 ? 0 : columns[at];
  }

  /** The call that tells most of those that made an object. */
  int call(Object value) {
    return calls[find(value)];
  }
}
