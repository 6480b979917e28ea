package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that read and write files, each by another part of the JDK. */
class FilesTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(ALL)
  void streams(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("copied 43 bytes\n")
        .recorded(
            """
            jobs.FileCopyStreams COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  /** The shell opened the files, the JVM none. */
  @ParameterizedTest
  @MethodSource(ALL)
  void redirectedStreams(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Files.createDirectories(place.work().resolve("out"));
            })
        .run(Job.of("CopiesStandardInput").withRedirects("in/orders.csv", "out/orders.csv"))
        .exits(0)
        .recorded(
            """
            jobs.CopiesStandardInput COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/orders.csv
            file $WORK/in/orders.csv -> file $WORK/out/orders.csv [exclusive]
            """);
  }

  /** What a scheduler catches is a log by its name; so is a file that the errors go to as well. */
  @ParameterizedTest
  @ValueSource(strings = {"out/job-stdout.txt", "out/nightly.log"})
  void capturedOutputIsNoDataset(String out) throws Exception {
    new Trial(Jdks.newest(), folder)
        .given(
            place -> {
              Data.orders(place);
              Files.createDirectories(place.work().resolve("out"));
            })
        .run(Job.of("CopiesStandardInput").withRedirects("in/orders.csv", out))
        .exits(0)
        .recorded(
            """
            jobs.CopiesStandardInput COMPLETE
            input file $WORK/in/orders.csv
            """);
  }

  /** A script feeds nothing, unless it is copied itself; locks and the like are no data. */
  @ParameterizedTest
  @MethodSource(ALL)
  void programsAndWhatIsLeftOut(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder);
    trial
        .given(
            place -> {
              Data.orders(place);
              Path in = place.work().resolve("in");
              Files.writeString(
                  in.resolve("job.properties"), "from=in/orders.csv\nto=out/copy.csv\n");
              Files.writeString(in.resolve("log4j2.xml"), "<Configuration/>");
              Files.writeString(in.resolve("upper.sql"), "select upper(x);\n");
              Files.writeString(in.resolve("kept.sql"), "select 1;\n");
            })
        .run(Job.of("RunsScript"))
        .exits(0)
        .prints("script of 17 letters\n")
        .recorded(
            """
            jobs.RunsScript COMPLETE
            program file $WORK/in/job.properties
            program file $WORK/in/upper.sql
            input file $WORK/in/kept.sql
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            output file $WORK/out/kept.sql
            file $WORK/in/kept.sql -> file $WORK/out/kept.sql [copy]
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
    Outcome shown =
        Agent.run(jdk, trial.place(), "show", "--all", "--home", trial.home().folder().toString());
    String work = trial.place().work().toString();
    for (String part :
        List.of(
            "Program (2)\n",
            "  lock  1  a lock\n    " + work + "/out/job.lck\n",
            "  logging-configuration  1  configuration of logging\n    "
                + work
                + "/in/log4j2.xml\n",
            "  code  ")) {
      assertTrue(shown.stdout().contains(part), () -> part + " in " + shown);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void copyOfFiles(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("FilesCopyApi", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("copied 43 bytes\n")
        .recorded(
            """
            jobs.FilesCopyApi COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [copy]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void moveOfFiles(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("FilesMoveApi", "in/orders.csv", "out/moved.csv"))
        .exits(0)
        .prints("moved to moved.csv\n")
        .recorded(
            """
            jobs.FilesMoveApi COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/moved.csv
            file $WORK/in/orders.csv -> file $WORK/out/moved.csv [copy]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void writeThenRenameByFile(Jdk jdk) throws Exception {
    writeThenRename(jdk, "io");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void writeThenRenameByPath(Jdk jdk) throws Exception {
    writeThenRename(jdk, "nio");
  }

  private void writeThenRename(Jdk jdk, String how) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("WriteThenRename", "in/orders.csv", "out/upper.csv", how))
        .exits(0)
        .prints("4 lines\n")
        .recorded(
            """
            jobs.WriteThenRename COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/upper.csv
            file $WORK/in/orders.csv -> file $WORK/out/upper.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void randomAccess(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::records)
        .run(Job.of("RandomAccess", "in/records.bin", "out/reversed.bin"))
        .exits(0)
        .prints("4 records\n")
        .recorded(
            """
            jobs.RandomAccess COMPLETE
            input file $WORK/in/records.bin
            output file $WORK/out/reversed.bin
            file $WORK/in/records.bin -> file $WORK/out/reversed.bin [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void channels(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("NioChannels", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("copied 43 bytes\n")
        .recorded(
            """
            jobs.NioChannels COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void transfer(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("NioTransfer", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("transferred 43 bytes\n")
        .recorded(
            """
            jobs.NioTransfer COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [copy]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void asynchronousChannels(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("AsyncChannel", "in/orders.csv", "out/copy.csv"))
        .exits(0)
        .prints("copied 43 bytes\n")
        .recorded(
            """
            jobs.AsyncChannel COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void methodsOfFiles(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("FilesApi", "in/orders.csv", "out/sorted.csv"))
        .exits(0)
        .prints("4 lines\n")
        .recorded(
            """
            jobs.FilesApi COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/sorted.csv
            file $WORK/in/orders.csv -> file $WORK/out/sorted.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void appending(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Data.write(place, "out/all.csv", "0,c0,0\n");
            })
        .run(Job.of("AppendsToFile", "in/orders.csv", "out/all.csv"))
        .exits(0)
        .prints("appended 43 bytes\n")
        .recorded(
            """
            jobs.AppendsToFile COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/all.csv
            file $WORK/in/orders.csv -> file $WORK/out/all.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void openThatFailsIsNoInput(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(Data::orders)
        .run(Job.of("MissingFile", "in/missing.csv", "in/orders.csv", "out/lengths.txt"))
        .exits(0)
        .complains("no such file")
        .recorded(
            """
            jobs.MissingFile COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/lengths.txt
            file $WORK/in/orders.csv -> file $WORK/out/lengths.txt [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void twoInputsAreCandidates(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Data.customers(place);
            })
        .run(Job.of("TwoInputsOneOutput", "in/orders.csv", "in/customers.csv", "out/joined.csv"))
        .exits(0)
        .prints("3 orders joined\n")
        .recorded(
            """
            jobs.TwoInputsOneOutput COMPLETE
            input file $WORK/in/orders.csv
            input file $WORK/in/customers.csv
            output file $WORK/out/joined.csv
            candidates of file $WORK/out/joined.csv: \
            file $WORK/in/customers.csv, file $WORK/in/orders.csv
            """)
        .hides("Ann Archer");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void laterInputIsRuledOut(Jdk jdk) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              Data.customers(place);
            })
        .run(Job.of("TimePruned", "in/orders.csv", "out/1.csv", "in/customers.csv", "out/2.csv"))
        .exits(0)
        .prints("4 and 2 lines\n")
        .recorded(
            """
            jobs.TimePruned COMPLETE
            input file $WORK/in/orders.csv
            input file $WORK/in/customers.csv
            output file $WORK/out/1.csv
            output file $WORK/out/2.csv
            file $WORK/in/orders.csv -> file $WORK/out/1.csv [exclusive]
            candidates of file $WORK/out/2.csv: \
            file $WORK/in/customers.csv, file $WORK/in/orders.csv
            """);
  }
}
