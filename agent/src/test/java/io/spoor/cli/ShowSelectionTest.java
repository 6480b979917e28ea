package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs {@code show} shows, and where it looks for them. */
class ShowSelectionTest {
  private static final String[] IDS = {
    "01950001-aaaa-7000-8000-000000000000",
    "01950001-aabb-7000-8000-000000000000",
    "0195f002-0000-7000-8000-000000000000"
  };

  @TempDir private Path home;

  @BeforeEach
  void threeRuns() throws IOException {
    Store store = new Store(home);
    store.file(
        "20260301T020000.000Z-" + IDS[0] + ".jsonl",
        Store.plain("START", "2026-03-01T02:00:00Z", IDS[0], "orders"),
        Store.plain("COMPLETE", "2026-03-01T02:00:01Z", IDS[0], "orders"));
    store.file(
        "20260302T020000.000Z-" + IDS[1] + ".jsonl",
        Store.plain("START", "2026-03-02T02:00:00Z", IDS[1], "customers"),
        Store.plain("FAIL", "2026-03-02T02:00:01Z", IDS[1], "customers"));
    store.file(
        "20260303T020000.000Z-" + IDS[2] + ".jsonl",
        Store.plain("START", "2026-03-03T02:00:00Z", IDS[2], "orders"));
  }

  @Test
  void latestByDefault() {
    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(show()));
  }

  @Test
  void latestOfAJob() {
    assertEquals("customers  FAIL " + IDS[1], firstRun(show("--job", "customers")));
  }

  @Test
  void unknownJob() {
    assertEquals(
        new Cli(
            1,
            "",
            "spoor: no run of a job 'customer' in "
                + home.resolve("events")
                + "; did you mean 'customers'?\n"),
        show("--job=customer"));
  }

  @Test
  void runByPrefix() {
    assertEquals("orders  COMPLETE " + IDS[0], firstRun(show("--run", "01950001-aaa")));
  }

  @Test
  void ambiguousPrefix() {
    assertEquals(
        new Cli(
            2,
            "",
            "spoor: 2 runs have an id that begins with '01950001', for example "
                + IDS[1]
                + " and "
                + IDS[0]
                + "; give more of it; see 'show --help'\n"),
        show("--run", "01950001"));
  }

  @Test
  void prefixOfNone() {
    assertEquals(
        new Cli(
            1,
            "",
            "spoor: no run in "
                + home.resolve("events")
                + " has an id that begins with 'ff'; 'show --all-runs' lists them\n"),
        show("--run", "ff"));
  }

  @Test
  void allRunsAsAList() {
    assertEquals(
        new Cli(
            0,
            """
            time                  run           state            inputs  outputs  job
            2026-03-03 02:00:00Z  0195f002-000  RUNNING OR LOST       0        0  orders
            2026-03-02 02:00:00Z  01950001-aab  FAIL                  0        0  customers
            2026-03-01 02:00:00Z  01950001-aaa  COMPLETE              0        0  orders
            """,
            ""),
        show("--all-runs"));
  }

  @Test
  void someRunsOfOneJobAsAList() {
    assertEquals(
        new Cli(
            0,
            """
            time                  run       state            inputs  outputs  job
            2026-03-03 02:00:00Z  0195f002  RUNNING OR LOST       0        0  orders
            """,
            ""),
        show("--all-runs", "--job", "orders", "--last", "1"));
  }

  /** Files that were renamed or brought from elsewhere are found by what they hold. */
  @Test
  void renamedFile() throws IOException {
    Files.move(
        home.resolve("events/20260303T020000.000Z-" + IDS[2] + ".jsonl"),
        home.resolve("events/kept.jsonl"));

    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(show()));
    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(show("--run", "0195f")));
  }

  @Test
  void homeFromSystemPropertyBeforeEnvironment() {
    Cli run =
        Cli.run(Map.of("SPOOR_HOME", "/nowhere"), Map.of("spoor.home", home.toString()), "show");

    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(run));
  }

  @Test
  void homeFromEnvironment() {
    Cli run = Cli.run(Map.of("SPOOR_HOME", home.toString()), Map.of("user.home", "/x"), "show");

    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(run));
  }

  @Test
  void homeInTheUsersFolder(@TempDir Path user) throws IOException {
    Files.move(home, user.resolve(".spoor"));

    Cli run = Cli.run(Map.of(), Map.of("user.home", user.toString()), "show");

    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(run));
    Files.move(user.resolve(".spoor"), home);
  }

  /** A container's user without a passwd entry has the user.home "?". */
  @Test
  void homeInTheTemporaryFolder(@TempDir Path temp) throws IOException {
    Files.move(home, temp.resolve("spoor-_"));

    Cli run =
        Cli.run(
            Map.of(),
            Map.of("user.home", "?", "java.io.tmpdir", temp.toString(), "user.name", "?"),
            "show");

    assertEquals("orders  RUNNING OR LOST " + IDS[2], firstRun(run));
    Files.move(temp.resolve("spoor-_"), home);
  }

  private Cli show(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "show";
    args[1] = "--home";
    args[2] = home.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return Cli.run(args);
  }

  /** Heading and id of the only run printed; the run's whole text has its own test. */
  private static String firstRun(Cli cli) {
    assertEquals("", cli.err());
    assertEquals(0, cli.exit());
    String[] lines = cli.out().split("\n");
    assertEquals(1, cli.out().split("  run ", -1).length - 1, "one run printed");
    return lines[0] + " " + lines[1].substring(lines[1].lastIndexOf(' ') + 1);
  }
}
