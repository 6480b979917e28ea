package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of files that Avro's library writes and reads. */
class AvroTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  private static final String[] LIBRARIES = {
    "h2",
    "avro",
    "jackson-core",
    "jackson-databind",
    "jackson-annotations",
    "commons-compress",
    "slf4j-api",
    "slf4j-nop"
  };

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, String lineage) throws Exception {
    Job setup = Job.of("AvroFiles", "setup").with(LIBRARIES);
    new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            })
        .run(Job.of("AvroFiles", way).with(LIBRARIES))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromTable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "to",
        """
        jobs.AvroFiles COMPLETE
        input SHOP.ITEMS
        input SHOP.SUPPLIERS
        output file $WORK/out/packed.avro
        output file $WORK/out/plain.avro
        SHOP.ITEMS -> file $WORK/out/packed.avro [row match]
        SHOP.ITEMS.NAME -> file $WORK/out/packed.avro.name (identity)
        SHOP.ITEMS.UNITS -> file $WORK/out/packed.avro.of.units (identity)
        SHOP.ITEMS.PRICE -> file $WORK/out/packed.avro.price (identity)
        SHOP.ITEMS -> file $WORK/out/plain.avro [row match]
        SHOP.ITEMS.NAME -> file $WORK/out/plain.avro.name (identity)
        SHOP.ITEMS.UNITS -> file $WORK/out/plain.avro.of.units (identity)
        SHOP.ITEMS.PRICE -> file $WORK/out/plain.avro.price (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void intoTable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "from",
        """
        jobs.AvroFiles COMPLETE
        input file $WORK/in/stock.avro
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        file $WORK/in/stock.avro -> SHOP.BILLS [row match]
        file $WORK/in/stock.avro.price -> SHOP.BILLS.AMOUNT (identity)
        file $WORK/in/stock.avro.name -> SHOP.BILLS.ITEM (identity)
        file $WORK/in/stock.avro.of.units -> SHOP.BILLS.NUMBER (identity)
        """);
  }
}
