package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README has the same figures. */
class ConfidenceTest {

  /** With a chance of a half each row that agrees is one bit. */
  @ParameterizedTest
  @CsvSource({
    "32, 0.85, 0.95, 0.85",
    "33, 0.99, 0.95, 0.93",
    "66, 0.99, 0.95, 0.97",
    "100, 0.99, 0.98, 0.97",
    "200, 0.99, 0.99, 0.98",
    "400, 0.99, 0.99, 0.99",
  })
  void risesWithTheEvidence(int bits, double rowMatch, double identity, double derivation) {
    ColumnMatch byValue = new ColumnMatch(0, 0, bits, bits, 0, 0.5, bits);
    ColumnMatch byObject = new ColumnMatch(0, 0, bits, bits, bits, 0.5, bits);
    assertEquals(rowMatch, Confidence.of(byValue, false));
    assertEquals(identity, Confidence.of(byObject, false));
    assertEquals(derivation, Confidence.of(byValue, true));
  }
}
