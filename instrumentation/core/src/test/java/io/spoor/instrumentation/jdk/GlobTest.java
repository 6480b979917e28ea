package io.spoor.instrumentation.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "/data/in.csv, /data/in.csv, true",
    "/data/in.csv, /data/in.csvx, false",
    "/data/*.csv, /data/in.csv, true",
    "/data/*.csv, /data/.csv, true",
    "/data/*.csv, /data/sub/in.csv, false",
    "/data/**, /data/sub/in.csv, true",
    "/data/**, /data/, true",
    "/data/**, /data, false",
    "**/*.csv, /data/sub/in.csv, true",
    "**.csv, /data/sub/in.csv, true",
    "*.csv, /data/in.csv, false",
    "/data/**/in.csv, /data/a/b/in.csv, true",
    "/data/??.csv, /data/in.csv, true",
    "/data/??.csv, /data/inn.csv, false",
    "/data/*-2024-*.csv, /data/a-2024-01.csv, true",
    "/data/*-2024-*.csv, /data/a-2023-01.csv, false",
    "/data/[a].csv, /data/a.csv, false",
    "'', '', true",
    "'', /a, false",
  })
  void starStaysInItsFolderAndTwoStarsDoNot(String pattern, String path, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(path));
  }
}
