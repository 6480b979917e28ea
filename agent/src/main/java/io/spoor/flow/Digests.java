package io.spoor.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.zip.CRC32;

/** Texts that are digests of others, in hexadecimal, in whole or from their beginning. */
final class Digests {

  private static final String[] ALGORITHMS = {"SHA-256", "MD5", "SHA-1", "SHA-512", "CRC32"};

  /** Shorter ones may be anything. */
  private static final int SHORTEST = 8;

  private Digests() {}

  /**
   * Which digest an output's column is.
   *
   * @param exact values of the column as they are
   */
  static Rule rule(LinkedColumn target, LinkedColumn column, final Object[] exact, double tries) {
    if (!looksLikeOne(target)) {
      return null;
    }
    for (final String algorithm : ALGORITHMS) {
      final String[] digests = digests(algorithm, exact, target);
      if (digests == null) {
        continue;
      }
      final LinkedColumn texts = target;
      Rule rule =
          new Trial(target.size()) {
            @Override
            boolean isThere(int row) {
              return texts.text(row) != null && digests[row] != null;
            }

            @Override
            boolean holds(int row, int result) {
              return digests[row].startsWith(texts.text(result));
            }
          }.rule(algorithm, true, tries, 0, column);
      if (rule != null) {
        return rule;
      }
    }
    return null;
  }

  private static boolean looksLikeOne(LinkedColumn target) {
    int digests = 0;
    int all = 0;
    for (int row = 0; row < target.size(); row++) {
      String text = target.text(row);
      all += text == null ? 0 : 1;
      digests += text != null && text.length() >= SHORTEST && isHexadecimal(text) ? 1 : 0;
    }
    return all > 0 && digests >= 0.9 * all;
  }

  private static boolean isHexadecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Null when the first of them shows that it is another one. */
  private static String[] digests(String algorithm, Object[] exact, LinkedColumn target) {
    String[] digests = new String[exact.length];
    int failed = 0;
    for (int row = 0; row < exact.length; row++) {
      if (exact[row] != null && target.text(row) != null) {
        digests[row] = digest(algorithm, exact[row].toString());
        failed += digests[row] != null && digests[row].startsWith(target.text(row)) ? 0 : 1;
      }
      if (failed > 4) {
        return null;
      }
    }
    return digests;
  }

  private static String digest(String algorithm, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (algorithm.equals("CRC32")) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
    try {
      StringBuilder hexadecimal = new StringBuilder();
      for (byte each : MessageDigest.getInstance(algorithm).digest(bytes)) {
        hexadecimal.append(Character.forDigit(each >> 4 & 15, 16));
        hexadecimal.append(Character.forDigit(each & 15, 16));
      }
      return hexadecimal.toString();
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }
}
