package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is not as it should be: one sentence for each thing, and the rest is shown. */
class ShowDamageTest {
  private static final String ID = "01950001-0000-7000-8000-000000000000";
  private static final String NEWEST = "20270101T000000.000Z-x.jsonl";
  private static final String SHOWN =
      """
      good  COMPLETE
        run        01950001-0000-7000-8000-000000000000
        namespace  default
        started    2026-03-01 02:00:00Z
        duration   1.0 s

      No outputs

      No inputs
      """;

  @TempDir private Path home;
  private Store store;
  private Path events;

  @BeforeEach
  void oneGoodRun() throws IOException {
    store = new Store(home);
    events = store.events();
    store.file(
        "20260301T020000.000Z-" + ID + ".jsonl",
        Store.plain("START", "2026-03-01T02:00:00Z", ID, "good"),
        Store.plain("COMPLETE", "2026-03-01T02:00:01Z", ID, "good"));
  }

  @Test
  void cutOffEvent() throws IOException {
    String whole = Store.nightlyEnd("COMPLETE", "");
    Path file =
        store.raw(
            Store.NIGHTLY_FILE.replace("2026", "2027"),
            Store.start().replace("2026-03", "2027-03") + "\n" + whole.substring(0, 700));

    assertEquals(
        new Cli(
            0,
            """
            nightly-load  RUNNING OR LOST
              run         01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace   default
              started     2027-03-01 02:00:00Z
              last heard  2027-03-01 02:00:00Z, no end reported since
              engine      Java 17.0.15
              agent       Spoor 0.1.0

            No outputs yet

            No inputs yet
            """,
            "spoor: "
                + file
                + ", line 2 is cut off: the disk was full or the job was killed;"
                + " the lines before it are shown\n"),
        show());
  }

  @Test
  void nothingButACutOffEvent() throws IOException {
    Path file = store.raw(NEWEST, "{\"eventType\":\"STA");

    assertEquals(
        shownBeside(
            file + ", line 1 is cut off: the disk was full or the job was killed; delete the file"),
        show());
  }

  /** An event that lacks only its line feed is whole. */
  @Test
  void missingLastLineFeed() throws IOException {
    Path file = events.resolve("20260301T020000.000Z-" + ID + ".jsonl");
    Files.writeString(file, Files.readString(file).stripTrailing());

    assertEquals(new Cli(0, SHOWN, ""), show());
  }

  @Test
  void corruptLinesBetweenGoodOnes() throws IOException {
    Path file =
        store.file(
            "20260301T020000.000Z-" + ID + ".jsonl",
            Store.plain("START", "2026-03-01T02:00:00Z", ID, "good"),
            "{\"password=hunter2",
            "",
            "\0\0\0\0",
            "{} {}",
            Store.plain("COMPLETE", "2026-03-01T02:00:01Z", ID, "good"));

    assertEquals(
        shownBeside(
            file
                + ", line 2 is no valid JSON, and 2 more lines too;"
                + " skipped, the other lines are shown; delete the line"),
        show());
  }

  @Test
  void emptyFile() throws IOException {
    Path file = store.raw(NEWEST, "");

    assertEquals(
        shownBeside(
            file + " is empty: its run wrote no event (disk full or killed?); delete the file"),
        show());
  }

  @Test
  void foreignFiles() throws IOException {
    Path notes = store.raw("notes.txt", "buy milk");
    Path other = store.file("other.jsonl", "{\"a\":1}", "[]");
    store.raw(".nfs000", "");

    assertEquals(
        new Cli(
            0,
            SHOWN,
            "spoor: "
                + notes
                + " is no events file of Spoor; skipped, move it out of the events folder\n"
                + "spoor: "
                + other
                + ", line 1 is no run event (no run.runId), and 1 more line too;"
                + " skipped, move the file out of the events folder\n"),
        show());
  }

  @Test
  void badTime() throws IOException {
    Path file =
        store.file(NEWEST, Store.plain("START", "yesterday", "01960000-0000-7000-8000-0", "bad"));

    assertEquals(
        shownBeside(
            file
                + ", line 1 is no run event (no valid eventTime);"
                + " skipped, move the file out of the events folder"),
        show());
  }

  @Test
  void newerFormat() throws IOException {
    Path file =
        store.file(
            "20260301T020000.000Z-" + ID + ".jsonl",
            Store.event(
                "START",
                "2026-03-01T02:00:00Z",
                ID,
                "'spoor_agent':{'format':2}",
                "good",
                "",
                "'inputs':[],'outputs':[]"),
            Store.plain("COMPLETE", "2026-03-01T02:00:01Z", ID, "good"));

    assertEquals(
        shownBeside(file + " was written by a newer Spoor; use its jar to see all that it says"),
        show());
  }

  @Test
  void unreadableFileAndFolder() throws IOException {
    Path file = store.raw(NEWEST, "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");

    assertEquals(
        shownBeside(file + " cannot be read: not allowed; run 'show' as the user who ran the job"),
        show());

    Files.setPosixFilePermissions(events, PosixFilePermissions.fromString("---------"));
    Cli folder = show();
    Files.setPosixFilePermissions(events, PosixFilePermissions.fromString("rwx------"));
    assertEquals(
        new Cli(
            1,
            "",
            "spoor: "
                + events
                + " cannot be read: not allowed; run 'show' as the user who ran the job\n"
                + nothing(home)),
        folder);
  }

  @Test
  void eventsIsAFile() throws IOException {
    Path other = Files.createDirectory(home.resolve("other"));
    Files.writeString(other.resolve("events"), "x");

    assertEquals(
        new Cli(
            1,
            "",
            "spoor: "
                + other.resolve("events")
                + " is no folder; move it away, or name another home with --home\n"
                + nothing(other)),
        Cli.run("show", "--home", other.toString()));
  }

  @Test
  void noHome() {
    Path other = home.resolve("other");

    assertEquals(new Cli(1, "", nothing(other)), Cli.run("show", "--home", other.toString()));
  }

  @Test
  void eventsInTheFolderThatAJobFellBackTo() throws IOException {
    Path temp = Files.createDirectory(home.resolve("tmp"));
    Files.createDirectories(temp.resolve("spoor-me/events"));
    Path other = home.resolve("other");

    assertEquals(
        new Cli(
            1,
            "",
            "spoor: no events in "
                + other.resolve("events")
                + ", but a job that could not write there left some: add --home "
                + temp.resolve("spoor-me")
                + "\n"),
        Cli.run(
            Map.of("SPOOR_HOME", other.toString()),
            Map.of("java.io.tmpdir", temp.toString(), "user.name", "me"),
            "show"));
  }

  private static String nothing(Path home) {
    return "spoor: no events in "
        + home.resolve("events")
        + "; run a job with -javaagent:spoor-agent.jar first, or name its home with --home\n";
  }

  private static Cli shownBeside(String sentence) {
    return new Cli(0, SHOWN, "spoor: " + sentence + "\n");
  }

  private Cli show() {
    return Cli.run("show", "--home", home.toString());
  }
}
