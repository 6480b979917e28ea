package io.spoor.sql;

import java.util.Arrays;

/**
 * Numbers the names of one statement, so that comparing two is comparing two numbers. Case and
 * quotes do not count.
 */
final class NameTable {

  private final Tokens tokens;
  private int[] slots = new int[64];
  private char[][] texts = new char[32][];
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int size;

  NameTable(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The number of the name that token {@code i} spells. */
  int ofToken(int i) {
    if (tokens.kind[i] == Tokens.WORD) {
      return of(tokens.text, tokens.start[i], tokens.end[i]);
    }
    return of(tokens.unquoted(i));
  }

  int of(String name) {
    char[] text = name.toCharArray();
    return of(text, 0, text.length);
  }

  private int of(char[] text, int start, int end) {
    int slot = slot(text, start, end);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == texts.length) {
      grow();
      slot = slot(text, start, end);
    }
    texts[size] = text;
    from[size] = start;
    to[size] = end;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + fold(text[i]);
    }
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != 0 && !same(slots[slot] - 1, text, start, end)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean same(int id, char[] text, int start, int end) {
    int width = end - start;
    if (to[id] - from[id] != width) {
      return false;
    }
    char[] other = texts[id];
    for (int i = 0; i < width; i++) {
      char a = text[start + i];
      char b = other[from[id] + i];
      if (a != b && fold(a) != fold(b)) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private void grow() {
    int capacity = size * 2;
    texts = Arrays.copyOf(texts, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    slots = new int[capacity * 2];
    for (int id = 0; id < size; id++) {
      slots[slot(texts[id], from[id], to[id])] = id + 1;
    }
  }
}
