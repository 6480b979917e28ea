package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files that are one dataset, and files that are only on their way to a name. */
class FoldingTest {

  private final Jdk jdk = Jdks.newest();

  @TempDir private Path folder;

  private Trial trial() throws Exception {
    return new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Path in = place.work().resolve("in");
              for (String day : List.of("20240130", "20240131", "20240201")) {
                Files.writeString(
                    in.resolve("sales_" + day + ".csv"), "id,amount\n1,2\n2,3\n3,4\n");
              }
              for (int i = 0; i < 12; i++) {
                Files.writeString(in.resolve("shop" + i + ".txt"), "text\n");
              }
            });
  }

  private static void recorded(Trial trial, String steps, String lineage) throws Exception {
    trial
        .run(Job.of("FileSteps").withStdin(steps))
        .exits(0)
        .prints("done\n")
        .recorded("jobs.FileSteps COMPLETE\n" + lineage);
  }

  /** Of the only dataset of a side that consists of several files. */
  private static String subset(Trial trial, String side) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode dataset : trial.home().runs().get(0).last().path(side + "s")) {
      JsonNode facets = dataset.path(side + "Facets");
      JsonNode condition = facets.path("subset").path(side + "Condition");
      if (!condition.isMissingNode()) {
        List<String> names = new ArrayList<>();
        condition
            .path("locations")
            .forEach(name -> names.add(Path.of(name.asText()).getFileName().toString()));
        found.add(
            facets.path("subset").path("count").asLong()
                + " by "
                + facets.path("subset").path("reason").asText()
                + ": "
                + String.join(" ", names)
                + "; files "
                + facets.path(side + "Statistics").path("fileCount").asLong());
      }
    }
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  @Test
  void datedFilesAreOneDataset() throws Exception {
    Trial trial = trial();
    recorded(
        trial,
        """
        read in/sales_20240130.csv
        read in/sales_20240131.csv
        pass in/sales_20240131.csv out/2024/01/31/totals.csv
        pass in/sales_20240201.csv out/2024/02/01/totals.csv
        """,
        """
        input file $WORK/in/sales_*.csv
        output file $WORK/out/*/*/*/totals.csv
        file $WORK/in/sales_*.csv -> file $WORK/out/*/*/*/totals.csv [exclusive]
        """);
    assertEquals(
        "3 by dates in names: sales_20240130.csv sales_20240131.csv sales_20240201.csv; files 3",
        subset(trial, "input"));
    assertEquals("2 by dates in names: totals.csv totals.csv; files 2", subset(trial, "output"));
    Outcome shown =
        Agent.run(jdk, trial.place(), "show", "--home", trial.home().folder().toString());
    assertTrue(
        shown
            .stdout()
            .contains(
                "one dataset by dates in names: sales_20240130.csv, sales_20240131.csv,"
                    + " sales_20240201.csv\n"),
        shown::toString);
  }

  @Test
  void unlessTheUserWantsThemApart() throws Exception {
    recorded(
        trial().with("fold", "false"),
        "copy in/sales_20240130.csv out/part-00000\ncopy in/sales_20240131.csv out/part-00001\n",
        """
        input file $WORK/in/sales_20240130.csv
        input file $WORK/in/sales_20240131.csv
        output file $WORK/out/part-00000
        output file $WORK/out/part-00001
        file $WORK/in/sales_20240130.csv -> file $WORK/out/part-00000 [copy]
        file $WORK/in/sales_20240131.csv -> file $WORK/out/part-00001 [copy]
        """);
  }

  @Test
  void byTheRulesThatHold() throws Exception {
    recorded(
        trial().with("fold", "parts+keys"),
        "copy in/sales_20240130.csv out/part-00000\ncopy in/orders.csv out/dt=2024/b\n",
        """
        input file $WORK/in/orders.csv
        input file $WORK/in/sales_20240130.csv
        output file $WORK/out
        file $WORK/in/orders.csv -> file $WORK/out [copy]
        file $WORK/in/sales_20240130.csv -> file $WORK/out [copy]
        """);
  }

  @Test
  void fiveThatDifferInANumber() throws Exception {
    Trial trial = trial();
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      steps.append("copy in/shop" + i + ".txt out/shop-" + "abc".charAt(i / 4) + i + ".txt\n");
    }
    recorded(
        trial,
        steps.toString(),
        """
        input file $WORK/in/shop*.txt
        output file $WORK/out/shop-a0.txt
        output file $WORK/out/shop-a1.txt
        output file $WORK/out/shop-a2.txt
        output file $WORK/out/shop-a3.txt
        output file $WORK/out/shop-b4.txt
        output file $WORK/out/shop-b5.txt
        output file $WORK/out/shop-b6.txt
        output file $WORK/out/shop-b7.txt
        output file $WORK/out/shop-c8.txt
        output file $WORK/out/shop-c9.txt
        output file $WORK/out/shop-c10.txt
        output file $WORK/out/shop-c11.txt
        file $WORK/in/shop*.txt -> file $WORK/out/shop-a0.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-a1.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-a2.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-a3.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-b4.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-b5.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-b6.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-b7.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-c8.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-c9.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-c10.txt [copy]
        file $WORK/in/shop*.txt -> file $WORK/out/shop-c11.txt [copy]
        """);
  }

  @Test
  void writtenUnderATemporaryNameEach() throws Exception {
    Trial trial = trial();
    recorded(
        trial,
        """
        read in/orders.csv
        20 write out/.part-#.tmp
        20 rename out/.part-#.tmp out/part-#
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out
        file $WORK/in/orders.csv -> file $WORK/out [exclusive]
        """);
    String subset = subset(trial, "output");
    assertTrue(subset.startsWith("20 by part files: part-00000 part-00001 "), subset);
  }

  /** As Hadoop and Spark write: attempts, tasks, the job, markers and checksums. */
  @Test
  void committed() throws Exception {
    recorded(
        trial(),
        """
        read in/orders.csv
        3 write out/t/_temporary/0/_temporary/attempt_#/part-#
        3 write out/t/_temporary/0/_temporary/attempt_#/.part-#.crc
        3 rename out/t/_temporary/0/_temporary/attempt_# out/t/_temporary/0/task_#
        3 rename out/t/_temporary/0/task_#/part-# out/t/part-#
        3 rename out/t/_temporary/0/task_#/.part-#.crc out/t/.part-#.crc
        write out/t/_SUCCESS
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/t
        file $WORK/in/orders.csv -> file $WORK/out/t [exclusive]
        """);
  }

  @Test
  void whatNobodyCommittedIsNoOutput() throws Exception {
    recorded(
        trial(),
        """
        read in/orders.csv
        write out/t/_temporary/0/_temporary/attempt_0/part-00000
        delete out/t/_temporary/0/_temporary/attempt_0/part-00000
        """,
        "input file $WORK/in/orders.csv\n");
  }

  @Test
  void aFolderThatIsRenamedWhenItIsComplete() throws Exception {
    recorded(
        trial(),
        """
        pass in/orders.csv out/new.tmp/a.csv
        3 write out/new.tmp/chunk#.csv
        rename out/new.tmp out/new
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/new/a.csv
        output file $WORK/out/new/chunk*.csv
        file $WORK/in/orders.csv -> file $WORK/out/new/a.csv [exclusive]
        file $WORK/in/orders.csv -> file $WORK/out/new/chunk*.csv [exclusive]
        """);
  }

  /** It is then what its files there say. */
  @Test
  void aFolderThatIsRenamedToADate() throws Exception {
    recorded(
        trial(),
        """
        read in/orders.csv
        3 write out/sales/new.tmp/part-#
        rename out/sales/new.tmp out/sales/2026-01-31
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/sales
        file $WORK/in/orders.csv -> file $WORK/out/sales [exclusive]
        """);
  }

  @Test
  void aPartitionThatIsRenamed() throws Exception {
    Trial trial = trial();
    recorded(
        trial,
        """
        pass in/orders.csv out/dt=1/x.csv
        write out/dt=0/x.csv
        rename out/dt=1 out/dt=2
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out
        file $WORK/in/orders.csv -> file $WORK/out [exclusive]
        """);
    assertEquals("2 by key=value partitions: x.csv x.csv; files 2", subset(trial, "output"));
  }

  @Test
  void aPartitionThatLeavesItsDataset() throws Exception {
    Trial trial = trial();
    recorded(
        trial,
        "pass in/orders.csv out/dt=1/x.csv\nrename out/dt=1 archive\n",
        """
        input file $WORK/in/orders.csv
        output file $WORK/archive/x.csv
        file $WORK/in/orders.csv -> file $WORK/archive/x.csv [exclusive]
        """);
    assertFalse(Files.readString(trial.home().runs().get(0).file()).contains("subset"));
  }

  /** The dataset that the parts were is no input of the run, nor an output. */
  @Test
  void partsThatGoToPlacesOfTheirOwn() throws Exception {
    recorded(
        trial(),
        """
        read in/orders.csv
        write out/p/part-00000
        write out/p/part-00001
        rename out/p/part-00000 out/one.csv
        rename out/p/part-00001 out/two.csv
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/one.csv
        output file $WORK/out/two.csv
        file $WORK/in/orders.csv -> file $WORK/out/one.csv [exclusive]
        file $WORK/in/orders.csv -> file $WORK/out/two.csv [exclusive]
        """);
  }

  /** Chunks that are merged and deleted were only a stop on the way. */
  @Test
  void temporaryFilesFoldAway() throws Exception {
    recorded(
        trial(),
        """
        20 copy in/orders.csv out/sort/run-#
        20 copy out/sort/run-# out/sorted/part-#
        20 delete out/sort/run-#
        """,
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/sorted
        file $WORK/in/orders.csv -> file $WORK/out/sorted [copy]
        """);
  }

  @Test
  void whatStaysInTheFolderForTemporaryFiles() throws Exception {
    recorded(
        trial(),
        """
        copy in/orders.csv $TMP/spill.bin
        copy $TMP/spill.bin out/orders.csv
        copy in/orders.csv $TMP/kept.csv
        """,
        """
        input file $WORK/in/orders.csv
        output file $TMP/kept.csv
        output file $WORK/out/orders.csv
        file $WORK/in/orders.csv -> file $TMP/kept.csv [copy]
        file $WORK/in/orders.csv -> file $WORK/out/orders.csv [copy]
        """);
  }

  @Test
  void aDatasetThatWasThereBeforeIsRenamed() throws Exception {
    Trial trial = trial();
    recorded(
        trial,
        "move in/orders.csv out/done.csv\n",
        """
        input file $WORK/in/orders.csv
        output file $WORK/out/done.csv
        file $WORK/in/orders.csv -> file $WORK/out/done.csv [copy]
        """);
    JsonNode change =
        trial
            .home()
            .runs()
            .get(0)
            .last()
            .path("outputs")
            .path(0)
            .path("facets")
            .path("lifecycleStateChange");
    assertEquals("RENAME", change.path("lifecycleStateChange").asText());
    assertEquals(
        trial.place().work().resolve("in/orders.csv").toString(),
        change.path("previousIdentifier").path("name").asText());
  }

  /** A hundred thousand files of whatever name: memory and the event stay small. */
  @Test
  void aHundredThousandFiles() throws Exception {
    Trial trial = trial();
    // Once, with the agent: it is the file system that takes the time.
    Outcome outcome =
        trial
            .start(
                Job.of("FileSteps")
                    .withStdin(
                        """
                        50000 write out/many/a#b
                        50000 write out/days/x#/y.csv
                        50000 read out/many/a#b
                        """))
            .await();
    assertEquals("done\n", outcome.stdout(), outcome::toString);
    JsonNode event = trial.home().runs().get(0).last();
    List<String> outputs = new ArrayList<>();
    event.path("outputs").forEach(o -> outputs.add(o.path("name").asText()));
    String work = trial.place().work().toString();
    assertEquals(List.of(work + "/out/days/**.csv", work + "/out/many/a*b"), outputs);
    for (JsonNode output : event.path("outputs")) {
      assertEquals(
          50000, output.path("outputFacets").path("outputStatistics").path("fileCount").asLong());
    }
    long heap = event.path("run").path("facets").path("spoor_agent").path("heapBytes").asLong();
    assertTrue(heap < 16 << 20, "heap " + heap);
    assertTrue(event.toString().length() < 1 << 20, "event of " + event.toString().length());
  }
}
