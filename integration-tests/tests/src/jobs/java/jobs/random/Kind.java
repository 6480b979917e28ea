package jobs.random;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a column of a source is about. */
enum Kind {
  /** Counts from one. */
  NUMBER(Type.INT),
  /** No two rows have the same, nearly. */
  KEY(Type.VARCHAR),
  EMAIL(Type.VARCHAR),
  PHONE(Type.VARCHAR),
  PERSON(Type.VARCHAR),
  CITY(Type.VARCHAR),
  CODE(Type.VARCHAR),
  STATE(Type.VARCHAR),
  /** With blanks before and behind. */
  MEMO(Type.VARCHAR),
  AMOUNT(Type.DECIMAL),
  QUANTITY(Type.INT),
  UNITS(Type.BIGINT),
  DAY(Type.DATE),
  STAMP(Type.TIMESTAMP),
  FLAG(Type.BOOLEAN),
  /** Refers to the numbers of another source. */
  REFERENCE(Type.INT);

  /** Sources refer to the numbers up to this one. */
  static final int REFERRED = 120;

  final Type type;

  Kind(Type type) {
    this.type = type;
  }

  /** Whether a value says which row it is of. */
  boolean isKeyLike() {
    return this == KEY || this == EMAIL || this == PHONE;
  }

  boolean isNumeric() {
    return this == AMOUNT || this == QUANTITY || this == UNITS;
  }

  /** Whether rows are put together by it: some dozen values, each in several rows. */
  boolean isGroup() {
    return this == CITY || this == CODE || this == REFERENCE;
  }

  /** Whether some rows may have none; of others a getter would make zero. */
  boolean canLack() {
    return this == PERSON
        || this == CITY
        || this == MEMO
        || this == AMOUNT
        || this == DAY
        || this == STAMP;
  }

  Object value(Dice dice, int row, boolean commas) {
    switch (this) {
      case NUMBER:
        return row + 1;
      case KEY:
        return "K" + dice.below(100000000);
      case EMAIL:
        return "u" + dice.below(1000000) + "@example.org";
      case PHONE:
        return "+49 " + (100000 + dice.below(90000000));
      case PERSON:
        String first = "First" + dice.below(60);
        String last = "Last" + dice.below(400);
        return commas ? last + ", " + first : first + " " + last;
      case CITY:
        return "City" + dice.below(12);
      case CODE:
        return "C-" + dice.below(50);
      case STATE:
        return dice.below(3) == 0 ? "open" : "closed";
      case MEMO:
        return (dice.percent(50) ? "  " : "") + "memo " + dice.below(5000) + "   ";
      case AMOUNT:
        return BigDecimal.valueOf(dice.below(300000), 2);
      case QUANTITY:
        return 1 + dice.below(500);
      case UNITS:
        return 1000L + dice.below(1000000);
      case DAY:
        return Date.valueOf(LocalDate.of(2000, 1, 1).plusDays(dice.below(8400)));
      case STAMP:
        return Timestamp.valueOf(
            LocalDateTime.of(2010, 1, 1, 0, 0, 0).plusSeconds(dice.below(300000000)));
      case FLAG:
        return dice.percent(40);
      default:
        return 1 + dice.below(REFERRED);
    }
  }
}
