package io.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.spoor.log.MemoryLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {

  private static final long START = 1769903999123L;

  @TempDir Path folder;

  private final MemoryLog log = new MemoryLog();
  private Home home;
  private EventStore store;

  @BeforeEach
  void open() {
    home = new Home(folder.resolve("home").toFile());
    store = new EventStore(home, log);
  }

  @Test
  void fileIsNamedByStartAndRun() throws IOException {
    UUID run = UUID.randomUUID();
    EventFile file = store.file(run, START);

    assertEquals(new File(home.events(), "20260131T235959.123Z-" + run + ".jsonl"), file.file());
    assertNull(store.find(run));
    file.append("{}");
    assertEquals(file.file(), store.find(run).file());
    assertEquals(START, EventStore.start(store.find(run)));
    assertNull(store.find(UUID.randomUUID()));
  }

  @Test
  void oldestGoFirstUntilTheLimitHolds() throws IOException {
    for (int i = 0; i < 10; i++) {
      put(i, 100, 0);
    }
    store.prune(350, 90);

    assertEquals(List.of("7", "8", "9"), left());
    assertEquals(1, log.lines().size());
    assertEquals(
        "INFO Removed the events of the 7 oldest runs from "
            + home.events()
            + ", which is limited in size and age; raise store.max.mb or store.max.days to keep"
            + " more.",
        log.lines().get(0));
  }

  @Test
  void tooOldGoWhateverTheirSize() throws IOException {
    put(1, 10, 91);
    put(2, 10, 89);
    store.prune(1000, 90);

    assertEquals(List.of("2"), left());
  }

  @Test
  void runsWithACheckpointStay() throws IOException {
    for (int i = 0; i < 4; i++) {
      put(i, 100, 100);
    }
    Files.createDirectories(home.runs().toPath());
    Files.createFile(new File(home.runs(), run(0) + ".checkpoint").toPath());
    store.prune(10, 90);

    assertEquals(List.of("0"), left());
  }

  @Test
  void onceForEachJvmAndOnceAnHourForEachHome() throws IOException {
    put(0, 100, 0);
    store.prune(1000, 90);
    put(1, 100, 0);
    store.prune(10, 90);
    assertEquals(List.of("0", "1"), left());

    new EventStore(home, log).prune(10, 90);
    assertEquals(List.of("0", "1"), left());

    Files.setLastModifiedTime(
        home.events().toPath().resolve(".pruned"),
        FileTime.from(Instant.now().minus(61, ChronoUnit.MINUTES)));
    new EventStore(home, log).prune(150, 90);
    assertEquals(List.of("1"), left());
  }

  @Test
  void nothingThere() {
    store.prune(0, 0);
    assertEquals(List.of(), log.lines());
  }

  private void put(int number, int bytes, int days) throws IOException {
    EventFile file = store.file(run(number), START + number);
    file.append("x".repeat(bytes - 1));
    Files.setLastModifiedTime(
        file.file().toPath(), FileTime.from(Instant.now().minus(days, ChronoUnit.DAYS)));
  }

  private static UUID run(int number) {
    return new UUID(7, number);
  }

  private List<String> left() {
    return Arrays.stream(home.events().list())
        .filter(name -> name.endsWith(".jsonl"))
        .sorted()
        .map(name -> name.substring(name.length() - 7, name.length() - 6))
        .toList();
  }
}
