package io.spoor.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules about texts: parts of one another, other orders of their numbers, masks, mappings. */
final class TextRules {

  /** Parts of one text, at most. */
  private static final int PARTS = 6;

  /** Of the rows that a mapping is looked for in so many may have values of their own. */
  private static final double KEYS = 0.6;

  private static final char CUT = '\u0000';

  private final LinkedColumn target;
  private final List<LinkedColumn> columns;
  private final double tries;

  TextRules(LinkedColumn target, List<LinkedColumn> columns, double tries) {
    this.target = target;
    this.columns = columns;
    this.tries = tries;
  }

  /** The output's text has the texts of one or several columns in it. */
  Rule concatenation() {
    String[] rest = new String[target.size()];
    for (int row = 0; row < rest.length; row++) {
      rest[row] = target.text(row);
    }
    List<LinkedColumn> parts = new ArrayList<LinkedColumn>();
    Rule first = null;
    while (parts.size() < PARTS) {
      Rule longest = null;
      double most = 0;
      for (LinkedColumn each : columns) {
        Rule rule = parts.contains(each) ? null : contains(rest, each);
        double length = rule == null ? 0 : length(each);
        if (length > most) {
          longest = rule;
          most = length;
        }
      }
      if (longest == null) {
        break;
      }
      LinkedColumn part = longest.columns.get(0);
      parts.add(part);
      first = first == null ? longest : first;
      for (int row = 0; row < rest.length; row++) {
        int at =
            rest[row] == null || part.text(row) == null ? -1 : rest[row].indexOf(part.text(row));
        if (at >= 0) {
          rest[row] =
              rest[row].substring(0, at) + CUT + rest[row].substring(at + part.text(row).length());
        }
      }
    }
    return first == null
        ? null
        : new Rule(
            parts.size() > 1 ? "concatenation" : "text around it",
            parts,
            false,
            first.agreeing,
            first.linked,
            first.chance,
            first.bits,
            isVarying(rest));
  }

  /** Whether what is left of the texts is not the same in all rows. */
  private static boolean isVarying(String[] rest) {
    String first = null;
    boolean varies = false;
    for (String each : rest) {
      first = first == null ? each : first;
      varies |= each != null && !each.equals(first);
    }
    return varies;
  }

  private Rule contains(final String[] texts, final LinkedColumn part) {
    return new Trial(target.size()) {
      @Override
      boolean isThere(int row) {
        return texts[row] != null && part.text(row) != null;
      }

      @Override
      boolean holds(int row, int result) {
        return texts[result].contains(part.text(row));
      }
    }.rule("contains", false, tries, 0, part);
  }

  private static double length(LinkedColumn column) {
    double sum = 0;
    for (int row = 0; row < column.size(); row++) {
      sum += column.text(row) == null ? 0 : column.text(row).length();
    }
    return sum;
  }

  /** The output's text is a part of a column's. */
  Rule part(final LinkedColumn whole) {
    return new Trial(target.size()) {
      @Override
      boolean isThere(int row) {
        return target.text(row) != null && whole.text(row) != null;
      }

      @Override
      boolean holds(int row, int result) {
        return whole.text(row).contains(target.text(result));
      }
    }.rule("part of the text", false, tries, 0, whole);
  }

  /** The numbers in the output's text are some of those in a column's, as in a date. */
  Rule numbers(final LinkedColumn column) {
    final int[] places = places(column);
    return places == null
        ? null
        : new Trial(target.size()) {
          @Override
          boolean isThere(int row) {
            return target.text(row) != null && column.text(row) != null;
          }

          @Override
          boolean holds(int row, int result) {
            long[] from = DateText.numbers(column.text(row));
            long[] to = DateText.numbers(target.text(result));
            boolean holds = to.length == places.length;
            for (int i = 0; holds && i < places.length; i++) {
              holds = places[i] < from.length && DateText.isSame(from[places[i]], to[i]);
            }
            return holds;
          }
        }.rule("format of a date", false, tries, 1, column);
  }

  /** For each number of the output's texts which of the column's it is in all rows. */
  private int[] places(LinkedColumn column) {
    int[] places = null;
    int seen = 0;
    for (int row = 0; row < target.size() && seen < 10; row++) {
      if (target.text(row) == null || column.text(row) == null) {
        continue;
      }
      long[] from = DateText.numbers(column.text(row));
      long[] to = DateText.numbers(target.text(row));
      if (from.length < 2 || to.length == 0) {
        return null;
      }
      if (places == null) {
        places = new int[to.length];
      }
      seen++;
      for (int i = 0; i < places.length; i++) {
        while (places[i] < from.length
            && (i >= to.length || !DateText.isSame(from[places[i]], to[i]))) {
          // Not this one: from here on the next, and the rows before are tried again below.
          places[i]++;
        }
        if (places[i] == from.length) {
          return null;
        }
      }
    }
    return seen < 2 ? null : places;
  }

  /** Beginning and end of the column's text are there, the rest is one sign again and again. */
  Rule mask(final LinkedColumn column) {
    return new Trial(target.size()) {
      @Override
      boolean isThere(int row) {
        return target.text(row) != null && column.text(row) != null;
      }

      @Override
      boolean holds(int row, int result) {
        return isMask(column.text(row), target.text(result));
      }
    }.rule("mask", true, tries, 1, column);
  }

  private static boolean isMask(String text, String masked) {
    int from = 0;
    int shorter = Math.min(text.length(), masked.length());
    while (from < shorter && text.charAt(from) == masked.charAt(from)) {
      from++;
    }
    int to = 0;
    while (to < shorter - from
        && text.charAt(text.length() - 1 - to) == masked.charAt(masked.length() - 1 - to)) {
      to++;
    }
    int end = masked.length() - to;
    if (from + to == 0 || end - from < 2) {
      return false;
    }
    char sign = masked.charAt(from);
    boolean isMasked = !Character.isLetterOrDigit(sign) || sign == 'x';
    for (int i = from; i < end && isMasked; i++) {
      isMasked = masked.charAt(i) == sign;
    }
    return isMasked;
  }

  /** Each value of the column always leads to the same value of the output. */
  Rule mapping(final LinkedColumn column) {
    final Map<String, String> map = new HashMap<String, String>();
    int learnt = 0;
    for (int row = 0; row < target.size(); row++) {
      if (target.text(row) != null
          && column.text(row) != null
          && !map.containsKey(column.text(row))) {
        map.put(column.text(row), target.text(row));
        learnt++;
      }
    }
    // A value of its own for nearly each row leads to anything: it is a key.
    return map.size() < 2 || learnt > KEYS * target.size()
        ? null
        : new Trial(target.size()) {
          @Override
          boolean isThere(int row) {
            return target.text(row) != null && column.text(row) != null;
          }

          @Override
          boolean holds(int row, int result) {
            return target.text(result).equals(map.get(column.text(row)));
          }
        }.rule("mapping", false, tries, learnt, column);
  }
}
