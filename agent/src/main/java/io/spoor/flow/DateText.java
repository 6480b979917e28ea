package io.spoor.flow;

/** The numbers in a text, where names of months are numbers, too. */
final class DateText {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final int MOST = 12;

  private DateText() {}

  /** In their order; eight digits that are a date are three numbers. */
  static long[] numbers(String text) {
    long[] numbers = new long[MOST + 3];
    int count = 0;
    int at = 0;
    while (at < text.length() && count < MOST) {
      char c = text.charAt(at);
      int from = at;
      if (c >= '0' && c <= '9') {
        long number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          number = number * 10 + text.charAt(at++) - '0';
        }
        count = at - from == 8 ? split(number, numbers, count) : add(number, numbers, count);
      } else if (Character.isLetter(c)) {
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
          at++;
        }
        int month = at - from < 3 ? -1 : MONTHS.indexOf(text.substring(from, from + 3));
        count = month >= 0 && month % 3 == 0 ? add(month / 3 + 1, numbers, count) : count;
      } else {
        at++;
      }
    }
    return java.util.Arrays.copyOf(numbers, count);
  }

  private static int add(long number, long[] numbers, int count) {
    numbers[count] = number;
    return count + 1;
  }

  /** 20240131 and 31012024. */
  private static int split(long number, long[] numbers, int count) {
    boolean isYearFirst = number / 10000 >= 1000 && number / 100 % 100 <= 12 && number % 100 <= 31;
    int next = add(isYearFirst ? number / 10000 : number / 1000000, numbers, count);
    next = add(isYearFirst ? number / 100 % 100 : number / 10000 % 100, numbers, next);
    return add(isYearFirst ? number % 100 : number % 10000, numbers, next);
  }

  /** Whether two numbers are the same, or one is the year of the other without its century. */
  static boolean isSame(long from, long to) {
    return from == to || from >= 1900 && from < 2100 && to < 100 && from % 100 == to;
  }
}
