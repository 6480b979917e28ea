package io.spoor.content;

import io.spoor.content.SerialStream.Node;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Objects of Java's own that are one value: boxes, big numbers and dates. Stateless. */
final class SerialScalar {

  /** Numbers with more places are none of a table. */
  private static final int MOST_PLACES = 60;

  private SerialScalar() {}

  /** What an object of Java's own stands for; null when it stands for none. */
  static Object of(Node node) {
    Object first = node.contents.isEmpty() ? null : node.contents.get(0);
    if (node.className.startsWith("java.lang.")) {
      return node.fields.get("value");
    }
    if (node.className.equals("java.math.BigInteger")) {
      Object signum = node.fields.get("signum");
      Object magnitude = node.fields.get("magnitude");
      boolean hasDigits = magnitude instanceof Node && !((Node) magnitude).contents.isEmpty();
      Object digits = hasDigits ? ((Node) magnitude).contents.get(0) : null;
      boolean isSmall = digits instanceof byte[] && ((byte[]) digits).length <= MOST_PLACES / 3;
      return isSmall && signum instanceof Long && Math.abs((Long) signum) <= 1
          ? integer(((Long) signum).intValue(), (byte[]) digits)
          : null;
    }
    if (node.className.equals("java.math.BigDecimal")) {
      Object digits = node.fields.get("intVal");
      Object scale = node.fields.get("scale");
      return digits instanceof BigInteger
              && scale instanceof Long
              && Math.abs((Long) scale) <= MOST_PLACES
          ? new BigDecimal((BigInteger) digits, ((Long) scale).intValue())
          : null;
    }
    if (node.className.equals("java.util.Date") && first instanceof byte[]) {
      return ((byte[]) first).length == 8
          ? JavaDates.timestamp(number((byte[]) first, 0, 8))
          : null;
    }
    if (node.className.equals("java.time.Ser") && first instanceof byte[]) {
      byte[] date = (byte[]) first;
      return date.length == 7 && date[0] == 3
          ? String.format("%04d-%02d-%02d", number(date, 1, 4), date[5], date[6])
          : null;
    }
    return null;
  }

  private static BigInteger integer(int signum, byte[] magnitude) {
    BigInteger value = new BigInteger(1, magnitude);
    return signum < 0 ? value.negate() : value;
  }

  private static long number(byte[] bytes, int from, int size) {
    long value = 0;
    for (int i = from; i < from + size; i++) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return size == 4 ? (int) value : value;
  }
}
