package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendSinkTest {

  @TempDir Path folder;

  @Test
  void addsLinesToAFileOfItsOwner() throws IOException {
    Path file = folder.resolve("lineage.jsonl");
    TestContext context = new TestContext(null).with("sink.append.file", file.toString());
    try (AppendSink sink = new AppendSink(context)) {
      sink.send(TestEvents.event("a"));
      sink.send(TestEvents.event("b"));
    }
    assertEquals(
        List.of(TestEvents.event("a").json(), TestEvents.event("b").json()),
        Files.readAllLines(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void whatCannotBeAppendedToIsTold() throws IOException {
    assertEquals(
        "sink.append.file is not set; it names the file to append to.",
        assertThrows(IOException.class, () -> new AppendSink(new TestContext(null))).getMessage());
    Path file = folder.resolve("missing/lineage.jsonl");
    AppendSink sink =
        new AppendSink(new TestContext(null).with("sink.append.file", file.toString()));
    String told =
        assertThrows(IOException.class, () -> sink.send(TestEvents.event("a"))).getMessage();
    assertEquals(
        "an event cannot be appended to " + file + ":", told.substring(0, told.indexOf(": ") + 1));
  }
}
