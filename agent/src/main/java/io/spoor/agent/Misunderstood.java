package io.spoor.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen and not understood, or failed: told in the extractionError facet, so that a gap is
 * visible as a gap. Bounded; the same thing is told once.
 */
final class Misunderstood {

  private static final int LIMIT = 100;

  /** One thing, told once. */
  static final class Item {
    final String message;
    final String task;

    Item(String message, String task) {
      this.message = message;
      this.task = task;
    }
  }

  private final Map<String, Item> items = new LinkedHashMap<String, Item>();
  private long tasks;
  private long dropped;
  private boolean hidesData;

  /** A task was looked at, whatever came of it. */
  void task() {
    tasks++;
  }

  /**
   * @param message what is missing, without data values
   * @param task normalised SQL or the like; null when there is none
   */
  void add(String message, String task) {
    String key = message + '\n' + task;
    if (!items.containsKey(key)) {
      if (items.size() < LIMIT) {
        items.put(key, new Item(message, task));
      } else {
        dropped++;
      }
    }
  }

  /**
   * The same for an access of data that are not known: a run that did nothing else is told, because
   * of the gap.
   */
  void addAccess(String message, String task) {
    add(message, task);
    hidesData = true;
  }

  /** What a part of the unit of work did not understand. */
  void absorb(Misunderstood part) {
    for (Item item : part.items.values()) {
      add(item.message, item.task);
    }
    hidesData |= part.hidesData;
  }

  /** Whether there was an access of data that are not known. */
  boolean hidesData() {
    return hidesData;
  }

  List<Item> items() {
    return Collections.unmodifiableList(new ArrayList<Item>(items.values()));
  }

  /** Distinct tasks; never fewer than the failed ones. */
  long tasks() {
    return Math.max(tasks, items.size());
  }

  long dropped() {
    return dropped;
  }
}
