package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hadoop's own committer, checksums and markers, and Parquet beneath it. */
class HadoopTest {

  private static final String[] LIBRARIES = {
    "hadoop-client-api",
    "hadoop-client-runtime",
    "commons-logging",
    "slf4j-api",
    "slf4j-nop",
    "parquet-hadoop",
    "parquet-column",
    "parquet-common",
    "parquet-encoding",
    "parquet-format-structures",
    "parquet-jackson",
    "snappy-java",
    "orc-core",
    "orc-shims",
    "hive-storage-api",
    "protobuf-java",
    "aircompressor",
    "threeten-extra",
    "commons-lang3"
  };

  @TempDir private Path folder;

  /** On later ones Hadoop 3.3 ends with an exception: Subject.getSubject is gone. */
  static List<Jdk> upTo21() {
    List<Jdk> jdks = new ArrayList<>(Jdks.all());
    jdks.removeIf(jdk -> jdk.feature() > 21);
    return jdks;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("upTo21")
  void whatTheCommitterPutsIntoPlace(Jdk jdk) throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Path in = Files.createDirectories(place.work().resolve("in"));
                  Files.writeString(in.resolve("a.txt"), "b\nd\n");
                  Files.writeString(in.resolve("b.txt"), "a\nc\n");
                });
    trial
        .run(Job.of("HadoopJob", "in", "sorted", "2").with(LIBRARIES))
        .exits(0)
        .prints("sorted\n")
        .recorded(
            """
            jobs.HadoopJob COMPLETE
            input file $WORK/in/a.txt
            input file $WORK/in/b.txt
            output file $WORK/sorted
            candidates of file $WORK/sorted: file $WORK/in/a.txt, file $WORK/in/b.txt
            """);
    JsonNode subset =
        trial
            .home()
            .runs()
            .get(0)
            .last()
            .path("outputs")
            .path(0)
            .path("outputFacets")
            .path("subset");
    List<String> names = new ArrayList<>();
    subset
        .path("outputCondition")
        .path("locations")
        .forEach(name -> names.add(Path.of(name.asText()).getFileName().toString()));
    assertEquals(List.of("part-r-00000", "part-r-00001"), names.stream().sorted().toList());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("upTo21")
  void theColumnsOfParquet(Jdk jdk) throws Exception {
    columnsAre(
        jdk,
        "ParquetCopy",
        "orders.parquet",
        List.of(
            "id int32",
            "customer string",
            "code fixed_len_byte_array",
            "at timestamp",
            "tags list",
            "place ?"));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("upTo21")
  void theColumnsOfOrc(Jdk jdk) throws Exception {
    columnsAre(jdk, "OrcCopy", "orders.orc", List.of("id int", "customer string", "place struct"));
  }

  private void columnsAre(Jdk jdk, String job, String file, List<String> expected)
      throws Exception {
    Trial trial = new Trial(jdk, folder);
    Job write = Job.of(job, "write", "in/" + file).with(LIBRARIES);
    // Once, with the agent: no two runs write the same bytes, since the encodings in a footer of
    // Parquet come from a set of enums, which are ordered by their addresses.
    Outcome copied =
        trial
            .given(place -> assertEquals(0, write.start(jdk, place, null).await().exit()))
            .start(Job.of(job, "copy", "in/" + file, "out/" + file).with(LIBRARIES))
            .await();
    assertEquals("3 rows\n", copied.stdout(), copied::toString);
    Lineage.of(trial.home().runs().get(0), trial.place().work())
        .assertIs(
            """
            jobs.JOB COMPLETE
            input file $WORK/in/FILE
            output file $WORK/out/FILE
            file $WORK/in/FILE -> file $WORK/out/FILE [exclusive]
            """
                .replace("JOB", job)
                .replace("FILE", file));
    JsonNode event = trial.home().runs().get(0).last();
    for (String side : List.of("inputs", "outputs")) {
      List<String> columns = new ArrayList<>();
      for (JsonNode field : event.path(side).path(0).path("facets").path("schema").path("fields")) {
        columns.add(field.path("name").asText() + " " + field.path("type").asText("?"));
      }
      assertEquals(expected, columns, side);
    }
  }
}
