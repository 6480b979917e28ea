package io.spoor.agent;

/**
 * How a job failed, without the text of its exceptions: drivers and parsers put data values into
 * them. Class names and frames only, unless the text is asked for.
 */
final class Failure {

  private static final int MAX_FRAMES = 60;
  private static final int MAX_CAUSES = 5;

  private Failure() {}

  /** The class of an exception, with its text where that is wanted. */
  static String message(Throwable thrown, boolean withText) {
    String name = thrown.getClass().getName();
    return withText && thrown.getMessage() != null ? name + ": " + thrown.getMessage() : name;
  }

  /** Frames of an exception and its causes. */
  static String stackTrace(Throwable thrown, boolean withText) {
    StringBuilder out = new StringBuilder(1024);
    Throwable t = thrown;
    for (int n = 0; t != null && n < MAX_CAUSES; n++) {
      out.append(n == 0 ? "" : "Caused by: ").append(message(t, withText)).append('\n');
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < frames.length && i < MAX_FRAMES; i++) {
        out.append("\tat ").append(frames[i]).append('\n');
      }
      Throwable cause = t.getCause();
      t = cause == t ? null : cause;
    }
    return out.toString();
  }
}
