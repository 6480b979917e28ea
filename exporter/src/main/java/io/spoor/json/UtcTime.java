package io.spoor.json;

/**
 * Points in time as text, always UTC with milliseconds. The JDK's formatters do the same at the
 * price of several hundred classes. Years 0 to 9999; milliseconds since 1970 in and out.
 */
public final class UtcTime {

  private static final long DAY = 86400000L;

  private UtcTime() {}

  /** Appends {@code 2026-01-31T23:59:59.999Z}. */
  public static StringBuilder appendIso(StringBuilder out, long millis) {
    return append(out, millis, true);
  }

  /** {@code 2026-01-31T23:59:59.999Z}. */
  public static String iso(long millis) {
    return append(new StringBuilder(24), millis, true).toString();
  }

  /** {@code 20260131T235959.999Z}: sorts by time and is a file name everywhere. */
  public static String compact(long millis) {
    return append(new StringBuilder(20), millis, false).toString();
  }

  /**
   * Reads either form.
   *
   * @return milliseconds since 1970, or -1 when the text does not begin with such a time
   */
  public static long parse(String text) {
    int[] parts = new int[7];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      int digits = i == 0 ? 4 : i == 6 ? 3 : 2;
      while (at < text.length() && "-:.T".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      for (int end = at + digits; at < end; at++) {
        char c = at < text.length() ? text.charAt(at) : 'x';
        if (c < '0' || c > '9') {
          return -1;
        }
        parts[i] = parts[i] * 10 + c - '0';
      }
    }
    long year = parts[1] <= 2 ? parts[0] - 1 : parts[0];
    long era = Math.floorDiv(year, 400L);
    long ofEra = year - era * 400;
    long ofYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1;
    long days = era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
    return days * DAY + ((parts[3] * 60L + parts[4]) * 60 + parts[5]) * 1000 + parts[6];
  }

  private static StringBuilder append(StringBuilder out, long millis, boolean separators) {
    long days = Math.floorDiv(millis, DAY);
    int ofDay = (int) Math.floorMod(millis, DAY);
    // Civil date from days, with years that begin in March so that leap days come last.
    long shifted = days + 719468;
    long era = Math.floorDiv(shifted, 146097L);
    long ofEra = shifted - era * 146097;
    long year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    long ofYear = ofEra - (365 * year + year / 4 - year / 100);
    long month = (5 * ofYear + 2) / 153;
    long day = ofYear - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    year += era * 400 + (month <= 2 ? 1 : 0);
    digits(out, (int) year, 1000);
    if (separators) {
      out.append('-');
    }
    digits(out, (int) month, 10);
    if (separators) {
      out.append('-');
    }
    digits(out, (int) day, 10);
    out.append('T');
    digits(out, ofDay / 3600000, 10);
    if (separators) {
      out.append(':');
    }
    digits(out, ofDay / 60000 % 60, 10);
    if (separators) {
      out.append(':');
    }
    digits(out, ofDay / 1000 % 60, 10);
    out.append('.');
    digits(out, ofDay % 1000, 100);
    return out.append('Z');
  }

  private static void digits(StringBuilder out, int value, int highest) {
    for (int unit = highest; unit > 0; unit /= 10) {
      out.append((char) ('0' + value / unit % 10));
    }
  }
}
