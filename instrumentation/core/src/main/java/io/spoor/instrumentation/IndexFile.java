package io.spoor.instrumentation;

import io.spoor.boot.weave.HookIndex;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays the lines of {@link Hooks} out as {@link HookIndex} reads them. */
public final class IndexFile {

  /** So many places for each entry that few other names meet one. */
  private static final int SPARSE = 4;

  private static final int MOST = 65535;

  /** What is said of one name. */
  private static final class Entry {
    int flags;
    String words = "";
    final List<String> rules = new ArrayList<String>();
  }

  private final Map<String, Entry> entries = new LinkedHashMap<String, Entry>();
  private final List<String> handlers = new ArrayList<String>();
  private final Map<Integer, List<String>> gates = new TreeMap<Integer, List<String>>();
  private final Map<String, Integer> texts = new LinkedHashMap<String, Integer>();
  private final Map<String, Integer> calls = new LinkedHashMap<String, Integer>();

  private IndexFile(List<String> lines) {
    Entry open = null;
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (space == 0) {
        open.rules.add(line.substring(1));
      } else if (space < 0) {
        boolean isFollowed = line.charAt(0) == '+';
        open = entry(isFollowed ? line.substring(1) : line);
        if ((open.flags & (HookIndex.RULES | HookIndex.FOLLOWED)) != 0) {
          // They would hold together or not at all.
          throw new IllegalArgumentException(line + " has rules already");
        }
        open.flags |= isFollowed ? HookIndex.FOLLOWED : HookIndex.RULES;
      } else {
        said(line.substring(0, space), line.substring(space + 1));
      }
    }
  }

  /**
   * @param lines a class or role, with the rules beneath it after a space each; then what is said
   *     of drivers, libraries, units, handlers and gates, each after a word for it
   * @throws IllegalArgumentException if there is a line of another kind, or too much of any
   */
  public static byte[] of(List<String> lines) {
    try {
      return new IndexFile(lines).write();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void said(String word, String what) {
    switch (word) {
      case "driver":
        int space = what.indexOf(' ');
        Entry driver = entry(what.substring(0, space));
        driver.flags |= HookIndex.DRIVER;
        driver.words = what.substring(space + 1);
        break;
      case "library":
        entry(what).flags |= HookIndex.LIBRARY;
        break;
      case "unit":
        entry(what).flags |= HookIndex.UNIT;
        break;
      case "handler":
        handlers.add(what);
        break;
      case "gate":
        gate(what);
        break;
      default:
        throw new IllegalArgumentException(word + " " + what);
    }
  }

  private void gate(String beginning) {
    int kind = HookIndex.gate(beginning);
    List<String> same = gates.get(kind);
    if (same == null) {
      same = new ArrayList<String>();
      gates.put(kind, same);
    }
    same.add(beginning);
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      entry = new Entry();
      entries.put(name, entry);
    }
    return entry;
  }

  private static int number(Map<String, Integer> numbers, String of) {
    Integer known = numbers.get(of);
    if (known == null) {
      known = numbers.size();
      numbers.put(of, known);
    }
    return known;
  }

  private byte[] write() throws IOException {
    int[] table = new int[Integer.highestOneBit(2 * entries.size() + 1) * SPARSE];
    int begin = HookIndex.TABLE + 2 * table.length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      String name = entry.getKey();
      place(name, begin + out.size(), table);
      if ((entry.getValue().flags & HookIndex.RULES) != 0 && name.indexOf('/') >= 0) {
        place(name.replace('/', '.'), begin + out.size(), table);
      }
      write(out, name, entry.getValue());
    }
    final int callsAt = begin + out.size();
    calls(out);
    final int handlersAt = begin + out.size();
    texts(out, handlers);
    int[] gatesAt = new int[HookIndex.GATE_PLACES];
    for (Map.Entry<Integer, List<String>> kind : gates.entrySet()) {
      gatesAt[kind.getKey()] = begin + out.size();
      texts(out, kind.getValue());
    }
    final int textsAt = begin + out.size();
    int next = textsAt + 2 + 2 * texts.size();
    out.writeShort(texts.size());
    for (String text : texts.keySet()) {
      out.writeShort(next);
      next += 2 + text.length();
    }
    for (String text : texts.keySet()) {
      text(out, text);
    }
    if (next > MOST) {
      throw new IllegalArgumentException("two bytes do not reach to the end of the index");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(all);
    for (int number : new int[] {table.length, textsAt, callsAt, handlersAt}) {
      head.writeShort(number);
    }
    for (int at : gatesAt) {
      head.writeShort(at);
    }
    for (int at : table) {
      head.writeShort(at);
    }
    bytes.writeTo(head);
    return all.toByteArray();
  }

  private static void place(String name, int at, int[] table) {
    int place = HookIndex.place(name, table.length);
    while (table[place] != 0) {
      place = place + 1 & table.length - 1;
    }
    table[place] = at;
  }

  private void write(DataOutputStream out, String name, Entry entry) throws IOException {
    text(out, name);
    out.writeByte(entry.flags);
    text(out, entry.words);
    out.writeShort(entry.rules.size());
    for (String rule : entry.rules) {
      String[] parts = rule.split("\\|", -1);
      out.writeShort(number(texts, parts[0]));
      out.writeShort(number(texts, parts[1]));
      out.writeByte(parts[2].charAt(0));
      out.writeByte(parts[3].charAt(0));
      out.writeShort(number(calls, parts[4] + "|" + parts[5] + "|" + parts[6]));
    }
  }

  private void calls(DataOutputStream out) throws IOException {
    out.writeShort(calls.size());
    for (String call : calls.keySet()) {
      for (String part : call.split("\\|", -1)) {
        out.writeShort(number(texts, part));
      }
    }
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeShort(text.length());
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
