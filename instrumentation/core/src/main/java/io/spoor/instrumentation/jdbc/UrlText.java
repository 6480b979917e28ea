package io.spoor.instrumentation.jdbc;

import java.nio.charset.StandardCharsets;

/** The few cuts that reading JDBC URLs takes. */
final class UrlText {

  private UrlText() {}

  static String until(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Where the first of some characters stands; the text's length when none does. */
  static int firstOf(String text, String characters, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() < 6;
  }

  static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Resolves {@code %20} and the like; what is not one stays as it is. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      out[length++] = low < 0 ? in[i] : (byte) (high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
