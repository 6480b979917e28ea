package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that stand for one output of another run are shown as that output. */
class ShowOutputRunsTest {
  private static final String CHILD = "01957e30-1f4a-7fff-9b1e-000000000001";
  private static final String TIME = "2026-03-01T02:00:12.560Z";

  @TempDir private Path home;

  private static String child(String type, String jobType, String parent, String lists) {
    String run =
        "'parent':"
            + Store.facet(
                "p",
                "'run':{'runId':'"
                    + parent
                    + "'},'job':{'namespace':'default','name':'nightly-load'}");
    String job = "'jobType':" + Store.facet("t", "'integration':'JVM','jobType':'" + jobType + "'");
    return Store.event(type, TIME, CHILD, run, "nightly-load.T", job, lists);
  }

  private static String output() {
    return "'inputs':[],'outputs':["
        + Store.dataset("db", "T", "TABLE", "", "output", "'rowCount':7")
        + "]";
  }

  private void store(String jobType, String parent) throws IOException {
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.start(),
            Store.plain("COMPLETE", TIME, Store.NIGHTLY_ID, "nightly-load"),
            child("START", jobType, parent, "'inputs':[],'outputs':[]"),
            child("COMPLETE", jobType, parent, output()));
  }

  private Cli show(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "show";
    args[1] = "--home";
    args[2] = home.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Cli.run(args);
  }

  @Test
  void theRunHasTheOutput() throws IOException {
    store("OUTPUT", Store.NIGHTLY_ID);
    String out = show().out();
    assertTrue(out.startsWith("nightly-load  COMPLETE\n"), out);
    assertTrue(out.contains("\n  db T                      7\n"), out);
    assertEquals(2, show("--all-runs").out().lines().count());
    assertEquals(0, show("--why", "T").exit());
  }

  /** The beginning that both ids have names the run, the whole id of the other that one. */
  @Test
  void byItsIdItIsShownAlone() throws IOException {
    store("OUTPUT", Store.NIGHTLY_ID);
    assertTrue(show("--run", "01957e30-1f4a").out().startsWith("nightly-load  COMPLETE\n"));
    assertTrue(show("--run", CHILD).out().startsWith("nightly-load.T  COMPLETE\n"));
  }

  @Test
  void otherRunsBeneathItAreRuns() throws IOException {
    store("STEP", Store.NIGHTLY_ID);
    assertEquals(3, show("--all-runs").out().lines().count());
    store("OUTPUT", "01957e30-1f4a-7fff-9b1e-000000000009");
    assertEquals(3, show("--all-runs").out().lines().count());
  }
}
