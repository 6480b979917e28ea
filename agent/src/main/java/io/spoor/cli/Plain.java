package io.spoor.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Values as people read them. Nothing here depends on the platform's locale or time zone. */
final class Plain {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  private Plain() {}

  /**
   * One line of text that is safe on a terminal: control characters, which file and table names may
   * hold, become visible escapes.
   */
  static String line(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unsafe = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
      if (unsafe && line == null) {
        line = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (unsafe) {
        line.append(c == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else if (line != null) {
        line.append(c);
      }
    }
    return line == null ? text : line.toString();
  }

  /** {@code 1,240}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 input}, {@code 3 inputs}. */
  static String count(long count, String what) {
    return count(count) + " " + what + (count == 1 ? "" : "s");
  }

  /** {@code 340 B}, {@code 88.1 kB}; units of 1000. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    // 999.95 would print as 1000.0 of the smaller unit
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    if (unit < 0) {
      return bytes + " B";
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /** {@code 85 ms}, {@code 12.4 s}, {@code 1 min 05 s}, {@code 3 h 12 min}, {@code 2 d 04 h}. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + "." + millis % 1000 / 100 + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
    return String.format(Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds % 86_400 / 3600);
  }

  /** {@code 2026-03-01 02:00:00Z}: UTC, to the second. */
  static String time(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond()).toString().replace('T', ' ');
  }

  /** {@code 0.80}. */
  static String confidence(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }
}
