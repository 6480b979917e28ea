package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows of Parquet on either side, by Avro's records and by Parquet's own, few and more than are all
 * kept, with Hadoop's local file system and without any.
 */
class ParquetRowsTest {

  private static final String ALL = "ofAll";

  private static final String[] LIBRARIES = {
    "h2",
    "hadoop-client-api",
    "hadoop-client-runtime",
    "commons-logging",
    "slf4j-api",
    "slf4j-nop",
    "parquet-avro",
    "parquet-hadoop",
    "parquet-column",
    "parquet-common",
    "parquet-encoding",
    "parquet-format-structures",
    "parquet-jackson",
    "snappy-java",
    "avro",
    "jackson-core",
    "jackson-databind",
    "jackson-annotations"
  };

  @TempDir private Path folder;

  static List<Arguments> ofAll() {
    return Jdks.all().stream().map(jdk -> Arguments.of(jdk, "own", 1500)).toList();
  }

  static List<Arguments> byChannel() {
    return Jdks.all().stream().map(jdk -> Arguments.of(jdk, "channel", 150)).toList();
  }

  /** On later ones Hadoop's file systems end with an exception: Subject.getSubject is gone. */
  static List<Arguments> upTo21() {
    return Jdks.all().stream()
        .filter(jdk -> jdk.feature() <= 21)
        .map(jdk -> Arguments.of(jdk, "hadoop", 150))
        .toList();
  }

  private void recorded(Jdk jdk, String way, String files, int rows, String lineage)
      throws Exception {
    Job setup = Job.of("ParquetRows", "" + rows, "setup", files).with(LIBRARIES);
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Outcome outcome = setup.start(jdk, place, null).await();
                  assertEquals(0, outcome.exit(), outcome::toString);
                });
    // Once, with the agent: no two runs write the same bytes, since the encodings in a footer of
    // Parquet come from a set of enums, which are ordered by their addresses.
    Outcome outcome =
        trial.start(Job.of("ParquetRows", "" + rows, way, files).with(LIBRARIES)).await();
    assertEquals("true\n", outcome.stdout(), outcome::toString);
    Lineage.of(trial.home().runs().get(0), trial.place().work())
        .assertIs(
            lineage
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC.")
                .replace("IN.", "file $WORK/in/stock.parquet.")
                .replace("OUT/", "file $WORK/out/"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromTable(Jdk jdk, String files, int rows) throws Exception {
    recorded(
        jdk,
        "fromTable",
        files,
        rows,
        """
        jobs.ParquetRows COMPLETE
        input file $WORK/in/other.parquet
        input SHOP.ITEMS
        input SHOP.SUPPLIERS
        output file $WORK/out/items.parquet
        SHOP.ITEMS -> file $WORK/out/items.parquet [identity]
        SHOP.ITEMS.MADE -> OUT/items.parquet.day (identity)
        SHOP.ITEMS.NAME -> OUT/items.parquet.name (identity)
        SHOP.ITEMS.PRICE -> OUT/items.parquet.price (identity)
        SHOP.ITEMS.UNITS -> OUT/items.parquet.units (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void toTable(Jdk jdk, String files, int rows) throws Exception {
    recorded(
        jdk,
        "toTable",
        files,
        rows,
        """
        jobs.ParquetRows COMPLETE
        input file $WORK/in/other.parquet
        input file $WORK/in/stock.parquet
        output SHOP.BILLS
        file $WORK/in/stock.parquet -> SHOP.BILLS [row match]
        IN.price -> SHOP.BILLS.AMOUNT (identity)
        IN.day -> SHOP.BILLS.DUE (identity)
        IN.name -> SHOP.BILLS.ITEM (identity)
        IN.units -> SHOP.BILLS.NUMBER (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource("byChannel")
  void toText(Jdk jdk, String files, int rows) throws Exception {
    recorded(
        jdk,
        "toText",
        files,
        rows,
        """
        jobs.ParquetRows COMPLETE
        input file $WORK/in/other.parquet
        input file $WORK/in/stock.parquet
        output file $WORK/out/stock.csv
        file $WORK/in/stock.parquet -> file $WORK/out/stock.csv [row match]
        IN.price -> OUT/stock.csv.amount (identity)
        IN.day -> OUT/stock.csv.day (identity)
        IN.name -> OUT/stock.csv.title (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource({ALL, "upTo21"})
  void toOther(Jdk jdk, String files, int rows) throws Exception {
    recorded(
        jdk,
        "toOther",
        files,
        rows,
        """
        jobs.ParquetRows COMPLETE
        input file $WORK/in/other.parquet
        input file $WORK/in/stock.parquet
        output file $WORK/out/chosen.parquet
        file $WORK/in/stock.parquet -> file $WORK/out/chosen.parquet [row match]
        IN.price -> OUT/chosen.parquet.cents (identity)
        IN.day -> OUT/chosen.parquet.day (identity)
        IN.units -> OUT/chosen.parquet.number (identity)
        IN.name -> OUT/chosen.parquet.title (identity)
        """);
  }
}
