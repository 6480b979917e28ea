package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered from run to run, and what later runs make of it. */
class RememberTest {

  private static final String ENDS = "io.spoor.tests.Jdks#ends";

  private static final Job EXPORT = Job.of("TwoJobs", "export").with("h2");
  private static final Job LOAD = Job.of("TwoJobs", "load").with("h2");
  private static final Job COPY = Job.of("TwoJobs", "copy").with("h2");

  private static final String EXPORTED =
      """
      export COMPLETE
      input h2:$WORK/db/shop PUBLIC.CUSTOMERS
      output file $WORK/out/customers.csv
      h2:$WORK/db/shop PUBLIC.CUSTOMERS -> file $WORK/out/customers.csv [row match]
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.CITY -> file $WORK/out/customers.csv.town (identity)
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.CREDIT -> file $WORK/out/customers.csv.credit (identity)
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.EMAIL -> file $WORK/out/customers.csv.mail (identity)
      h2:$WORK/db/shop PUBLIC.CUSTOMERS.ID -> file $WORK/out/customers.csv.id (identity)
      """;

  private static final String LOADED =
      """
      load COMPLETE
      input file $WORK/in/arrived.csv
      output h2:$WORK/db/shop PUBLIC.COPIES
      file $WORK/in/arrived.csv -> h2:$WORK/db/shop PUBLIC.COPIES [row match]
      file $WORK/in/arrived.csv.credit -> h2:$WORK/db/shop PUBLIC.COPIES.LIMIT_ (identity)
      file $WORK/in/arrived.csv.mail -> h2:$WORK/db/shop PUBLIC.COPIES.MAIL (identity)
      file $WORK/in/arrived.csv.town -> h2:$WORK/db/shop PUBLIC.COPIES.TOWN (identity)
      """;

  /** The number follows one another, the town has few values: neither is remembered. */
  private static final String RESEMBLANCE =
      """
      file $WORK/in/arrived.csv.credit holds file $WORK/out/customers.csv.credit of export
      file $WORK/in/arrived.csv.mail holds file $WORK/out/customers.csv.mail of export
      """;

  @TempDir private Path folder;

  private Trial trial(Jdk jdk, String name) throws Exception {
    Path salt = folder.resolve("salt");
    if (!Files.exists(salt)) {
      Files.writeString(salt, "a salt of 31 bytes for one test");
    }
    return new Trial(jdk, folder)
        .with("job.name", name)
        .with("flows.remember", "on")
        .with("flows.salt.file", salt.toString());
  }

  private static void run(Trial trial, Job job) throws Exception {
    Outcome outcome = trial.start(job).await();
    assertEquals("exit code 0\n--- stdout\n\n--- stderr\n", outcome.visible());
  }

  /** Runs the job that writes a file, and brings it to the other one under another name. */
  private void exportAndCopy(Trial export, Trial load) throws Exception {
    run(export.given(ShopRows::make), EXPORT);
    String exported = Files.readString(export.place().work().resolve("out/customers.csv"));
    load.given(
        place -> {
          ShopRows.make(place);
          Data.write(place, "in/arrived.csv", exported);
        });
  }

  private void assertRuns(Trial trial, String... lineages) throws Exception {
    List<RecordedRun> runs = trial.home().runs();
    assertEquals(lineages.length, runs.size(), () -> log(trial));
    for (int i = 0; i < lineages.length; i++) {
      Spec.check(runs.get(i));
      Lineage.of(runs.get(i), trial.place().work()).assertIs(lineages[i]);
    }
  }

  private static String log(Trial trial) {
    try {
      return trial.home().log();
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  private static Path memory(Trial trial) throws Exception {
    List<Path> files = trial.home().filesIn("memory");
    return files.stream().filter(file -> file.toString().endsWith(".memory")).findFirst().get();
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void whatOneJobWroteAndAnotherReadsUnderAnotherName(Jdk jdk) throws Exception {
    Trial export = trial(jdk, "export");
    Trial load = trial(jdk, "load");
    exportAndCopy(export, load);
    run(load, LOAD);

    assertRuns(load, EXPORTED, LOADED + RESEMBLANCE);
    assertEquals("", load.home().log());
    String home = load.home().folder().toString();
    Outcome shown = Agent.run(jdk, load.place(), "show", "--home", home);
    String work = load.place().work().toString();
    String told =
        "Inputs that hold what other jobs wrote under other names $WORK/in/arrived.csv"
            + " credit, mail hold what export wrote to $WORK/out/customers.csv";
    String text = shown.stdout().replaceAll("\\s+", " ").replace(work, "$WORK");
    assertTrue(text.contains(told), shown::toString);
  }

  /** Of many rows in another order both keep the same. */
  @Test
  void aTableThatWasRenamed() throws Exception {
    Trial copy = trial(Jdks.newest(), "copy").given(ShopRows::makeMany);
    run(copy, COPY);
    Path database = copy.place().work().resolve("db/shop.mv.db");
    byte[] written = Files.readAllBytes(database);
    Trial dump =
        trial(Jdks.newest(), "dump")
            .given(
                place -> {
                  Files.createDirectories(place.work().resolve("db"));
                  Files.write(place.work().resolve("db/shop.mv.db"), written);
                  ShopRows.rename(place, "copies", "arrived");
                });
    run(dump, Job.of("TwoJobs", "dump").with("h2"));

    Lineage.of(dump.home().runs().get(1), dump.place().work())
        .assertIs(
            """
            dump COMPLETE
            input SHOP.ARRIVED
            output file $WORK/out/dump.csv
            SHOP.ARRIVED -> file $WORK/out/dump.csv [row match]
            SHOP.ARRIVED.LIMIT_ -> file $WORK/out/dump.csv.amount (identity)
            SHOP.ARRIVED.MAIL -> file $WORK/out/dump.csv.address (identity)
            SHOP.ARRIVED.MAIL holds SHOP.COPIES.MAIL of copy
            """
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @Test
  void whatIsKept() throws Exception {
    Trial export = trial(Jdks.newest(), "export").given(ShopRows::make);
    run(export, EXPORT);

    Path file = memory(export);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of(), export.home().filesContaining("@example.org"));
    String text = Files.readString(file);
    List<String> kept =
        text.lines()
            .filter(line -> line.startsWith("values\t"))
            .map(line -> line.split("\t")[1])
            .toList();
    assertEquals(List.of("credit", "mail"), kept, text);
  }

  @Test
  void offByDefault() throws Exception {
    Trial export = new Trial(Jdks.newest(), folder).with("job.name", "export");
    run(export.given(ShopRows::make), EXPORT);

    assertRuns(export, EXPORTED);
    assertEquals(List.of(), export.home().filesIn("memory"));
  }

  @Test
  void anotherSalt() throws Exception {
    Path other = folder.resolve("other-salt");
    Files.writeString(other, "another salt, of 35 bytes in length");
    Trial load = trial(Jdks.newest(), "load").with("flows.salt.file", other.toString());
    exportAndCopy(trial(Jdks.newest(), "export"), load);
    run(load, LOAD);

    assertRuns(load, EXPORTED, LOADED);
  }

  @Test
  void otherValues() throws Exception {
    Trial load = trial(Jdks.newest(), "load");
    exportAndCopy(trial(Jdks.newest(), "export"), load);
    StringBuilder others = new StringBuilder("id,mail,town,credit\n");
    for (int i = 1; i <= 300; i++) {
      String mail = "other" + (i * 7919 % 100003) + "@example.org";
      others.append(i).append(',').append(mail).append(",Rome,");
      others.append(i * 104729 % 100000 / 100.0).append('\n');
    }
    load.given(
        place -> {
          ShopRows.make(place);
          Data.write(place, "in/arrived.csv", others.toString());
        });
    run(load, LOAD);

    assertRuns(load, EXPORTED, LOADED.replaceAll(".*TOWN.*\n", ""));
  }

  @Test
  void saltInHomeIsRefused() throws Exception {
    Trial export = trial(Jdks.newest(), "export").given(ShopRows::make);
    Files.createDirectories(export.home().folder());
    Path salt = export.home().folder().resolve("salt");
    Files.copy(folder.resolve("salt"), salt);
    Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), salt);
    export.with("flows.salt.file", link.toString());
    run(export, EXPORT);

    assertRuns(export, EXPORTED);
    assertEquals(List.of(), export.home().filesIn("memory"));
    assertLogged(export, link.toString(), "lies in the home folder", "nothing is remembered");
  }

  @Test
  void noSalt() throws Exception {
    Trial export = trial(Jdks.newest(), "export").with("flows.salt.file", "").given(ShopRows::make);
    run(export, EXPORT);

    assertRuns(export, EXPORTED);
    assertEquals(List.of(), export.home().filesIn("memory"));
    assertLogged(export, "flows.remember needs flows.salt.file", "nothing is remembered");
  }

  @Test
  void damagedMemory() throws Exception {
    Trial export = trial(Jdks.newest(), "export").given(ShopRows::make);
    run(export, EXPORT);
    Path file = memory(export);
    String good = Files.readString(file);
    Files.writeString(file, good.replace("EXPLAINED", "explained"));
    run(export, EXPORT);

    assertRuns(export, EXPORTED, EXPORTED);
    assertLogged(export, file.toString(), "is damaged", "will be replaced");
    assertTrue(Files.readString(file).contains("EXPLAINED"), "replaced by a good one");
  }

  @Test
  void lockedMemory() throws Exception {
    Trial export = trial(Jdks.newest(), "export").given(ShopRows::make);
    Path memory = export.home().folder().resolve("memory");
    Files.createDirectories(memory);
    try (RandomAccessFile file = new RandomAccessFile(memory.resolve(".lock").toFile(), "rw");
        FileLock lock = file.getChannel().lock()) {
      assertTrue(lock.isValid());
      run(export, EXPORT);
    }

    assertRuns(export, EXPORTED);
    assertEquals(List.of(memory.resolve(".lock")), export.home().filesIn("memory"));
    assertLogged(export, "This run is not remembered", "locked");
  }

  /**
   * Of many customers so few are sampled that those which were picked are not among them. That is
   * remembered, and the next run looks at more.
   */
  @ParameterizedTest
  @MethodSource(ENDS)
  void moreIsSampledOfWhatWasAmbiguous(Jdk jdk) throws Exception {
    Job pick = Job.of("TwoJobs", "pick").with("h2");
    Trial trial = trial(jdk, "pick").given(ShopRows::makeMany);
    run(trial, pick);
    run(trial, pick);
    run(trial, pick);

    String datasets =
        """
        pick COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        """;
    String candidates = "candidates of SHOP.COPIES: SHOP.CUSTOMERS, SHOP.SUPPLIERS\n";
    String edges =
        """
        SHOP.CUSTOMERS -> SHOP.COPIES [row match]
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        """;
    String shop = "h2:$WORK/db/shop PUBLIC.";
    assertRuns(
        trial,
        (datasets + candidates).replace("SHOP.", shop),
        (datasets + edges).replace("SHOP.", shop),
        (datasets + edges).replace("SHOP.", shop));
  }

  /** Less is sampled of what was explained twice, and it is explained still. */
  @Test
  void lessIsSampledOfWhatWasExplained() throws Exception {
    Trial trial = trial(Jdks.newest(), "copy").given(ShopRows::make);
    run(trial, COPY);
    run(trial, COPY);
    run(trial, COPY);

    String lineage =
        """
        copy COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [identity]
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (identity)
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.ID (identity)
        """
            .replace("SHOP.", "h2:$WORK/db/shop PUBLIC.");
    assertRuns(trial, lineage, lineage, lineage);
    int first = agreeing(trial.home().runs().get(0));
    int second = agreeing(trial.home().runs().get(1));
    assertTrue(second > 0.9 * first, second + " rows after " + first);
    int last = agreeing(trial.home().runs().get(2));
    assertTrue(last >= 50 && last < 0.7 * first, last + " rows after " + first);
  }

  /** Rows that speak for the column MAIL. */
  private static int agreeing(RecordedRun run) {
    String evidence =
        run.last()
            .path("job")
            .path("facets")
            .path("lineage")
            .path("entries")
            .path(0)
            .path("fields")
            .path("MAIL")
            .path("inputs")
            .path(0)
            .path("transformations")
            .path(0)
            .path("evidence")
            .toString();
    return Integer.parseInt(evidence.replaceAll(".*?agree (\\d+)/.*", "$1"));
  }

  private static void assertLogged(Trial trial, String... parts) throws Exception {
    String log = trial.home().log();
    assertTrue(
        log.lines().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
        () -> "a line of the log with " + List.of(parts) + "; the log:\n" + log);
    assertFalse(log.contains("ERROR"), log);
  }
}
