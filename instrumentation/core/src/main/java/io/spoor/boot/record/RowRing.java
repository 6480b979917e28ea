package io.spoor.boot.record;

import java.util.Arrays;

/**
 * The row that is open at a result set or a statement: what getters returned, or setters were
 * given. Overwritten with each row; only a row that is kept becomes hashes. One thread at a time.
 */
final class RowRing {

  /** Columns that are looked at, by position and as many by label. */
  static final int WIDTH = 40;

  /** Where columns begin that are known by label. */
  static final int LABELLED = WIDTH;

  private static final byte EMPTY = 0;
  private static final byte REFERENCE = 1;
  private static final byte INTEGER = 2;
  private static final byte FRACTION = 3;

  /** A part of a text: the number holds from and to. */
  private static final byte PART = 4;

  private final Object[] references = new Object[2 * WIDTH];
  private final long[] numbers = new long[2 * WIDTH];
  private final byte[] kinds = new byte[2 * WIDTH];
  private int width;

  /** The column whose value tells whether the open row is kept; -1 when it does not alone. */
  private int decider = -1;

  /** The store's threshold when it was asked last, which only falls. */
  private long limit;

  private boolean isPassed;
  private Thread thread;
  private RowWindow window;

  private RowStore store;

  void put(int column, Object value) {
    int at = column - 1;
    if (at >= 0 && at < WIDTH) {
      set(at, value);
    }
  }

  void put(int column, long value) {
    int at = column - 1;
    if (at >= 0 && at < WIDTH) {
      set(at, value);
    }
  }

  void put(int column, double value) {
    int at = column - 1;
    if (at >= 0 && at < WIDTH) {
      set(at, value);
    }
  }

  /** A part of a text, which is not cut out before it is wanted. */
  void put(int column, String text, int from, int to) {
    int at = column - 1;
    if (at >= 0 && at < WIDTH) {
      references[at] = text;
      numbers[at] = (long) from << 32 | to;
      note(at, PART);
    }
  }

  /** The number of a label's column, from 1; 0 when there are too many. */
  int column(Object label) {
    String[] labels = store.labels;
    for (int i = 0; i < WIDTH; i++) {
      if (labels[i] == null && label instanceof String) {
        labels[i] = (String) label;
      }
      if (label == labels[i] || labels[i] != null && labels[i].equals(label)) {
        return LABELLED + i + 1;
      }
    }
    return 0;
  }

  // No label is looked for where the row is not kept.

  void putLabelled(Object label, Object value) {
    int at = isPassed ? -1 : column(label) - 1;
    if (at >= 0) {
      set(at, value);
    }
  }

  void putLabelled(Object label, long value) {
    int at = isPassed ? -1 : column(label) - 1;
    if (at >= 0) {
      set(at, value);
    }
  }

  void putLabelled(Object label, double value) {
    int at = isPassed ? -1 : column(label) - 1;
    if (at >= 0) {
      set(at, value);
    }
  }

  private void set(int at, Object value) {
    if (at == decider) {
      isPassed = isRuledOut(ValueHash.of(value));
    } else if (isPassed) {
      kinds[at] = EMPTY;
      return;
    }
    references[at] = value;
    note(at, REFERENCE);
  }

  private void set(int at, long value) {
    if (at == decider) {
      isPassed = isRuledOut(ValueHash.of(value));
    } else if (isPassed) {
      kinds[at] = EMPTY;
      return;
    }
    numbers[at] = value;
    note(at, INTEGER);
  }

  private void set(int at, double value) {
    if (at == decider) {
      isPassed = isRuledOut(ValueHash.of(value));
    } else if (isPassed) {
      kinds[at] = EMPTY;
      return;
    }
    numbers[at] = Double.doubleToRawLongBits(value);
    note(at, FRACTION);
  }

  private void note(int at, byte kind) {
    kinds[at] = kind;
    if (at >= width) {
      width = at + 1;
    }
  }

  private boolean isRuledOut(long hash) {
    return hash == ValueHash.NONE || hash >>> 1 >= limit;
  }

  /** The open row is complete: whether it was clear before that it is not kept. */
  boolean pass() {
    boolean is = isPassed;
    if (is) {
      isPassed = false;
      store.pass();
    }
    return is;
  }

  /**
   * The open row is complete: its store keeps it, or not.
   *
   * @param source what the thread had read last, and the place of that
   */
  void end(RowStore source, long sourceOrdinal) {
    store.end(this, source, sourceOrdinal);
    decider = store.decider();
    limit = store.threshold();
  }

  /** Where rows go; of a statement known when it runs first. */
  RowStore store() {
    return store;
  }

  /** Rows go to another place from now on. */
  void store(RowStore next) {
    if (store != next) {
      store = next;
      decider = -1;
      isPassed = false;
    }
  }

  int width() {
    return width;
  }

  /** The object in a column; null where there is none. */
  Object reference(int column) {
    return kinds[column] == REFERENCE ? references[column] : null;
  }

  /**
   * The column that an object is in; -1 when it is in none or in several. Drivers get a label's
   * value by its position: then it is in both, and the position is told.
   */
  int columnOf(Object value) {
    int found = columnOf(value, 0, Math.min(width, LABELLED));
    return found == -1 ? columnOf(value, LABELLED, width) : Math.max(found, -1);
  }

  /** -1 for none, -2 for several. */
  private int columnOf(Object value, int from, int to) {
    int found = -1;
    for (int i = from; i < to; i++) {
      if (references[i] == value && kinds[i] == REFERENCE) {
        found = found == -1 ? i : -2;
      }
    }
    return found;
  }

  boolean isEmpty() {
    return width == 0;
  }

  /** Where the open row's columns begin: at 0, or at those with labels when it has no others. */
  int begin() {
    if (width <= LABELLED) {
      return 0;
    }
    for (int i = 0; i < LABELLED; i++) {
      // Drivers get a label's value by a position, as an object of their own that is no value.
      if (kinds[i] != EMPTY && hash(i) != ValueHash.NONE) {
        return 0;
      }
    }
    return LABELLED;
  }

  /** Of the open row, from a column on. */
  long[] hashes(int begin) {
    long[] hashes = new long[width - begin];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(begin + i);
    }
    return hashes;
  }

  /** Of the open row, those that are small and stay as they are; null for the others. */
  Object[] values(int begin) {
    Object[] values = new Object[width - begin];
    for (int at = 0; at < values.length; at++) {
      int i = begin + at;
      if (kinds[i] == REFERENCE) {
        values[at] = SmallValue.of(references[i]);
      } else if (kinds[i] == INTEGER) {
        values[at] = numbers[i];
      } else if (kinds[i] == FRACTION) {
        values[at] = Double.longBitsToDouble(numbers[i]);
      } else if (kinds[i] == PART) {
        int from = (int) (numbers[i] >>> 32);
        int to = Math.min((int) numbers[i], from + SmallValue.LONGEST + 1);
        values[at] = SmallValue.of(((String) references[i]).substring(from, to));
      }
    }
    return values;
  }

  /** Of one of its values. */
  long hash(int column) {
    switch (kinds[column]) {
      case REFERENCE:
        return ValueHash.of(references[column]);
      case PART:
        long part = numbers[column];
        return ValueHash.of((String) references[column], (int) (part >>> 32), (int) part);
      case INTEGER:
        return ValueHash.of(numbers[column]);
      case FRACTION:
        return ValueHash.of(Double.longBitsToDouble(numbers[column]));
      default:
        return ValueHash.NONE;
    }
  }

  /** The next row begins. Its values take the places of those that are there still. */
  void next() {
    for (int i = 0; i < width; i++) {
      kinds[i] = EMPTY;
    }
    width = 0;
  }

  /** No value is held any longer. */
  void clear() {
    Arrays.fill(references, null);
    next();
    decider = -1;
    isPassed = false;
  }

  /** The rows that the current thread reads; looked up once for each thread that comes along. */
  RowWindow window(ThreadLocal<RowWindow> windows) {
    Thread current = Thread.currentThread();
    if (thread != current) {
      RowWindow known = windows.get();
      if (known == null) {
        known = new RowWindow();
        windows.set(known);
      }
      window = known;
      thread = current;
    }
    return window;
  }
}
