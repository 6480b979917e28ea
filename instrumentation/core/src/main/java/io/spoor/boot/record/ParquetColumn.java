package io.spoor.boot.record;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A column of the first level of a Parquet file: how its values are stored, and what they mean
 * (parquet-format's LogicalTypes.md). Immutable.
 */
final class ParquetColumn {

  /** What a stored value means. */
  enum Meaning {
    /** Itself. */
    NUMBER,
    TEXT,
    /** A day since 1970. */
    DATE,
    MILLIS,
    MICROS,
    NANOS,
    /** An unscaled number, or its bytes, the highest first. */
    DECIMAL,
    /** A group, a list, bytes that are no text: no value that could be met elsewhere. */
    NONE
  }

  /** Longer numbers are no decimals: those have 38 digits at most. */
  private static final int LONGEST_DECIMAL = 20;

  final String name;

  /** As in schemas: int32, int64, float, double, boolean, binary and so on. */
  final String type;

  final Meaning meaning;

  private final int scale;

  /** Whether times are instants, which are compared as they are in the job's time zone. */
  private final boolean isInstant;

  private ParquetColumn(String name, String type, Meaning meaning, int scale, boolean isInstant) {
    this.name = name;
    this.type = type;
    this.meaning = meaning;
    this.scale = scale;
    this.isInstant = isInstant;
  }

  /**
   * The first columns of a schema.
   *
   * @param schema Parquet's MessageType
   */
  static ParquetColumn[] of(Object schema) throws ReflectiveOperationException {
    List<?> fields = (List<?>) call(schema, "getFields");
    ParquetColumn[] columns = new ParquetColumn[Math.min(fields.size(), RowRing.WIDTH)];
    for (int i = 0; i < columns.length; i++) {
      Object field = fields.get(i);
      String name = (String) call(field, "getName");
      boolean isPrimitive = (Boolean) call(field, "isPrimitive");
      // Its text alone says the same in all versions: the classes of logical types are others.
      columns[i] = of(name, isPrimitive ? field.toString() : "");
    }
    return columns;
  }

  private static Object call(Object of, String method) throws ReflectiveOperationException {
    Method getter = of.getClass().getMethod(method);
    return getter.invoke(of);
  }

  /**
   * @param field {@code optional int64 at (TIMESTAMP(MILLIS,true)) = 4}; empty for a group
   */
  static ParquetColumn of(String name, String field) {
    int typeAt = field.indexOf(' ') + 1;
    int nameAt = field.indexOf(' ', typeAt) + 1;
    if (nameAt <= typeAt || field.startsWith("repeated ")) {
      return new ParquetColumn(name, "group", Meaning.NONE, 0, false);
    }
    String type = field.substring(typeAt, nameAt - 1);
    int open = field.indexOf('(', Math.min(field.length(), nameAt + name.length()));
    String annotation = open < 0 ? "" : field.substring(open + 1, field.lastIndexOf(')'));
    if (annotation.startsWith("DECIMAL")) {
      int comma = annotation.indexOf(',');
      int scale = Integer.parseInt(annotation.substring(comma + 1, annotation.indexOf(')')).trim());
      return new ParquetColumn(name, type, Meaning.DECIMAL, scale, false);
    }
    boolean isInstant = !annotation.startsWith("TIMESTAMP(") || annotation.endsWith("true)");
    return new ParquetColumn(name, type, meaning(type, annotation), 0, isInstant);
  }

  private static Meaning meaning(String type, String annotation) {
    if (annotation.startsWith("TIMESTAMP")) {
      // TIMESTAMP(MILLIS,true), before 1.11 TIMESTAMP_MILLIS.
      return annotation.startsWith("MILLIS", 10)
          ? Meaning.MILLIS
          : annotation.startsWith("MICROS", 10) ? Meaning.MICROS : Meaning.NANOS;
    }
    if (annotation.startsWith("TIME")) {
      return Meaning.NONE;
    }
    switch (annotation) {
      case "DATE":
        return Meaning.DATE;
      case "STRING":
      case "UTF8":
      case "ENUM":
      case "JSON":
        return Meaning.TEXT;
      default:
        boolean isNumber =
            type.equals("int32")
                || type.equals("int64")
                || type.equals("float")
                || type.equals("double")
                || type.equals("boolean");
        return isNumber ? Meaning.NUMBER : Meaning.NONE;
    }
  }

  /** What a stored number means, where that is another one or a time. */
  Object value(long stored) {
    switch (meaning) {
      case DATE:
        return LocalDate.ofEpochDay(stored);
      case MILLIS:
        return time(Instant.ofEpochMilli(stored));
      case MICROS:
        return time(instant(stored, 1000000L));
      case NANOS:
        return time(instant(stored, 1000000000L));
      case DECIMAL:
        return BigDecimal.valueOf(stored, scale);
      default:
        return stored;
    }
  }

  private static Instant instant(long stored, long perSecond) {
    long nanos = Math.floorMod(stored, perSecond) * (1000000000L / perSecond);
    return Instant.ofEpochSecond(Math.floorDiv(stored, perSecond), nanos);
  }

  private LocalDateTime time(Instant instant) {
    return LocalDateTime.ofInstant(instant, isInstant ? ZoneId.systemDefault() : ZoneOffset.UTC);
  }

  /** A decimal of its bytes; null where it is none. */
  Object value(byte[] stored) {
    boolean isOne =
        meaning == Meaning.DECIMAL && stored.length > 0 && stored.length <= LONGEST_DECIMAL;
    return isOne ? new BigDecimal(new BigInteger(stored), scale) : null;
  }
}
