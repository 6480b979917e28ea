package io.spoor.sink;

/** Reads settings that are numbers. */
final class SinkSettings {

  private SinkSettings() {}

  /** A whole number of at least {@code least}; the default when it is absent or something else. */
  static long number(SinkContext context, String key, long least, long otherwise) {
    String text = context.setting(key);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.trim());
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, together with a number that is too small.
    }
    context
        .log()
        .warn(
            "The setting "
                + key
                + " has to be a whole number of at least "
                + least
                + "; "
                + otherwise
                + " is used.");
    return otherwise;
  }

  /** The setting without white space around it; null when that leaves nothing. */
  static String text(SinkContext context, String key) {
    return clean(context.setting(key));
  }

  /** The text without white space around it; null when that leaves nothing. */
  static String clean(String text) {
    String trimmed = text == null ? "" : text.trim();
    return trimmed.isEmpty() ? null : trimmed;
  }
}
