package io.spoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KNOWN =
      List.of("file", "console", "http", "job.name", "job.namespace", "Customers");

  @ParameterizedTest
  @CsvSource({
    "htp, http",
    "hhttp, http",
    "hxtp, http",
    "thtp, http",
    "FILE, file",
    "customers, Customers",
    "con, console",
    "job.nmae, job.name",
    "job.namspace, job.namespace",
    "job.names, job.name",
    "fxlx,",
    "kafka,",
    "c,",
    "'',"
  })
  void nearest(String word, String meant) {
    assertEquals(meant, Spelling.nearest(word, KNOWN));
  }

  @Test
  void nothingIsNearWhereNothingIsKnown() {
    assertNull(Spelling.nearest("file", List.of()));
  }
}
