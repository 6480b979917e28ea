package io.spoor.json;

/**
 * Writes one JSON text without white space. The caller keeps the order of calls right; commas are
 * put by the writer. Not thread-safe.
 */
public final class JsonWriter {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out;
  private boolean comma;

  public JsonWriter() {
    this(new StringBuilder(1024));
  }

  public JsonWriter(StringBuilder out) {
    this.out = out;
  }

  public JsonWriter beginObject() {
    separate();
    out.append('{');
    comma = false;
    return this;
  }

  public JsonWriter endObject() {
    out.append('}');
    comma = true;
    return this;
  }

  public JsonWriter beginArray() {
    separate();
    out.append('[');
    comma = false;
    return this;
  }

  public JsonWriter endArray() {
    out.append(']');
    comma = true;
    return this;
  }

  /** The name of the next member. */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** A string, or null. */
  public JsonWriter value(String value) {
    separate();
    if (value == null) {
      out.append("null");
    } else {
      quote(value);
    }
    comma = true;
    return this;
  }

  public JsonWriter value(long value) {
    separate();
    out.append(value);
    comma = true;
    return this;
  }

  /** A number; not finite ones, which JSON cannot write, become null. */
  public JsonWriter value(double value) {
    separate();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.append("null");
    } else {
      out.append(value);
    }
    comma = true;
    return this;
  }

  public JsonWriter value(boolean value) {
    separate();
    out.append(value);
    comma = true;
    return this;
  }

  /** A member with a string. */
  public JsonWriter member(String name, String value) {
    return name(name).value(value);
  }

  /** A member with a whole number. */
  public JsonWriter member(String name, long value) {
    return name(name).value(value);
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
    comma = false;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, i)) {
        escape(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private void escape(char c) {
    out.append("\\u")
        .append(HEX[c >> 12 & 15])
        .append(HEX[c >> 8 & 15])
        .append(HEX[c >> 4 & 15])
        .append(HEX[c & 15]);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
