package io.spoor.sql;

import java.util.Arrays;

/** Collects the sources of one value at a time, each base column once. */
final class SourceCollector {

  private BaseColumn[] columns = new BaseColumn[16];
  private int[] ways = new int[16];
  private int size;
  private int stamp;

  /** Empties it for the next value. */
  void begin() {
    stamp++;
    size = 0;
  }

  void add(BaseColumn column, int way) {
    if (column.stamp == stamp) {
      ways[column.slot] = Ways.beside(ways[column.slot], way);
      return;
    }
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size * 2);
      ways = Arrays.copyOf(ways, size * 2);
    }
    column.stamp = stamp;
    column.slot = size;
    columns[size] = column;
    ways[size++] = way;
  }

  /** Adds what a value is made of that is used in the given way. */
  void addAll(Sources sources, int way) {
    for (int i = 0; i < sources.columns.length; i++) {
      add(sources.columns[i], Ways.through(way, sources.ways[i]));
    }
  }

  Sources take() {
    return size == 0
        ? Sources.NONE
        : new Sources(Arrays.copyOf(columns, size), Arrays.copyOf(ways, size));
  }
}
