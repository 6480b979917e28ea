package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spoor.model.RunEvent;
import io.spoor.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

  private static final String NAME = "20260131T235959.123Z-" + TestEvents.RUN + ".jsonl";

  private static final SinkEvent START =
      TestEvents.event(RunEvent.Type.START, TestEvents.RUN, "nightly");
  private static final SinkEvent END =
      TestEvents.event(RunEvent.Type.COMPLETE, TestEvents.RUN, "nightly");

  @TempDir Path folder;

  private Path events;
  private Path refuge;
  private TestContext context;
  private FileSink sink;

  @BeforeEach
  void open() throws IOException {
    events = folder.resolve("home/events");
    refuge = folder.resolve("refuge");
    context = new TestContext(folder.resolve("home").toFile());
    sink = new FileSink(context, new Home(refuge.toFile()));
  }

  @Test
  void oneFileForEachRun() throws IOException {
    UUID other = new UUID(1, 2);
    SinkEvent otherStart = TestEvents.event(RunEvent.Type.START, other, "other");
    sink.send(START);
    sink.send(otherStart);
    sink.send(END);
    sink.close();

    assertEquals(START.json() + "\n" + END.json() + "\n", Files.readString(events.resolve(NAME)));
    assertEquals(
        otherStart.json() + "\n",
        Files.readString(events.resolve("20260131T235959.123Z-" + other + ".jsonl")));
    assertEquals(List.of(), context.said());
    assertFalse(Files.exists(refuge));
  }

  @Test
  void waitsWhileTheDiskIsFull() throws IOException {
    Files.createDirectories(events);
    Path file = Files.createSymbolicLink(events.resolve(NAME), Path.of("/dev/full"));
    IOException failure = assertThrows(IOException.class, () -> sink.send(START));
    assertEquals(
        "events cannot be written to "
            + events
            + " (no space left on device); they wait in memory and are tried again with the next"
            + " one.",
        failure.getMessage());

    Files.delete(file);
    sink.send(END);
    assertEquals(START.json() + "\n" + END.json() + "\n", Files.readString(file));
  }

  @Test
  void writtenAtTheEndWhenTheDiskHasRoomAgain() throws IOException {
    Files.createDirectories(events);
    Path file = Files.createSymbolicLink(events.resolve(NAME), Path.of("/dev/full"));
    assertThrows(IOException.class, () -> sink.send(START));
    Files.delete(file);
    sink.close();

    assertEquals(START.json() + "\n", Files.readString(file));
    assertEquals(List.of(), context.said());
  }

  @Test
  void goesToTheTemporaryFolderAtLast() throws IOException {
    Files.writeString(folder.resolve("home"), "in the way");
    assertThrows(IOException.class, () -> sink.send(START));
    assertThrows(IOException.class, () -> sink.send(END));
    sink.close();

    assertEquals(
        START.json() + "\n" + END.json() + "\n",
        Files.readString(refuge.resolve("events").resolve(NAME)));
    assertEquals(
        List.of(
            "WARN The last 2 events of the run are in "
                + refuge.resolve("events")
                + ", because "
                + events
                + " cannot be written to (something else has that name); show finds them with home="
                + refuge
                + "."),
        context.said());
  }

  @Test
  void lostOnlyWhenNothingCanBeWritten() throws IOException {
    Files.writeString(folder.resolve("home"), "in the way");
    Files.writeString(refuge, "in the way");
    assertThrows(IOException.class, () -> sink.send(START));
    IOException failure = assertThrows(IOException.class, sink::close);

    assertEquals(
        "1 event is lost: neither "
            + events
            + " (something else has that name) nor "
            + refuge.resolve("events")
            + " (something else has that name) can be written to.",
        failure.getMessage());
  }

  @Test
  void memoryIsBoundedAndTheNewestStay() throws IOException {
    Files.writeString(folder.resolve("home"), "in the way");
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      SinkEvent event = TestEvents.event(large + i);
      assertThrows(IOException.class, () -> sink.send(event));
    }
    sink.close();
    List<String> kept = Files.readAllLines(refuge.resolve("events").resolve(NAME));

    assertEquals(7, kept.size());
    assertEquals(large + 13, TestEvents.job(kept.get(0)));
    assertEquals(large + 19, TestEvents.job(kept.get(6)));
    assertEquals(
        "WARN Events that cannot be written are too many to be kept; the oldest are dropped.",
        context.said().get(0));
  }

  @Test
  void limitsComeFromTheSettings() throws IOException {
    context.with("store.max.mb", "1");
    sink = new FileSink(context, new Home(refuge.toFile()));
    Files.createDirectories(events);
    String old = "20250101T000000.000Z-" + new UUID(1, 1) + ".jsonl";
    Files.writeString(events.resolve(old), "x".repeat(1 << 20));
    sink.send(START);

    assertFalse(Files.exists(events.resolve(old)));
    assertEquals(START.json() + "\n", Files.readString(events.resolve(NAME)));
  }

  @Test
  void noHome() {
    IOException failure =
        assertThrows(IOException.class, () -> new FileSink(new TestContext(null)));
    assertEquals(
        "there is no folder to write to; set home to a folder that this user can write to.",
        failure.getMessage());
  }
}
