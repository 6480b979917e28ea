package io.spoor.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs on file systems that are not the platform's: one in memory, and zip archives. */
class FileSystemsTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(ALL)
  void copiesAndMovesBetweenFileSystems(Jdk jdk) throws Exception {
    memory(new Trial(jdk, folder), "copies", "in/orders.csv", "in/customers.csv", "out/copy.csv")
        .recorded(
            """
            jobs.OtherFileSystem COMPLETE
            input file $WORK/in/orders.csv
            input file $WORK/in/customers.csv
            input jimfs://shop /data/orders.csv
            output jimfs://shop /data/orders.csv
            output jimfs://shop /data/same.csv
            output jimfs://shop /data/customers.csv
            output file $WORK/out/copy.csv
            file $WORK/in/orders.csv -> jimfs://shop /data/orders.csv [copy]
            jimfs://shop /data/orders.csv -> jimfs://shop /data/same.csv [copy]
            jimfs://shop /data/orders.csv -> file $WORK/out/copy.csv [copy]
            file $WORK/in/customers.csv -> jimfs://shop /data/customers.csv [copy]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void writesRenamesAndAppends(Jdk jdk) throws Exception {
    memory(new Trial(jdk, folder), "writes", "in/orders.csv", "out/upper.csv")
        .recorded(
            """
            jobs.OtherFileSystem COMPLETE
            input file $WORK/in/orders.csv
            output jimfs://shop /data/renamed.csv
            output jimfs://shop /data/appended.csv
            output file $WORK/out/upper.csv
            file $WORK/in/orders.csv -> jimfs://shop /data/renamed.csv [exclusive]
            file $WORK/in/orders.csv -> jimfs://shop /data/appended.csv [exclusive]
            file $WORK/in/orders.csv -> file $WORK/out/upper.csv [exclusive]
            """);
  }

  /** Writes are not seen in another file system: what was only created counts as written. */
  @ParameterizedTest
  @MethodSource(ALL)
  void readsByStreamAndChannel(Jdk jdk) throws Exception {
    memory(new Trial(jdk, folder), "reads", "out/first.txt")
        .recorded(
            """
            jobs.OtherFileSystem COMPLETE
            input jimfs://shop /data/orders.csv
            output jimfs://shop /data/orders.csv
            output jimfs://shop /data/size.txt
            output file $WORK/out/first.txt
            jimfs://shop /data/orders.csv -> file $WORK/out/first.txt [exclusive]
            jimfs://shop /data/orders.csv -> jimfs://shop /data/size.txt [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void excludedByItsAddress(Jdk jdk) throws Exception {
    Trial trial = new Trial(jdk, folder).with("exclude", "jimfs://shop/data/re*;**/appended.csv");
    memory(trial, "writes", "in/orders.csv", "out/upper.csv")
        .recorded(
            """
            jobs.OtherFileSystem COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/out/upper.csv
            file $WORK/in/orders.csv -> file $WORK/out/upper.csv [exclusive]
            """);
  }

  private Result memory(Trial trial, String... arguments) throws Exception {
    return trial
        .given(
            place -> {
              Data.orders(place);
              Data.customers(place);
            })
        .run(Job.of("OtherFileSystem", arguments).with("jimfs", "guava", "failureaccess"))
        .exits(0)
        .prints(arguments[0] + " done\n");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void archivesAreMade(Jdk jdk) throws Exception {
    archives(jdk, "pack", "in/orders.csv", "in/orders.csv", "made/orders.zip", "made/copied.zip")
        .recorded(
            """
            jobs.ZipArchive COMPLETE
            input file $WORK/in/orders.csv
            output file $WORK/made/orders.zip
            output file $WORK/made/copied.zip
            file $WORK/in/orders.csv -> file $WORK/made/orders.zip [exclusive]
            file $WORK/in/orders.csv -> file $WORK/made/copied.zip [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void archiveIsRead(Jdk jdk) throws Exception {
    archives(jdk, "unpack", "out/orders.csv", "out/copied.csv", "in/orders.zip", "in/orders.zip")
        .recorded(
            """
            jobs.ZipArchive COMPLETE
            input file $WORK/in/orders.zip
            output file $WORK/out/orders.csv
            output file $WORK/out/copied.csv
            file $WORK/in/orders.zip -> file $WORK/out/orders.csv [exclusive]
            file $WORK/in/orders.zip -> file $WORK/out/copied.csv [exclusive]
            """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void archiveIsUpdated(Jdk jdk) throws Exception {
    archives(jdk, "update", "in/orders.csv", "in/orders.csv", "in/orders.zip", "in/orders.zip")
        .recorded(
            """
            jobs.ZipArchive COMPLETE
            input file $WORK/in/orders.csv
            input file $WORK/in/orders.zip
            output file $WORK/in/orders.zip
            file $WORK/in/orders.csv -> file $WORK/in/orders.zip [exclusive]
            """);
  }

  private Result archives(Jdk jdk, String... arguments) throws Exception {
    return new Trial(jdk, folder)
        .given(
            place -> {
              Data.orders(place);
              zip(place);
              // Not in the folder that is compared: archives tell the time they were made at.
              Files.createDirectory(place.work().resolve("made"));
            })
        .run(Job.of("ZipArchive", arguments))
        .exits(0)
        .prints(arguments[0] + " done\n");
  }

  private static void zip(Place place) throws IOException {
    Path file = place.work().resolve("in/orders.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("orders.csv"));
      out.write("id,customer,amount\n1,c1,10\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
