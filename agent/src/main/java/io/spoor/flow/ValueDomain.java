package io.spoor.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many different values there could be that look like some: numbers and dates between the least
 * and the greatest, in steps that all of them keep; texts of the same length with the characters
 * that some of them have at each place. Where a column has most of what there could be, any other
 * column of the kind has the same values. Immutable.
 */
final class ValueDomain {

  /** No value is told to be rarer than this, whatever it looks like. */
  private static final double LEAST = 1.0 / 1024;

  /** So many values at both ends may be of another kind: those that stand for none, or for all. */
  private static final double ENDS = 0.05;

  private static final int DIGITS = 17;
  private static final long[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  /** How much of their line numbers and dates fill; -1 for texts. */
  private final double chanceOnLine;

  /** For each length of a text how many there could be, and how many there are. */
  private final Map<Integer, Double> possible = new HashMap<Integer, Double>();

  private final Map<Integer, Integer> there = new HashMap<Integer, Integer>();
  private final double more;

  /**
   * @param texts different values, in lower case
   * @param more how many there are in all for each of these
   */
  ValueDomain(Set<String> texts, double more) {
    this.more = more;
    long[] places = places(texts);
    chanceOnLine = places == null ? -1 : onLine(places, more);
    if (places == null) {
      characters(texts);
    }
  }

  /** How likely it is that a value of this look is there by chance, 0 to 1. */
  double chance(String text) {
    if (text == null) {
      // What is not held is long.
      return LEAST;
    }
    if (chanceOnLine >= 0) {
      return chanceOnLine;
    }
    Double of = possible.get(text.length());
    return of == null ? LEAST : bounded(more * there.get(text.length()) / of);
  }

  private static double bounded(double chance) {
    return Math.max(LEAST, Math.min(1, chance));
  }

  private void characters(Set<String> texts) {
    Map<Integer, List<Set<Character>>> at = new HashMap<Integer, List<Set<Character>>>();
    for (String text : texts) {
      List<Set<Character>> places = at.get(text.length());
      if (places == null) {
        places = new ArrayList<Set<Character>>();
        for (int i = 0; i < text.length(); i++) {
          places.add(new HashSet<Character>());
        }
        at.put(text.length(), places);
      }
      for (int i = 0; i < text.length(); i++) {
        places.get(i).add(text.charAt(i));
      }
      Integer before = there.get(text.length());
      there.put(text.length(), before == null ? 1 : before + 1);
    }
    for (Map.Entry<Integer, List<Set<Character>>> each : at.entrySet()) {
      double product = 1;
      for (Set<Character> place : each.getValue()) {
        product *= place.size();
      }
      possible.put(each.getKey(), product);
    }
  }

  private static double onLine(long[] places, double more) {
    Arrays.sort(places);
    int end = (int) (ENDS * places.length);
    long first = places[end];
    long last = places[places.length - 1 - end];
    long step = 0;
    for (int i = end + 1; i < places.length - end; i++) {
      step = divisor(step, places[i] - first);
    }
    double room = step == 0 ? 1 : ((double) last - first) / step + 1;
    return bounded(more * (places.length - 2 * end) / room);
  }

  private static long divisor(long one, long other) {
    return other == 0 ? Math.abs(one) : divisor(other, one % other);
  }

  /** Numbers without a fraction, and seconds; null when some value is none of both. */
  private static long[] places(Set<String> texts) {
    int scale = 0;
    List<BigDecimal> numbers = new ArrayList<BigDecimal>(texts.size());
    for (String text : texts) {
      BigDecimal number = number(text);
      if (number == null) {
        return null;
      }
      scale = Math.max(scale, number.scale());
      numbers.add(number);
    }
    long[] places = new long[numbers.size()];
    for (int i = 0; i < places.length; i++) {
      BigDecimal whole = numbers.get(i).movePointRight(scale);
      if (whole.precision() - whole.scale() > DIGITS) {
        return null;
      }
      places[i] = whole.longValue();
    }
    return places;
  }

  private static BigDecimal number(String text) {
    boolean isDate =
        text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-' && isDigit(text, 0);
    if (isDate) {
      long[] parts = DateText.numbers(text);
      return parts.length < 3 ? null : BigDecimal.valueOf(seconds(parts));
    }
    for (int i = 0; i < text.length(); i++) {
      boolean isSign = i == 0 && text.length() > 1 && text.charAt(i) == '-';
      if (!isDigit(text, i) && !isSign && text.charAt(i) != '.') {
        return null;
      }
    }
    try {
      return text.length() > DIGITS + 2 ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Since some day; those of days that follow one another differ by a day's, always. */
  private static long seconds(long[] parts) {
    long year = parts[0];
    int month = (int) Math.max(1, Math.min(12, parts[1]));
    boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    long leaps = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    long days = year * 365 + leaps + DAYS_BEFORE[month - 1] + parts[2];
    days += isLeap && month > 2 ? 1 : 0;
    long seconds = days * 86_400;
    long unit = 3_600;
    for (int i = 3; i < Math.min(6, parts.length); i++) {
      seconds += parts[i] * unit;
      unit /= 60;
    }
    return seconds;
  }
}
