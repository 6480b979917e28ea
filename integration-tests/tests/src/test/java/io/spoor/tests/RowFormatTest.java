package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of files, whatever their format: from a table into them, and from them into tables. */
class RowFormatTest {

  private static final String ALL = "ofAll";

  @TempDir private Path folder;

  /** Two formats at a time, on each JDK: comparing many outputs may take longer than there is. */
  static List<Arguments> ofAll() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      all.add(Arguments.of(jdk, List.of("jsonl", "json")));
      all.add(Arguments.of(jdk, List.of("json.gz", "zip")));
      all.add(Arguments.of(jdk, List.of("xml", "xml.gz")));
      all.add(Arguments.of(jdk, List.of("txt", "ser")));
    }
    return all;
  }

  private void recorded(Jdk jdk, List<String> formats, String way, String rest, String ofEach)
      throws Exception {
    StringBuilder lineage = new StringBuilder("jobs.RowFormats COMPLETE\n").append(rest);
    for (String format : formats) {
      lineage.append(
          ofEach
              .replace("FORMAT", format)
              .replace("TABLE", "SHOP.OF_" + format.replace('.', '_').toUpperCase())
              .replace("name_", format.startsWith("json") ? "no.name" : "name"));
    }
    Trial trial =
        new Trial(jdk, folder)
            .given(
                place -> {
                  Outcome outcome = job("setup", formats).start(jdk, place, null).await();
                  assertEquals(0, outcome.exit(), outcome::toString);
                });
    trial
        .run(job(way, formats))
        .exits(0)
        .recorded(lineage.toString().replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  private static Job job(String way, List<String> formats) {
    List<String> arguments = new ArrayList<>(List.of(way));
    arguments.addAll(formats);
    return Job.of("RowFormats", arguments.toArray(new String[0])).with("h2");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fromOneTable(Jdk jdk, List<String> formats) throws Exception {
    recorded(
        jdk,
        formats,
        "to",
        """
        input SHOP.ITEMS
        input SHOP.SUPPLIERS
        """,
        """
        output file $WORK/out/items.FORMAT
        SHOP.ITEMS -> file $WORK/out/items.FORMAT [row match]
        SHOP.ITEMS.NAME -> file $WORK/out/items.FORMAT.name_ (identity)
        SHOP.ITEMS.PRICE -> file $WORK/out/items.FORMAT.price (identity)
        SHOP.ITEMS.UNITS -> file $WORK/out/items.FORMAT.units (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void intoTables(Jdk jdk, List<String> formats) throws Exception {
    recorded(
        jdk,
        formats,
        "from",
        "input SHOP.SUPPLIERS\n",
        """
        input file $WORK/in/stock.FORMAT
        output TABLE
        file $WORK/in/stock.FORMAT -> TABLE [row match]
        file $WORK/in/stock.FORMAT.price -> TABLE.AMOUNT (identity)
        file $WORK/in/stock.FORMAT.name_ -> TABLE.ITEM (identity)
        file $WORK/in/stock.FORMAT.units -> TABLE.NUMBER (identity)
        """);
  }
}
