package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text in bytes is the same value as the text. */
class Utf8TextTest {

  private final Utf8Text text = new Utf8Text();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "item 1",
        " Item 1 ",
        "Stück",
        "true",
        "FALSE",
        "007",
        "17",
        "-17.50",
        "12345678901234567890.5",
        "2024-01-31 00:00:00.0",
        "2024-01-31T10:20:30.500"
      })
  void isTheSameValue(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    // Room for a longer one that was there before.
    text.of(Arrays.copyOf(utf8, utf8.length + 9), utf8.length);

    assertEquals(value, text.toString());
    assertEquals(ValueHash.of(value), ValueHash.of(text, 0, text.length()));
  }
}
