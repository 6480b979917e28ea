package io.spoor.boot.record;

/** A row that a {@link RowStore} keeps, and those before it. Immutable. */
final class KeptRow {

  /** Bytes of a row without its values, and of each value's hash and reference. */
  private static final int ROW = 88;

  private static final int CELL = 12;

  /** Its place among all rows of its side, from 0. */
  final long ordinal;

  /** The column that its values begin with. */
  final int begin;

  final long[] hashes;
  final Object[] values;

  /** What the thread had read last when the row was complete; null when that is not known. */
  final RowStore source;

  /** The place of that. */
  final long sourceOrdinal;

  final KeptRow next;

  KeptRow(
      long ordinal,
      int begin,
      long[] hashes,
      Object[] values,
      RowStore source,
      long sourceOrdinal,
      KeptRow next) {
    this.ordinal = ordinal;
    this.begin = begin;
    this.hashes = hashes;
    this.values = values;
    this.source = source;
    this.sourceOrdinal = sourceOrdinal;
    this.next = next;
  }

  /** The same row, after another one. */
  KeptRow behind(KeptRow other) {
    return new KeptRow(ordinal, begin, hashes, values, source, sourceOrdinal, other);
  }

  /** Of a column of the store; none where the row has no such column. */
  long hash(int column) {
    int at = column - begin;
    return at >= 0 && at < hashes.length ? hashes[at] : ValueHash.NONE;
  }

  /** One past its last column. */
  int end() {
    return begin + hashes.length;
  }

  /** Its hashes, from a column on that is none behind its first one. */
  long[] hashesFrom(int column) {
    long[] from = begin == column ? hashes : new long[end() - column];
    if (from != hashes) {
      System.arraycopy(hashes, 0, from, begin - column, hashes.length);
    }
    return from;
  }

  Object[] valuesFrom(int column) {
    Object[] from = begin == column ? values : new Object[end() - column];
    if (from != values) {
      System.arraycopy(values, 0, from, begin - column, values.length);
    }
    return from;
  }

  int bytes() {
    int bytes = ROW + CELL * hashes.length;
    for (Object value : values) {
      bytes += SmallValue.bytes(value);
    }
    return bytes;
  }
}
