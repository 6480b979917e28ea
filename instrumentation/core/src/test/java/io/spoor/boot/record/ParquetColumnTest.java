package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.spoor.boot.record.ParquetColumn.Meaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stored values mean, as schemas tell it before parquet-mr 1.11 and since. */
class ParquetColumnTest {

  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void beElsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
  }

  @AfterEach
  void comeBack() {
    TimeZone.setDefault(before);
  }

  private static void is(Meaning expected, String type, String field) {
    ParquetColumn column = ParquetColumn.of("at", field);
    assertEquals(type, column.type, field);
    assertEquals(expected, column.meaning, field);
  }

  private static Object value(String type, long stored) {
    return ParquetColumn.of("at", "required " + type).value(stored);
  }

  @Test
  void meanings() {
    is(Meaning.NUMBER, "int32", "required int32 at");
    is(Meaning.NUMBER, "int32", "optional int32 at (INT_8)");
    is(Meaning.NUMBER, "int64", "optional int64 at (INTEGER(64,true)) = 4");
    is(Meaning.NUMBER, "boolean", "optional boolean at = 12");
    is(Meaning.TEXT, "binary", "optional binary at (UTF8)");
    is(Meaning.TEXT, "binary", "optional binary at (STRING) = 7");
    is(Meaning.TEXT, "binary", "required binary at (ENUM)");
    is(Meaning.DATE, "int32", "required int32 at (DATE)");
    is(Meaning.MILLIS, "int64", "required int64 at (TIMESTAMP_MILLIS)");
    is(Meaning.MICROS, "int64", "required int64 at (TIMESTAMP(MICROS,false))");
    is(Meaning.NANOS, "int64", "required int64 at (TIMESTAMP(NANOS,true))");
    is(
        Meaning.DECIMAL,
        "fixed_len_byte_array(8)",
        "optional fixed_len_byte_array(8) at (DECIMAL(9,2))");
  }

  @Test
  void whatIsNoValue() {
    is(Meaning.NONE, "group", "");
    is(Meaning.NONE, "group", "repeated int32 at");
    is(Meaning.NONE, "binary", "optional binary at");
    is(Meaning.NONE, "int96", "optional int96 at");
    is(Meaning.NONE, "int32", "optional int32 at (TIME(MILLIS,true))");
    is(Meaning.NONE, "fixed_len_byte_array(16)", "optional fixed_len_byte_array(16) at (UUID)");
    assertNull(ParquetColumn.of("at", "optional binary at").value(new byte[] {1}));
  }

  @Test
  void valuesOfNumbers() {
    assertEquals(5L, value("int32 at", 5));
    assertEquals(LocalDate.of(2024, 1, 31), value("int32 at (DATE)", 19753));
    assertEquals(new BigDecimal("-1.05"), value("int32 at (DECIMAL(9,2))", -105));
    assertEquals(
        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000),
        value("int64 at (TIMESTAMP(MILLIS,false))", -1));
    assertEquals(
        LocalDateTime.of(1970, 1, 1, 0, 0, 1, 1000),
        value("int64 at (TIMESTAMP(MICROS,false))", 1_000_001));
    assertEquals(
        LocalDateTime.of(1970, 1, 1, 0, 0, 0, 7), value("int64 at (TIMESTAMP(NANOS,false))", 7));
  }

  /** As java.sql's times are, which they may have been made of. */
  @Test
  void instantsAreInTheZoneOfTheJob() {
    LocalDateTime expected = LocalDateTime.of(2023, 11, 15, 7, 13, 20);

    assertEquals(expected, value("int64 at (TIMESTAMP(MILLIS,true))", 1_700_000_000_000L));
    assertEquals(expected, value("int64 at (TIMESTAMP_MILLIS)", 1_700_000_000_000L));
  }

  @Test
  void valuesOfBytes() {
    ParquetColumn column = ParquetColumn.of("at", "optional binary at (DECIMAL(30,3))");

    assertEquals(
        new BigDecimal("-12345678901234567890.123"),
        column.value(new BigInteger("-12345678901234567890123").toByteArray()));
    assertNull(column.value(new byte[0]));
    assertNull(column.value(new byte[21]));
  }
}
