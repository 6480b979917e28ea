package io.spoor.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns that a query or a relation offers, in order, found by name. */
final class ColumnList {

  static final ColumnList NONE = new ColumnList();

  /** Above this a name is looked up by hash. */
  private static final int FEW = 12;

  private final List<OutColumn> columns = new ArrayList<OutColumn>();
  private int stars;
  private int[] slots;
  private int indexed;

  void add(OutColumn column) {
    columns.add(column);
    if (column.star) {
      stars++;
    }
  }

  void addAll(ColumnList other) {
    for (int i = 0; i < other.size(); i++) {
      add(other.get(i));
    }
  }

  int size() {
    return columns.size();
  }

  OutColumn get(int i) {
    return columns.get(i);
  }

  /** Whether all its columns are known. */
  boolean isComplete() {
    return stars == 0;
  }

  /** The first column of that name, or null. */
  OutColumn find(int name) {
    int at = indexOf(name);
    return at < 0 ? null : columns.get(at);
  }

  int indexOf(int name) {
    if (name < 0) {
      return -1;
    }
    if (columns.size() > FEW) {
      return lookUp(name);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name == name) {
        return i;
      }
    }
    return -1;
  }

  private int lookUp(int name) {
    if (indexed != columns.size()) {
      index();
    }
    int slot = slot(name);
    return slots[slot] - 1;
  }

  private void index() {
    int capacity = Integer.highestOneBit(columns.size()) * 4;
    if (slots == null || slots.length < capacity) {
      slots = new int[capacity];
      indexed = 0;
    } else if (indexed > columns.size()) {
      Arrays.fill(slots, 0);
      indexed = 0;
    }
    for (; indexed < columns.size(); indexed++) {
      int name = columns.get(indexed).name;
      if (name >= 0) {
        int slot = slot(name);
        if (slots[slot] == 0) {
          slots[slot] = indexed + 1;
        }
      }
    }
  }

  private int slot(int name) {
    int slot = name * 0x9E3779B1 >>> 8 & slots.length - 1;
    while (slots[slot] != 0 && columns.get(slots[slot] - 1).name != name) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** How many stars may stand for a column of that name. */
  int openFor(int name) {
    int count = 0;
    for (int i = 0; stars > 0 && i < columns.size(); i++) {
      OutColumn column = columns.get(i);
      if (column.star && !column.united && !column.excludes(name)) {
        count++;
      }
    }
    return count;
  }

  /** The first star that may stand for a column of that name, or null. */
  OutColumn starFor(int name) {
    for (int i = 0; i < columns.size(); i++) {
      OutColumn column = columns.get(i);
      if (column.star && !column.united && !column.excludes(name)) {
        return column;
      }
    }
    return null;
  }
}
