package io.spoor.instrumentation.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.model.DatasetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "in.csv, /job/dir/in.csv",
    "./in.csv, /job/dir/in.csv",
    "../in.csv, /job/in.csv",
    "'', /job/dir",
    "/data/in.csv, /data/in.csv",
    "/data//a/./b/../in.csv, /data/a/in.csv",
    "/data/a/, /data/a",
    "/, /",
    "/../.., /",
    "/a/.., /",
    "/data/.hidden/..x/in.csv, /data/.hidden/..x/in.csv",
    "/data/ä ö/in#1.csv, /data/ä ö/in#1.csv",
  })
  void pathsAreAbsoluteAndNormal(String written, String absolute) {
    assertEquals(absolute, new FileNames("/job/dir").absolute(written));
  }

  @Test
  void aFileIsADatasetOfTheNamespaceFile() {
    assertEquals(new DatasetId("file", "/data/in.csv"), FileNames.dataset("/data/in.csv"));
  }
}
