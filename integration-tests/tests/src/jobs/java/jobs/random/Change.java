package jobs.random;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What becomes of a value on its way. No change loses so much that nobody could tell its origin.
 */
public enum Change {
  COPY,
  UPPER(Kind.EMAIL, Kind.PERSON, Kind.CITY, Kind.STATE),
  LOWER(Kind.PERSON, Kind.CITY, Kind.CODE, Kind.KEY),
  TRIM(Kind.MEMO),
  CONCAT(Kind.PERSON, Kind.CITY, Kind.EMAIL, Kind.CODE, Kind.KEY),
  PREFIX(Kind.KEY, Kind.CODE, Kind.PHONE, Kind.REFERENCE),
  SUFFIX(Kind.KEY, Kind.CODE, Kind.CITY, Kind.REFERENCE),
  SUBSTRING(Kind.EMAIL, Kind.PHONE, Kind.PERSON, Kind.KEY, Kind.DAY),
  DATE_FORMAT(Kind.DAY, Kind.STAMP),
  NUMBER_FORMAT(Kind.AMOUNT),
  AFFINE(Kind.AMOUNT, Kind.QUANTITY, Kind.UNITS),
  PRODUCT(Kind.AMOUNT, Kind.QUANTITY, Kind.UNITS),
  ADDITION(Kind.AMOUNT, Kind.QUANTITY, Kind.UNITS),
  MASK(Kind.EMAIL, Kind.PHONE, Kind.PERSON),
  DIGEST(Kind.EMAIL, Kind.PHONE, Kind.KEY),
  MAPPING(Kind.CITY, Kind.CODE, Kind.STATE, Kind.FLAG),
  CONSTANT,
  COUNTER,
  SUM,
  COUNT,
  MIN,
  MAX,
  AVG;

  private static final String[] DAYS = {
    "dd/MM/yyyy", "dd.MM.yyyy", "yyyyMMdd", "dd-MMM-yyyy", "MM/dd/yyyy"
  };

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  Change(Kind... kinds) {
    this.kinds.addAll(Arrays.asList(kinds));
  }

  /** Whether a single row is changed so; copies are not meant. */
  boolean suits(Kind kind) {
    return kinds.contains(kind);
  }

  /** Whether it takes two columns. */
  boolean isOfTwo() {
    return this == CONCAT || this == PRODUCT || this == ADDITION;
  }

  /** Whether it takes none. */
  boolean isOfNone() {
    return this == CONSTANT || this == COUNTER;
  }

  boolean isAggregate() {
    return ordinal() >= SUM.ordinal();
  }

  /** OpenLineage's word for it. */
  public String subtype() {
    return isAggregate() ? "AGGREGATION" : this == COPY ? "IDENTITY" : "TRANSFORMATION";
  }

  Type type(Type of) {
    switch (this) {
      case COPY:
      case MIN:
      case MAX:
        return of;
      case AFFINE:
      case PRODUCT:
      case ADDITION:
      case SUM:
      case AVG:
        return Type.DECIMAL;
      case COUNT:
        return Type.BIGINT;
      case COUNTER:
        return Type.INT;
      default:
        return Type.VARCHAR;
    }
  }

  /**
   * Changes the value of one row.
   *
   * @param variant from zero; which constants and formats
   * @param other null unless it takes two
   */
  Object apply(int variant, Object value, Object other) {
    if (this == CONSTANT) {
      return variant % 2 == 0 ? "fixed" : "EUR";
    }
    if (value == null || other == null && isOfTwo() && this != CONCAT) {
      return null;
    }
    switch (this) {
      case COPY:
        return value;
      case AFFINE:
        BigDecimal scaled =
            Type.decimal(value).multiply(new BigDecimal(variant < 2 ? "1.2" : "100"));
        return scaled.add(BigDecimal.valueOf(variant % 2 * 3)).setScale(2, RoundingMode.HALF_UP);
      case PRODUCT:
        return Type.decimal(value).multiply(Type.decimal(other));
      case ADDITION:
        return Type.decimal(value).add(Type.decimal(other));
      default:
        return text(variant, Type.text(value), Type.text(other));
    }
  }

  private String text(int variant, String text, String other) {
    switch (this) {
      case UPPER:
        return text.toUpperCase(Locale.ROOT);
      case LOWER:
        return text.toLowerCase(Locale.ROOT);
      case TRIM:
        return text.trim();
      case CONCAT:
        return text + new String[] {" ", "-", ", ", "/"}[variant] + other;
      case PREFIX:
        return (variant < 2 ? "X-" : "no. ") + text;
      case SUFFIX:
        return text + (variant < 2 ? "-EU" : " (old)");
      case SUBSTRING:
        int at = text.indexOf('@');
        return at > 0
            ? text.substring(0, at)
            : isDay(text) ? text.substring(0, 7) : text.substring(4);
      case DATE_FORMAT:
        return DateTimeFormatter.ofPattern(DAYS[variant], Locale.ENGLISH)
            .format(LocalDate.parse(text.substring(0, 10)));
      case NUMBER_FORMAT:
        String[] formats = {"%,.2f", "%012.2f", "EUR %.2f", "%.2f"};
        String formatted = String.format(Locale.ROOT, formats[variant], new BigDecimal(text));
        return variant == 3 ? formatted.replace('.', ',') : formatted;
      case MASK:
        return variant < 2
            ? "***" + text.substring(3)
            : text.substring(0, 2) + "****" + text.substring(text.length() - 4);
      case DIGEST:
        return digest(text);
      case MAPPING:
        return label(text.toLowerCase(Locale.ROOT));
      default:
        throw new IllegalStateException(name());
    }
  }

  private static boolean isDay(String text) {
    return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  private static String label(String code) {
    switch (code) {
      case "open":
      case "true":
        return "Y";
      case "closed":
      case "false":
        return "N";
      default:
        return "Group " + Math.floorMod(code.hashCode() * 31, 997);
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (byte each : bytes) {
        hex.append(String.format("%02x", each));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
