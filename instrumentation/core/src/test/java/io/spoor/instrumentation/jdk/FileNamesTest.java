package io.spoor.instrumentation.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.DatasetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  private final FileNames names = new FileNames("/job/dir", "file", '/');
  private final FileNames windows = new FileNames("D:\\job\\dir", "file", '\\');

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
    "/data/a\\b.csv, /data/a\\b.csv",
  })
  void pathsAreAbsoluteAndNormal(String written, String absolute) {
    assertEquals(absolute, names.absolute(written));
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\data\\in.csv, /C:/data/in.csv",
    "C:/data/in.csv, /C:/data/in.csv",
    "c:\\data\\..\\in.csv, /c:/in.csv",
    "in.csv, /D:/job/dir/in.csv",
    "..\\in.csv, /D:/job/in.csv",
    "\\data\\in.csv, /D:/data/in.csv",
    "\\\\nas1\\shared\\in.csv, //nas1/shared/in.csv",
    "//nas1/shared/a/../in.csv, //nas1/shared/in.csv",
    "\\\\?\\C:\\data\\in.csv, /C:/data/in.csv",
    "\\\\?\\UNC\\nas1\\shared\\in.csv, //nas1/shared/in.csv",
    "C:\\Users\\Jürgen Ä\\in put.csv, /C:/Users/Jürgen Ä/in put.csv",
  })
  void ofWindows(String written, String absolute) {
    assertEquals(absolute, windows.absolute(written));
  }

  @Test
  void aWorkingDirectoryInAShare() {
    FileNames share = new FileNames("\\\\nas1\\shared\\job", "file", '\\');
    assertEquals("//nas1/shared/job/in.csv", share.absolute("in.csv"));
  }

  @Test
  void aFileIsADatasetOfTheNamespace() {
    assertEquals(new DatasetId("file", "/data/in.csv"), names.dataset("/data/in.csv"));
    FileNames ofHost = new FileNames("/job", "file://nas1", '/');
    DatasetId id = ofHost.dataset("/data/in.csv");
    assertEquals(new DatasetId("file://nas1", "/data/in.csv"), id);
    assertTrue(ofHost.isLocal(id));
    assertFalse(names.isLocal(id));
  }

  @Test
  void whereAFileLies() {
    assertEquals("/data/in.csv", names.file(names.dataset("/data/in.csv")).getPath());
    assertEquals("C:/data/in.csv", windows.file(windows.dataset("/C:/data/in.csv")).getPath());
  }
}
