package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of sheets that Apache POI writes and reads. */
class WorkbookTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  private static final String[] LIBRARIES = {
    "h2",
    "poi",
    "poi-ooxml",
    "poi-ooxml-lite",
    "xmlbeans",
    "commons-codec",
    "commons-collections4",
    "commons-compress",
    "commons-io",
    "commons-math3",
    "SparseBitSet",
    "curvesapi",
    "log4j-api",
    "log4j-core"
  };

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, String lineage) throws Exception {
    Job setup = Job.of("Workbooks", "setup").with(LIBRARIES);
    new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            })
        .run(Job.of("Workbooks", way).with(LIBRARIES))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromTableToSheet(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "to",
        """
        jobs.Workbooks COMPLETE
        input SHOP.ITEMS
        input SHOP.SUPPLIERS
        output file $WORK/items.xlsx
        SHOP.ITEMS -> file $WORK/items.xlsx [row match]
        SHOP.ITEMS.NAME -> file $WORK/items.xlsx.article (identity)
        SHOP.ITEMS.UNITS -> file $WORK/items.xlsx.count (identity)
        SHOP.ITEMS.PRICE -> file $WORK/items.xlsx.worth (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromSheetToTable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "from",
        """
        jobs.Workbooks COMPLETE
        input file $WORK/in/stock.xlsx
        input SHOP.SUPPLIERS
        output SHOP.BILLS
        file $WORK/in/stock.xlsx -> SHOP.BILLS [row match]
        file $WORK/in/stock.xlsx.price -> SHOP.BILLS.AMOUNT (identity)
        file $WORK/in/stock.xlsx.article -> SHOP.BILLS.ITEM (identity)
        file $WORK/in/stock.xlsx.units -> SHOP.BILLS.NUMBER (identity)
        """);
  }
}
