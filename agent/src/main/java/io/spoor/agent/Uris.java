package io.spoor.agent;

import java.nio.charset.StandardCharsets;

/** Addresses as URIs: what RFC 3986 does not allow is percent-encoded. */
final class Uris {

  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

  private Uris() {}

  static String of(String address) {
    StringBuilder out = new StringBuilder(address.length());
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || (c < 128 && ALLOWED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
