package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a file beside that it was used. */
class FileFacetsTest {

  private final Jdk jdk = Jdks.newest();

  @TempDir private Path folder;

  private static JsonNode facet(Trial trial, String side, String name) throws Exception {
    return trial.home().runs().get(0).last().path(side).path(0).path("facets").path(name);
  }

  @Test
  void aLinkIsTheNameThatTheJobWrote() throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Data.orders(place);
                  Path work = place.work();
                  Files.createSymbolicLink(work.resolve("today"), work.resolve("in"));
                  Files.createSymbolicLink(work.resolve("done"), work.resolve("in"));
                });
    trial
        .run(Job.of("FileSteps").withStdin("pass today/orders.csv done/copy.csv\n"))
        .exits(0)
        .recorded(
            """
            jobs.FileSteps COMPLETE
            input file $WORK/today/orders.csv
            output file $WORK/done/copy.csv
            file $WORK/today/orders.csv -> file $WORK/done/copy.csv [exclusive]
            """);
    String in = trial.place().work().resolve("in").toString();
    JsonNode link = facet(trial, "inputs", "symlinks").path("identifiers").path(0);
    assertEquals(in + "/orders.csv", link.path("name").asText());
    assertEquals("file", link.path("namespace").asText());
    link = facet(trial, "outputs", "symlinks").path("identifiers").path(0);
    assertEquals(in + "/copy.csv", link.path("name").asText());
  }

  @Test
  void theVersionOfAFile() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial.run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv")).exits(0);
    for (String side : new String[] {"inputs", "outputs"}) {
      String version = facet(trial, side, "version").path("datasetVersion").asText();
      assertTrue(
          version.matches("size=43,modified=20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z"),
          side + " " + version);
      assertTrue(facet(trial, side, "symlinks").isMissingNode());
    }
  }

  @Test
  void whenAndWhereItWasUsed() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial.run(Job.of("FileSteps").withStdin("pass in/orders.csv out/copy.csv\n")).exits(0);
    JsonNode event = trial.home().runs().get(0).last();
    JsonNode read = event.path("inputs").path(0).path("inputFacets").path("spoor_access");
    JsonNode written = event.path("outputs").path(0).path("outputFacets").path("spoor_access");
    assertTrue(
        read.path("callSites").toString().startsWith("[\"jobs.FileSteps.read(FileSteps.java:"));
    assertTrue(
        written.path("callSites").toString().startsWith("[\"jobs.FileSteps.write(FileSteps.java:"));
    String end = event.path("eventTime").asText();
    for (JsonNode each : List.of(read, written)) {
      String first = each.path("firstOperation").asText();
      String last = each.path("lastOperation").asText();
      assertTrue(first.compareTo(last) <= 0 && last.compareTo(end) <= 0, each + " " + end);
    }
    Outcome shown =
        Agent.run(jdk, trial.place(), "show", "--home", trial.home().folder().toString());
    assertTrue(
        shown.stdout().contains("    at jobs.FileSteps.write(FileSteps.java:"), shown::toString);
  }

  @Test
  void whereAStreamWasOpenedOfWhichTheChannelIsRead() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial.run(Job.of("FileSteps").withStdin("channel in/orders.csv\n")).exits(0);
    JsonNode input = trial.home().runs().get(0).last().path("inputs").path(0);
    String sites = input.path("inputFacets").path("spoor_access").path("callSites").toString();
    assertTrue(sites.startsWith("[\"jobs.FileSteps.readThroughChannel(FileSteps.java:"), sites);
  }

  @Test
  void aDigestWhereTheUserWantsIt() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders).with("digest", "sha256");
    trial.run(Job.of("WriteThenRename", "in/orders.csv", "out/upper.csv", "io")).exits(0);
    Path work = trial.place().work();
    for (String[] file :
        new String[][] {{"inputs", "in/orders.csv"}, {"outputs", "out/upper.csv"}}) {
      byte[] content = Files.readAllBytes(work.resolve(file[1]));
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      assertEquals(
          "sha256:" + digest, facet(trial, file[0], "version").path("datasetVersion").asText());
    }
  }

  @Test
  void filesOfThisMachine() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders).with("file.namespace", "file://etl1");
    trial
        .run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"))
        .recorded(
            """
            jobs.FileCopyStreams COMPLETE
            input file://etl1 $WORK/in/orders.csv
            output file://etl1 $WORK/out/copy.csv
            file://etl1 $WORK/in/orders.csv -> file://etl1 $WORK/out/copy.csv [exclusive]
            """);
  }

  @Test
  void theMachineByItsName() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders).with("file.namespace", "host");
    trial.run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv")).exits(0);
    String namespace =
        trial.home().runs().get(0).last().path("inputs").path(0).path("namespace").asText();
    assertTrue(namespace.matches("file://[a-z0-9._-]+"), namespace);
  }

  @Test
  void namesSurvive() throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Path in = Files.createDirectories(place.work().resolve("in"));
                  Files.writeString(in.resolve("Aufträge 100% & “mehr”.csv"), "a\n");
                });
    trial
        .run(
            Job.of("FileCopyStreams", "in/Aufträge 100% & “mehr”.csv", "Kopie\u00a0#1.csv")
                .withJvm("-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8")
                .withEnvironment("LC_ALL", "C.UTF-8"))
        .recorded(
            """
            jobs.FileCopyStreams COMPLETE
            input file $WORK/in/Aufträge 100% & “mehr”.csv
            output file $WORK/Kopie\u00a0#1.csv
            file $WORK/in/Aufträge 100% & “mehr”.csv -> file $WORK/Kopie\u00a0#1.csv [exclusive]
            """);
  }

  @Test
  void whatWasOnlyOpened() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial
        .run(Job.of("FileSteps").withStdin("pass in/orders.csv out/copy.csv\ntouch out/none.csv\n"))
        .exits(0)
        .recorded(
            """
            jobs.FileSteps COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            empty output file $WORK/out/none.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void processesAreAGapThatShows(Jdk each) throws Exception {
    Trial trial = new Trial(each, folder).given(Data::orders);
    trial
        .run(Job.of("StartsProcesses"))
        .exits(0)
        .prints("[sorted, and failed]\n")
        .recorded(
            """
            jobs.StartsProcesses COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/sorted.csv
            file $WORK/in/orders.csv -> file $WORK/sorted.csv [exclusive]
            """);
    String started =
        trial
            .home()
            .runs()
            .get(0)
            .last()
            .path("run")
            .path("facets")
            .path("spoor_processes")
            .path("processes")
            .toString();
    assertEquals("[{\"command\":\"sort\",\"count\":1},{\"command\":\"sh\",\"count\":2}]", started);
    Outcome shown =
        Agent.run(each, trial.place(), "show", "--home", trial.home().folder().toString());
    assertTrue(
        shown
            .stdout()
            .contains(
                "\nStarted processes; files that they open themselves are not seen\n"
                    + "  sort\n  sh  2 times\n"),
        shown::toString);
  }

  @Test
  void argumentsWhereTheUserWantsThem() throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(Data::orders)
            .with("process.arguments", "true")
            .with("job.arguments", "true");
    trial.run(Job.of("StartsProcesses", "--date=2026-01-31", "x")).exits(0);
    JsonNode facets = trial.home().runs().get(0).last().path("run").path("facets");
    assertEquals(
        "sort -t , -k 1",
        facets.path("spoor_processes").path("processes").path(0).path("command").asText());
    assertEquals(
        "[{\"key\":\"arg1\",\"name\":\"--date\",\"value\":\"2026-01-31\"},"
            + "{\"key\":\"arg2\",\"value\":\"x\"}]",
        facets.path("executionParameters").path("parameters").toString());
  }

  @Test
  void argumentsAreNotToldOtherwise() throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::orders);
    trial
        .run(
            Job.of(
                "FileCopyStreams",
                "in/orders.csv",
                "out/copy.csv",
                "--password=geheim",
                "-pgeheim",
                "Z2VoZWltZ2VoZWlt==",
                "jdbc:x://u:geheim@h/d?a=b"))
        .exits(0);
    String events = Files.readString(trial.home().runs().get(0).file());
    assertFalse(events.contains("geheim") || events.contains("Z2Vo"), events);
    assertTrue(events.contains("--password"), events);
  }
}
