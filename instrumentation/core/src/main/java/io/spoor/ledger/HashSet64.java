package io.spoor.ledger;

import java.util.Arrays;

/** A set of 64-bit hashes other than 0: open addressing, linear probing, at most 3/4 full. */
final class HashSet64 {

  private long[] table = new long[16];
  private int size;

  boolean add(long hash) {
    if (size * 4 >= table.length * 3) {
      long[] old = table;
      table = new long[old.length * 2];
      for (long each : old) {
        if (each != 0) {
          table[place(each)] = each;
        }
      }
    }
    int place = place(hash);
    if (table[place] == hash) {
      return false;
    }
    table[place] = hash;
    size++;
    return true;
  }

  boolean contains(long hash) {
    return table[place(hash)] == hash;
  }

  boolean remove(long hash) {
    int hole = place(hash);
    if (table[hole] != hash) {
      return false;
    }
    size--;
    int mask = table.length - 1;
    // Knuth, The Art of Computer Programming 3, 6.4, algorithm R: what comes behind may move up.
    for (int i = hole + 1 & mask; table[i] != 0; i = i + 1 & mask) {
      int home = start(table[i]);
      boolean stays = hole <= i ? hole < home && home <= i : hole < home || home <= i;
      if (!stays) {
        table[hole] = table[i];
        hole = i;
      }
    }
    table[hole] = 0;
    if (size == 0 && table.length > 16) {
      table = Arrays.copyOf(table, 16);
    }
    return true;
  }

  void addAllTo(HashSet64 other) {
    for (long each : table) {
      if (each != 0) {
        other.add(each);
      }
    }
  }

  int size() {
    return size;
  }

  int slots() {
    return table.length;
  }

  private int start(long hash) {
    return (int) (hash ^ hash >>> 32) & table.length - 1;
  }

  /** Where the hash is, or would be put. */
  private int place(long hash) {
    int mask = table.length - 1;
    int i = start(hash);
    while (table[i] != 0 && table[i] != hash) {
      i = i + 1 & mask;
    }
    return i;
  }
}
