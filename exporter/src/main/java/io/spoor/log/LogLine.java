package io.spoor.log;

import io.spoor.json.UtcTime;

/** How a sentence looks in the log. */
final class LogLine {

  private static final int LONGEST = 2000;
  private static final int FRAMES = 20;
  private static final int CAUSES = 4;

  private LogLine() {}

  /** Level and sentence as one line, without time; repeated sentences are known by it. */
  static String text(String level, String sentence, Throwable failure) {
    StringBuilder out = new StringBuilder(160);
    out.append(level).append(' ');
    String given = String.valueOf(sentence);
    int length = Math.min(given.length(), LONGEST);
    for (int i = 0; i < length; i++) {
      char c = given.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    if (length < given.length()) {
      out.append("...");
    }
    int causes = 0;
    for (Throwable t = failure; t != null && causes < CAUSES; t = t.getCause()) {
      out.append(causes++ == 0 ? " | " : " | caused by ").append(t.getClass().getName());
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < frames.length && i < FRAMES; i++) {
        out.append(" < ").append(frames[i].getClassName());
        out.append('.').append(frames[i].getMethodName());
        out.append(':').append(frames[i].getLineNumber());
      }
    }
    return out.toString();
  }

  /** The line with the time before it and a line break behind. */
  static String dated(long millis, String text) {
    StringBuilder out = new StringBuilder(text.length() + 26);
    return UtcTime.appendIso(out, millis).append(' ').append(text).append('\n').toString();
  }
}
