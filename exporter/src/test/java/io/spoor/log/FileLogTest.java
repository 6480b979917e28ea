package io.spoor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {

  @TempDir Path folder;

  @Test
  void sentencesWithLevelAndTime() throws IOException {
    Path file = folder.resolve("logs/spoor.log");
    try (FileLog log = new FileLog(file.toFile())) {
      log.info("One.");
      log.warn("Two\nlines.");
      log.error("Three.", new IllegalStateException("secret", new IOException("more secrets")));
    }
    List<String> lines = Files.readAllLines(file);

    assertEquals(3, lines.size());
    assertTrue(
        lines.get(0).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO One\\."));
    assertEquals("WARN Two lines.", lines.get(1).substring(25));
    String error = lines.get(2).substring(25);
    assertTrue(error.startsWith("ERROR Three. | java.lang.IllegalStateException < io.spoor.log."));
    assertTrue(error.contains(" | caused by java.io.IOException < io.spoor.log.FileLogTest."));
    assertFalse(error.contains("secret"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  @Test
  void repeatedSentenceIsWrittenOnceAndCounted() throws IOException {
    Path file = folder.resolve("spoor.log");
    try (FileLog log = new FileLog(file.toFile())) {
      for (int i = 0; i < 1000; i++) {
        log.warn("Again.");
      }
      log.warn("Once.");
    }

    assertEquals(
        List.of("WARN Again.", "WARN Once.", "WARN Again. (1000 times)"),
        Files.readAllLines(file).stream().map(line -> line.substring(25)).toList());
  }

  @Test
  void boundedWithOneGeneration() throws IOException {
    Path file = folder.resolve("spoor.log");
    FileLog log = new FileLog(file.toFile(), 2000, folder.toFile());
    for (int i = 0; i < 1000; i++) {
      log.warn("Sentence " + i + ".");
    }
    String now = Files.readString(file);
    String before = Files.readString(folder.resolve("spoor.log.1"));

    assertTrue(now.length() <= 2000 && before.length() <= 2000);
    assertTrue(now.endsWith("Sentence 999.\n"));
    List<String> all = (before + now).lines().toList();
    for (int i = 0; i < all.size(); i++) {
      assertTrue(all.get(i).endsWith("Sentence " + (1000 - all.size() + i) + "."), all.get(i));
    }
    assertEquals(2, folder.toFile().list().length);
    assertEquals(0, log.unwritten());
  }

  @Test
  void longSentenceIsCut() throws IOException {
    Path file = folder.resolve("spoor.log");
    new FileLog(file.toFile()).info("x".repeat(100000));

    assertEquals(25 + 5 + 2000 + 3 + 1, Files.size(file));
  }

  @Test
  void quietWhereNothingCanBeWritten() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    FileLog log =
        new FileLog(blocked.resolve("logs/spoor.log").toFile(), 1 << 20, blocked.toFile());
    log.warn("One.");
    log.error("Two.", null);
    log.close();

    assertEquals(2, log.unwritten());
    assertEquals(0, Files.size(blocked));
  }

  @Test
  void fullDisk() throws IOException {
    Path full = Files.createSymbolicLink(folder.resolve("full.log"), Path.of("/dev/full"));
    Path refuge = folder.resolve("refuge");
    FileLog log = new FileLog(full.toFile(), 1 << 20, refuge.toFile());
    log.warn("One.");

    assertEquals(0, log.unwritten());
    String written = Files.readString(refuge.resolve("logs/spoor.log"));
    assertEquals("WARN One.\n", written.substring(25));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(refuge)));
  }

  @Test
  void refugeThatLeadsElsewhereIsNotUsed() throws IOException {
    Path full = Files.createSymbolicLink(folder.resolve("full.log"), Path.of("/dev/full"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path refuge = Files.createSymbolicLink(folder.resolve("refuge"), elsewhere);
    FileLog log = new FileLog(full.toFile(), 1 << 20, refuge.toFile());
    log.warn("One.");

    assertEquals(1, log.unwritten());
    assertEquals(0, elsewhere.toFile().list().length);
  }

  @Test
  void severalThreads() throws Exception {
    Path file = folder.resolve("spoor.log");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int t = 0; t < 4; t++) {
      FileLog log = new FileLog(file.toFile(), 1 << 20, folder.toFile());
      int thread = t;
      threads.execute(
          () -> {
            for (int i = 0; i < 200; i++) {
              log.warn("Thread " + thread + " line " + i + ".");
            }
          });
    }
    threads.shutdown();

    assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
    List<String> lines = Files.readAllLines(file);
    assertEquals(800, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.matches("\\S+ WARN Thread \\d line \\d+\\.")));
  }

  @Test
  void memoryKeepsEachSentenceOnce() {
    MemoryLog log = new MemoryLog();
    for (int i = 0; i < 3; i++) {
      log.info("A.");
      log.error("B.", null);
    }
    assertEquals(List.of("INFO A.", "ERROR B."), log.lines());
  }
}
