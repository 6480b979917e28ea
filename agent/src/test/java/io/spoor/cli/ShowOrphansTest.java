package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.log.MemoryLog;
import io.spoor.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose JVM was killed, as {@code show} and {@code doctor} find them. */
class ShowOrphansTest {
  private static final String ID = "01950001-0000-7000-8000-000000000000";
  private static final String START = Store.plain("START", "2026-03-01T02:00:00.000Z", ID, "lost");
  private static final String FAIL = Store.plain("FAIL", "2026-03-01T02:00:09.000Z", ID, "lost");

  @TempDir private Path home;
  private Path events;
  private Path runs;

  @BeforeEach
  void runThatBegan() throws IOException {
    events = new Store(home).file("20260301T020000.000Z-" + ID + ".jsonl", START);
    runs = home.resolve("runs");
  }

  @Test
  void orphanBecomesAFailedRun() throws IOException {
    checkpoint(ID, FAIL).abandon();

    String shown =
        """
        lost  FAIL
          run        01950001-0000-7000-8000-000000000000
          namespace  default
          started    2026-03-01 02:00:00Z
          duration   9.0 s

        No outputs

        No inputs
        """;
    assertEquals(
        new Cli(
            0,
            shown,
            "spoor: run "
                + ID
                + " of job 'lost' was lost (JVM killed?) after 2026-03-01 02:00:09Z;"
                + " recorded as FAIL\n"),
        show());
    assertEquals(START + "\n" + FAIL + "\n", Files.readString(events));
    assertFalse(Files.exists(runs.resolve(ID + ".checkpoint")));
    assertEquals(new Cli(0, shown, ""), show(), "once and for all");
  }

  @Test
  void liveRunIsLeftAlone() throws IOException {
    Checkpoint live = checkpoint(ID, FAIL);
    try {
      Cli show = show();

      assertEquals("", show.err());
      assertEquals("lost  RUNNING OR LOST", show.out().lines().findFirst().get());
      assertEquals(START + "\n", Files.readString(events));
      assertTrue(Files.exists(runs.resolve(ID + ".checkpoint")));
    } finally {
      live.delete();
    }
  }

  /** Killed between the last event and the deletion of the checkpoint. */
  @Test
  void runThatHadEnded() throws IOException {
    String complete = Store.plain("COMPLETE", "2026-03-01T02:00:10.000Z", ID, "lost");
    Files.writeString(events, START + "\n" + complete + "\n");
    checkpoint(ID, FAIL).abandon();

    Cli show = show();

    assertEquals("", show.err());
    assertEquals("lost  COMPLETE", show.out().lines().findFirst().get());
    assertEquals(START + "\n" + complete + "\n", Files.readString(events));
    assertFalse(Files.exists(runs.resolve(ID + ".checkpoint")));
  }

  /** Killed after its end was known, before it was written. */
  @Test
  void endThatWasKnown() throws IOException {
    String complete = Store.plain("COMPLETE", "2026-03-01T02:00:10.000Z", ID, "lost");
    checkpoint(ID, complete).abandon();

    Cli show = show();

    assertEquals(
        "spoor: run "
            + ID
            + " of job 'lost' ended at 2026-03-01 02:00:10Z unrecorded; recorded as COMPLETE\n",
        show.err());
    assertEquals("lost  COMPLETE", show.out().lines().findFirst().get());
    assertEquals(START + "\n" + complete + "\n", Files.readString(events));
  }

  /** A run whose events went to other sinks only has its end here at least. */
  @Test
  void runWithoutAFile() throws IOException {
    Files.delete(events);
    checkpoint(ID, FAIL).abandon();

    assertEquals("lost  FAIL", show().out().lines().findFirst().get());
    assertEquals(
        FAIL + "\n",
        Files.readString(home.resolve("events/20260301T020009.000Z-" + ID + ".jsonl")));
  }

  @Test
  void endThatCannotBeRecorded() throws IOException {
    Files.delete(events);
    Files.delete(home.resolve("events"));
    Files.writeString(home.resolve("events"), "in the way");
    checkpoint(ID, FAIL).abandon();

    Cli show = show();

    assertEquals(1, show.exit());
    assertEquals(
        "spoor: the end of run "
            + ID
            + " of job 'lost', whose JVM is gone, cannot be recorded (REASON);"
            + " run 'show' as the user who ran the job",
        show.err().lines().findFirst().get().replaceAll("\\([^)]*\\);", "(REASON);"));
    assertTrue(Files.exists(runs.resolve(ID + ".checkpoint")), "kept for another attempt");
  }

  @Test
  void doctorCountsThem() throws IOException {
    String other = "01950002-0000-7000-8000-000000000000";
    checkpoint(ID, FAIL).abandon();
    Checkpoint live = checkpoint(other, FAIL);
    try {
      Cli doctor = Cli.run("doctor", "--home", home.toString());

      assertEquals(1, doctor.exit());
      assertTrue(doctor.out().contains("\nok: 1 run going on now\n"), doctor.out());
      assertTrue(
          doctor
              .out()
              .contains(
                  "\nwarn: 1 run ended without an end (killed?);"
                      + " 'show' turns each into a FAIL event\n"),
          doctor.out());
      assertTrue(Files.exists(runs.resolve(ID + ".checkpoint")), "doctor changes nothing");
    } finally {
      live.delete();
    }
  }

  private Checkpoint checkpoint(String id, String failEvent) {
    Checkpoint checkpoint = Checkpoint.create(runs.toFile(), UUID.fromString(id), new MemoryLog());
    assertTrue(checkpoint.write(failEvent));
    return checkpoint;
  }

  private Cli show() {
    return Cli.run("show", "--home", home.toString());
  }
}
