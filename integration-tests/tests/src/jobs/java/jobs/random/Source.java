package jobs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table or file that is there before, and how it is read. */
final class Source {

  /** Ways to get a cell of a result. */
  enum Getter {
    TYPED,
    OBJECT,
    STRING
  }

  final String name;

  /** Null for a table. */
  final TextFormat format;

  final List<Kind> kinds = new ArrayList<>();
  final List<String> columns = new ArrayList<>();
  final List<Object[]> rows = new ArrayList<>();
  final Getter getter;
  final boolean byLabel;
  final boolean star;

  /** Which of the ways to read lines. */
  final int reader;

  Source(String name, TextFormat format, Dice dice) {
    this.name = name;
    this.format = format;
    getter = dice.weighed(Getter.values(), 50, 25, 25);
    byLabel = dice.percent(40);
    star = dice.percent(30);
    reader = dice.below(4);
  }

  void add(Kind kind, String column) {
    kinds.add(kind);
    columns.add(format != null && format.lowerCase ? column.toLowerCase(Locale.ROOT) : column);
  }

  boolean isFile() {
    return format != null;
  }

  String path() {
    return "in/" + name.toLowerCase(Locale.ROOT) + format.ending();
  }

  /** As {@link Truth} calls it. */
  String label() {
    return isFile() ? path() : "PUBLIC." + name;
  }

  /** Whether its first column counts, so that others can refer to it. */
  boolean isNumbered() {
    return kinds.get(0) == Kind.NUMBER;
  }

  /** The place of the column that refers to others. */
  int reference() {
    return kinds.indexOf(Kind.REFERENCE);
  }

  List<Integer> places(java.util.function.Predicate<Kind> which) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (which.test(kinds.get(i))) {
        places.add(i);
      }
    }
    return places;
  }
}
