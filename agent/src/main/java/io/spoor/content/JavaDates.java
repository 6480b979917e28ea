package io.spoor.content;

import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;

/** Dates as java.sql writes them, which is how they are compared. Stateless. */
final class JavaDates {

  private static final long DAY = 86400000L;

  private JavaDates() {}

  /** Of a day since 1970, as {@code 2024-01-31}. */
  static String day(long days) {
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    calendar.setTime(new Date(days * DAY));
    return date(calendar);
  }

  /** Of an instant, in the job's time zone. */
  static String timestamp(long millis) {
    Calendar calendar = Calendar.getInstance();
    calendar.setTime(new Date(millis));
    String text =
        date(calendar)
            + String.format(
                " %02d:%02d:%02d.%03d",
                calendar.get(Calendar.HOUR_OF_DAY),
                calendar.get(Calendar.MINUTE),
                calendar.get(Calendar.SECOND),
                calendar.get(Calendar.MILLISECOND));
    // Fractions are written as far as they go.
    String trimmed = text.replaceAll("0+$", "");
    return trimmed.endsWith(".") ? trimmed + '0' : trimmed;
  }

  private static String date(Calendar calendar) {
    return String.format(
        "%04d-%02d-%02d",
        calendar.get(Calendar.YEAR),
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }
}
