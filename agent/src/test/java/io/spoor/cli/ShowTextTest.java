package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show} as text: the whole of what an engineer reads. */
class ShowTextTest {
  private static final String OUTPUTS =
      """

      Outputs (4)                                            confidence    rows     size  columns  evidence
        /data/out/mixed.csv                                                       1.2 kB
          could have come from, nothing decides (2 inputs were read before its last write):
            ? /data/in/regions.csv                                                 950 B
            ? /data/in/stores.csv                                                12.0 kB
        /data/out/model.bin [MODEL]                                               5.3 GB
          no input is known to feed it
        /data/out/report.csv                                              1,240    999 B        3
          <- /data/in/targets.csv                                  0.60      24  88.1 kB        2  exclusive: only input read
                                                                                                   before its last write
          <- h2:/data/out MART.PUBLIC.SUMMARY                      0.80      12                 2  row match: agree 63/63;
                                                                                                   exclusive
        h2:/data/out MART.PUBLIC.SUMMARY                                     12                 2
          <- hsqldb:/data/foodmart foodmart.sales_fact_1997        1.00  86,837                    sql

      Inputs that fed nothing known (1)
        /data/in/calendar.csv                                                      340 B

      not understood: no table found after FROM: SELECT ? FROM ??
      not understood: prepared before the agent came
      dropped at a limit, so that lineage may lack: accesses 3, statements 12
      """;

  @TempDir private Path home;

  @Test
  void completeRun() throws IOException {
    new Store(home).file(Store.NIGHTLY_FILE, Store.nightly());

    assertEquals(
        new Cli(
            0,
            """
            nightly-load  COMPLETE
              run        01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace  default
              started    2026-03-01 02:00:00Z
              duration   12.4 s
              engine     Java 17.0.15
              agent      Spoor 0.1.0, 312 ms CPU, 3.1 MB heap
            """
                + OUTPUTS,
            ""),
        show());
  }

  @Test
  void failedRunUnderAParent() throws IOException {
    String facets =
        ",'errorMessage':"
            + Store.facet(
                "e",
                """
                'message':'java.lang.IllegalStateException','programmingLanguage':'JAVA',
                'stackTrace':'java.lang.IllegalStateException\\n\\tat com.acme.Load.main(Load.java:12)\\n'
                """)
            + ",'parent':"
            + Store.facet(
                "p",
                """
                'run':{'runId':'01957e30-0000-7000-8000-000000000001'},
                'job':{'namespace':'airflow','name':'nightly'}\
                """);
    new Store(home).file(Store.NIGHTLY_FILE, Store.start(), Store.nightlyEnd("FAIL", facets));

    assertEquals(
        new Cli(
            0,
            """
            nightly-load  FAIL
              run        01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace  default
              parent     airflow/nightly, run 01957e30-0000-7000-8000-000000000001
              started    2026-03-01 02:00:00Z
              duration   12.4 s
              engine     Java 17.0.15
              error      java.lang.IllegalStateException at com.acme.Load.main(Load.java:12)
              agent      Spoor 0.1.0, 312 ms CPU, 3.1 MB heap
            """
                + OUTPUTS,
            ""),
        show());
  }

  @Test
  void runWithAStartOnly() throws IOException {
    new Store(home).file(Store.NIGHTLY_FILE, Store.start());

    assertEquals(
        new Cli(
            0,
            """
            nightly-load  RUNNING OR LOST
              run         01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace   default
              started     2026-03-01 02:00:00Z
              last heard  2026-03-01 02:00:00Z, no end reported since
              engine      Java 17.0.15
              agent       Spoor 0.1.0

            No outputs yet

            No inputs yet
            """,
            ""),
        show());
  }

  @Test
  void runningEventBringsListsButNoEnd() throws IOException {
    String id = Store.NIGHTLY_ID;
    String lists =
        "'inputs':[],'outputs':["
            + Store.dataset("file", "/data/a.csv", "FILE", "", "output", "'size':1")
            + "]";
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.plain("START", "2026-03-01T02:00:00.120Z", id, "nightly-load"),
            Store.event("RUNNING", "2026-03-01T02:10:00Z", id, "", "nightly-load", "", lists));

    assertEquals(
        new Cli(
            0,
            """
            nightly-load  RUNNING OR LOST
              run         01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace   default
              started     2026-03-01 02:00:00Z
              last heard  2026-03-01 02:10:00Z, no end reported since

            Outputs (1)    confidence  rows  size  columns  evidence
              /data/a.csv                     1 B
                no input is known to feed it

            No inputs yet
            """,
            ""),
        show());
  }

  /** An end that came before it was known to be lost: the last end is the truth. */
  @Test
  void lastEndWins() throws IOException {
    String id = Store.NIGHTLY_ID;
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.plain("START", "2026-03-01T02:00:00.120Z", id, "j"),
            Store.plain("FAIL", "2026-03-01T02:00:03Z", id, "j"),
            Store.plain("COMPLETE", "2026-03-01T03:04:05Z", id, "j"),
            Store.plain("RUNNING", "2026-03-01T03:04:05Z", id, "j"));

    assertEquals(
        new Cli(
            0,
            """
            j  COMPLETE
              run        01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace  default
              started    2026-03-01 02:00:00Z
              duration   1 h 04 min

            No outputs

            No inputs
            """,
            ""),
        show());
  }

  /** Names are data: they must neither break the table nor reach the terminal as commands. */
  @Test
  void longAndHostileNames() throws IOException {
    String deep = "/data/" + "warehouse/".repeat(8) + "part.csv";
    String hostile = "/tmp/\\u001b[2Jx\\ny.csv";
    String lists =
        "'inputs':["
            + Store.dataset("file", hostile, "FILE", "", "input", "'size':5")
            + ","
            + Store.dataset("file", deep, "FILE", "", "input", "'size':1000000")
            + "],'outputs':["
            + Store.dataset(
                "file://nas01", "/out.csv", "FILE", "", "output", "'size':7,'fileCount':12")
            + "]";
    String lineage =
        "'lineage':"
            + Store.facet(
                "l",
                "'entries':[{'namespace':'file://nas01','name':'/out.csv','inputs':[{'namespace':'file',"
                    + "'name':'"
                    + deep
                    + "','transformations':[{'confidence':0.55,'evidence':['copy']}]}]}]");
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.event(
                "COMPLETE", "2026-03-01T02:10:00Z", Store.NIGHTLY_ID, "", "j", lineage, lists));

    assertEquals(
        new Cli(
            0,
            """
            j  COMPLETE
              run        01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e
              namespace  default
              started    2026-03-01 02:10:00Z
              duration   0 ms

            Outputs (1)                        confidence  rows    size  columns  evidence
              file://nas01/out.csv                                  7 B           12 files
                <- %s
                                                     0.55        1.0 MB           copy

            Inputs that fed nothing known (1)
              /tmp/\\u001b[2Jx\\ny.csv                                5 B
            """
                .formatted(deep),
            ""),
        show());
  }

  @Test
  void severalRunsNewestFirst() throws IOException {
    Store store = new Store(home);
    for (int day = 1; day <= 3; day++) {
      String id = "0195000" + day + "-0000-7000-8000-000000000000";
      store.file(
          "2026030" + day + "T020000.000Z-" + id + ".jsonl",
          Store.plain("START", "2026-03-0" + day + "T02:00:00Z", id, "j"),
          Store.plain("COMPLETE", "2026-03-0" + day + "T02:00:00.085Z", id, "j"));
    }

    assertEquals(
        new Cli(
            0,
            """
            j  COMPLETE
              run        01950003-0000-7000-8000-000000000000
              namespace  default
              started    2026-03-03 02:00:00Z
              duration   85 ms

            No outputs

            No inputs

            j  COMPLETE
              run        01950002-0000-7000-8000-000000000000
              namespace  default
              started    2026-03-02 02:00:00Z
              duration   85 ms

            No outputs

            No inputs
            """,
            ""),
        Cli.run("show", "--home", home.toString(), "--last", "2"));
  }

  private Cli show() {
    return Cli.run("show", "--home", home.toString());
  }
}
