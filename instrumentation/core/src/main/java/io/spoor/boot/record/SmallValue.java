package io.spoor.boot.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;

/**
 * Which values may be held beside their hashes, until what they have become in an output is looked
 * for: those of the JDK that are small. Nothing large is kept alive, and nothing of the job's own.
 */
final class SmallValue {

  /** Longer texts are held as hashes only. */
  static final int LONGEST = 64;

  private SmallValue() {}

  /** The value, or null when it is not held. */
  static Object of(Object value) {
    if (value instanceof String) {
      return ((String) value).length() <= LONGEST ? value : null;
    }
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).unscaledValue().bitLength() <= 2 * LONGEST ? value : null;
    }
    if (value instanceof BigInteger) {
      return ((BigInteger) value).bitLength() <= 2 * LONGEST ? value : null;
    }
    boolean isHeld = value instanceof Number || value instanceof Boolean || value instanceof Date;
    String type = value == null ? "" : value.getClass().getName();
    return isHeld && (type.startsWith("java.lang.") || type.startsWith("java.sql."))
            || type.equals("java.util.Date")
            || type.startsWith("java.time.")
        ? value
        : null;
  }

  /** What it takes in a heap, in bytes, by our own estimate. */
  static int bytes(Object value) {
    return value == null ? 0 : value instanceof String ? 48 + ((String) value).length() : 40;
  }
}
