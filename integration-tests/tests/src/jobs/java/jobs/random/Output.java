package jobs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table or file that is written, and how. */
final class Output {

  /** Ways to set a parameter. */
  enum Setter {
    TYPED,
    OBJECT,
    STRING
  }

  final String name;

  /** Null for a table. */
  final TextFormat format;

  final Setter setter;
  final boolean isBatch;
  final List<Column> columns = new ArrayList<>();

  /** Of an update: whose first column says which row is changed; else null. */
  Source updatedBy;

  /** Which rows a fan-out leaves to it: all, or those with an odd or an even number. */
  int routed = -1;

  Output(String name, TextFormat format, Dice dice) {
    this.name = name;
    this.format = format;
    setter = dice.weighed(Setter.values(), 50, 25, 25);
    isBatch = dice.percent(50);
  }

  boolean isFile() {
    return format != null;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Column each : columns) {
      boolean isLower = format != null && format.lowerCase;
      names.add(isLower ? each.name.toLowerCase(Locale.ROOT) : each.name);
    }
    return names;
  }

  String path() {
    return "out/" + name.toLowerCase(Locale.ROOT) + format.ending();
  }

  /** As {@link Truth} calls it. */
  String label() {
    return isFile() ? path() : "PUBLIC." + name;
  }
}
