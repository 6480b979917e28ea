package io.spoor.json;

/**
 * Writes one JSON text, without white space, to a {@link StringBuilder}. The caller keeps objects
 * and arrays balanced. The output never holds a line break or a lone surrogate, so that a text is
 * one line in every encoding and for every reader. Not safe for several threads.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private boolean comma;

  /** Writes behind what {@code out} holds already. */
  public JsonWriter(StringBuilder out) {
    if (out == null) {
      throw new NullPointerException("out");
    }
    this.out = out;
  }

  /** Opens an object, as a value. */
  public JsonWriter beginObject() {
    return open('{');
  }

  /** Closes the innermost object. */
  public JsonWriter endObject() {
    return close('}');
  }

  /** Opens an array, as a value. */
  public JsonWriter beginArray() {
    return open('[');
  }

  /** Closes the innermost array. */
  public JsonWriter endArray() {
    return close(']');
  }

  /** Writes a member's name; its value has to follow. */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** Writes a string, or null. */
  public JsonWriter value(String value) {
    separate();
    if (value == null) {
      out.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter value(long value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a number, or null for what JSON has no number for (NaN, infinities). */
  public JsonWriter value(double value) {
    separate();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.append("null");
    } else {
      number(value);
    }
    return this;
  }

  /** Few decimals are written by hand: Double.toString starts eight classes for 0.8. */
  private void number(double value) {
    long scaled = Math.round(value * 1000);
    if (value < 0 || value > 1000000 || scaled / 1000.0 != value) {
      out.append(value);
      return;
    }
    int decimals = (int) (scaled % 1000);
    out.append(scaled / 1000).append('.').append((char) ('0' + decimals / 100));
    if (decimals % 100 != 0) {
      out.append((char) ('0' + decimals / 10 % 10));
    }
    if (decimals % 10 != 0) {
      out.append((char) ('0' + decimals % 10));
    }
  }

  /** Writes true or false. */
  public JsonWriter value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a string member; nothing at all when the value is null. */
  public JsonWriter member(String name, String value) {
    return value == null ? this : name(name).value(value);
  }

  /** Writes a whole number member. */
  public JsonWriter member(String name, long value) {
    return name(name).value(value);
  }

  private JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  private JsonWriter close(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
    comma = true;
  }

  private void quote(String text) {
    out.append('"');
    int length = text.length();
    int plain = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        continue;
      }
      // Most texts are plain to their end and are copied at once.
      out.append(text, plain, i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd'); // half a character: no encoding can carry it
      } else {
        other(c);
      }
      plain = i + 1;
    }
    if (plain == 0) {
      out.append(text);
    } else {
      out.append(text, plain, length);
    }
    out.append('"');
  }

  /** Characters that some reader takes for a line break or for nothing at all are escaped. */
  private void other(char c) {
    if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c < 0xa0 || c == 0x2028 || c == 0x2029) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX.charAt(c >> shift & 15));
      }
    } else {
      out.append(c);
    }
  }
}
