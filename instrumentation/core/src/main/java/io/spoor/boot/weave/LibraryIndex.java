package io.spoor.boot.weave;

import io.spoor.boot.record.LibraryTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Descriptions of libraries as the build, or a user, made them. Most jobs meet no such library: of
 * its own descriptions only the packages are known at start, and the rest is read when a class of
 * one of them loads. Thread-safe: class loading on any thread may ask it.
 */
final class LibraryIndex implements LibraryTable {

  /** Ends a type that stands for all classes of a package and those beneath it. */
  private static final String ALL = "**";

  /** What is known of some descriptions. Immutable. */
  private static final class Rules {
    final Map<String, HookRule[]> exact = new HashMap<String, HookRule[]>();
    final Map<String, HookRule[]> packages = new HashMap<String, HookRule[]>();
    final List<String> calls = new ArrayList<String>();

    Rules(String text) {
      String type = null;
      List<HookRule> open = new ArrayList<HookRule>();
      for (int start = 0; start < text.length(); ) {
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end);
        start = end + 1;
        if (line.startsWith(" ")) {
          open.add(HookRule.parse(line.substring(1)));
          continue;
        }
        close(type, open);
        type = null;
        if (line.startsWith("call ")) {
          calls.add(line.substring("call ".length()));
        } else if (!line.startsWith("gate ")) {
          type = line;
        }
      }
      close(type, open);
    }

    private void close(String type, List<HookRule> open) {
      if (type != null) {
        HookRule[] rules = open.toArray(new HookRule[0]);
        if (type.endsWith(ALL)) {
          packages.put(type.substring(0, type.length() - ALL.length()), rules);
        } else {
          exact.put(type, rules);
        }
      }
      open.clear();
    }

    /** What is said of a method of the class itself is said instead of what its package says. */
    void find(String className, List<HookRule> into) {
      HookRule[] named = exact.get(className);
      List<HookRule> own = named == null ? Collections.<HookRule>emptyList() : Arrays.asList(named);
      for (HookRule rule : own) {
        if (rule.where != HookRule.NOWHERE) {
          into.add(rule);
        }
      }
      for (Map.Entry<String, HookRule[]> each : packages.entrySet()) {
        if (className.startsWith(each.getKey())) {
          for (HookRule rule : each.getValue()) {
            if (!isOfOneOf(own, rule)) {
              into.add(rule);
            }
          }
        }
      }
    }

    private static boolean isOfOneOf(List<HookRule> own, HookRule rule) {
      for (HookRule each : own) {
        if (each.isOfSameMethodAs(rule)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Beginnings of the names of classes that users describe. */
  private String[] gates = {};

  private final HookIndex index;
  private final HookIndex.Source source;
  private volatile Rules own;

  /** Null when users describe nothing. */
  private volatile Rules users;

  private volatile boolean met;

  LibraryIndex(HookIndex.Source source, HookIndex index) {
    this.source = source;
    this.index = index;
  }

  /** Adds what users describe; at start only. */
  @SuppressWarnings("deprecation") // As HookIndex reads its own.
  void describe(byte[] text) {
    String lines = new String(text, 0);
    for (int start = 0; start < lines.length(); ) {
      int end = lines.indexOf('\n', start);
      if (lines.startsWith("gate ", start)) {
        gates = Arrays.copyOf(gates, gates.length + 1);
        gates[gates.length - 1] = lines.substring(start + "gate ".length(), end);
      }
      start = end + 1;
    }
    users = new Rules(lines);
  }

  /** Whether users describe something. */
  boolean isOfUsers() {
    return users != null;
  }

  /** The rules of a class by internal name; null when it is not described. */
  HookRule[] rules(String className) {
    if (!passes(className)) {
      return null;
    }
    // Also for a class beside the described ones: what the thread reads next may be a model.
    met = true;
    List<HookRule> found = new ArrayList<HookRule>();
    own().find(className, found);
    if (users != null) {
      users.find(className, found);
    }
    if (found.isEmpty()) {
      return null;
    }
    return found.toArray(new HookRule[0]);
  }

  private boolean passes(String className) {
    if (index.isGated(className)) {
      return true;
    }
    for (String beginning : gates) {
      if (className.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("deprecation") // As HookIndex reads its own.
  private Rules own() {
    Rules known = own;
    if (known == null) {
      try {
        known = new Rules(new String(source.read(), 0));
      } catch (IOException e) {
        throw new IllegalStateException("the descriptions of libraries cannot be read", e);
      }
      own = known;
    }
    return known;
  }

  @Override
  public boolean isMet() {
    return met;
  }

  @Override
  public List<String> calls(boolean ofUsers) {
    if (ofUsers) {
      return users == null ? Collections.<String>emptyList() : users.calls;
    }
    return own().calls;
  }
}
