package io.spoor.content;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of one side that are held beside their hashes, each once for all that are equal to it:
 * first all of them, and then numbers, which sums and averages need of all rows. Not thread-safe.
 */
final class HeldValues {

  /** Bytes of values that are held. */
  private static final int VALUES = 64 << 10;

  /** Bytes of these with further numbers. */
  private static final int NUMBERS = 2 * VALUES;

  private static final int TEXT = 48;
  private static final int OTHER = 24;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

  private final Map<Object, Object> known = new HashMap<Object, Object>();
  private int bytes;

  /** What is held of the next value; null for nothing. */
  Object add(Object value) {
    Object held = bytes < VALUES ? value : bytes < NUMBERS ? number(value) : null;
    if (held == null) {
      return null;
    }
    Object before = known.get(held);
    if (before != null) {
      return before;
    }
    known.put(held, held);
    bytes += held instanceof String ? TEXT + ((String) held).length() : OTHER;
    return held;
  }

  /** In as little room as will do; null when it is none. */
  private static Object number(Object value) {
    boolean isText = value instanceof String && NUMBER.matcher((String) value).matches();
    return isText
        ? (Object) Double.valueOf((String) value)
        : value instanceof Number ? value : null;
  }

  /** What they take, by our own estimate. */
  int bytes() {
    return bytes;
  }
}
