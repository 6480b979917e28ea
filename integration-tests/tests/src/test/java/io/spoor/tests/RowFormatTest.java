package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of files, whatever their format: from a table into them, and from them into tables. */
class RowFormatTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  /** Each format with the names of its columns of names, units and prices. */
  private static final String[][] FORMATS = {
    {"jsonl", "no.name", "units", "price"},
    {"json", "no.name", "units", "price"},
    {"json.gz", "no.name", "units", "price"},
    {"zip", "name", "units", "price"},
    {"xml", "name", "units", "price"},
    {"xml.gz", "name", "units", "price"},
    {"txt", "name", "units", "price"},
    {"ser", "name", "units", "price"},
  };

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, String rest, String ofEach) throws Exception {
    StringBuilder lineage = new StringBuilder("jobs.RowFormats COMPLETE\n").append(rest);
    for (String[] format : FORMATS) {
      lineage.append(
          ofEach
              .replace("FORMAT", format[0])
              .replace("TABLE", "SHOP.OF_" + format[0].replace('.', '_').toUpperCase())
              .replace("name_", format[1])
              .replace("units_", format[2])
              .replace("price_", format[3]));
    }
    Job setup = Job.of("RowFormats", "setup").with("h2");
    new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            })
        .run(Job.of("RowFormats", way).with("h2"))
        .exits(0)
        .recorded(lineage.toString().replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromOneTable(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "to",
        """
        input SHOP.ITEMS
        input SHOP.SUPPLIERS
        """,
        """
        output file $WORK/out/items.FORMAT
        SHOP.ITEMS -> file $WORK/out/items.FORMAT [row match]
        SHOP.ITEMS.NAME -> file $WORK/out/items.FORMAT.name_ (identity)
        SHOP.ITEMS.PRICE -> file $WORK/out/items.FORMAT.price_ (identity)
        SHOP.ITEMS.UNITS -> file $WORK/out/items.FORMAT.units_ (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void intoTables(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "from",
        "input SHOP.SUPPLIERS\n",
        """
        input file $WORK/in/stock.FORMAT
        output TABLE
        file $WORK/in/stock.FORMAT -> TABLE [row match]
        file $WORK/in/stock.FORMAT.price_ -> TABLE.AMOUNT (identity)
        file $WORK/in/stock.FORMAT.name_ -> TABLE.ITEM (identity)
        file $WORK/in/stock.FORMAT.units_ -> TABLE.NUMBER (identity)
        """);
  }
}
