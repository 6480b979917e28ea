package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.model.DatasetId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files of the file systems that the JDK brings besides the platform's. */
class ForeignFilesTest {

  private final ForeignFiles files = new ForeignFiles(new FileNames("/jobs", "file"), null);

  @TempDir Path folder;

  @Test
  void entryOfAnArchiveIsTheArchive() throws IOException {
    Path archive = folder.resolve("or ders.zip");
    Path entry;
    try (FileSystem zip =
        FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
      entry = zip.getPath("/2026/or!ders.csv");
      assertEquals(new DatasetId("file", archive.toString()), files.dataset(entry));
    }
    assertEquals(
        new DatasetId("file", archive.toString()),
        files.dataset(entry),
        "when it is closed already");
  }

  @Test
  void imagesOfTheJdkAreNoData() {
    Path object = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    assertEquals(null, files.dataset(object));
  }
}
