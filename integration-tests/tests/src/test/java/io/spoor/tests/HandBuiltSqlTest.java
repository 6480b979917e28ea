package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows into tables through literals of texts that jobs build themselves. */
class HandBuiltSqlTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  private void recorded(Jdk jdk, String way, String columns) throws Exception {
    Job setup = Job.of("HandBuiltSql", "setup").with("h2");
    String lineage =
        """
        jobs.HandBuiltSql COMPLETE
        input SHOP.CUSTOMERS
        input SHOP.SUPPLIERS
        output SHOP.COPIES
        SHOP.CUSTOMERS -> SHOP.COPIES [row match]
        """;
    new Trial(jdk, folder)
        .given(
            place -> {
              Outcome outcome = setup.start(jdk, place, null).await();
              assertEquals(0, outcome.exit(), outcome::toString);
            })
        .run(Job.of("HandBuiltSql", way).with("h2"))
        .exits(0)
        .recorded((lineage + columns).replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  private void recordedAll(Jdk jdk, String way) throws Exception {
    recorded(
        jdk,
        way,
        """
        SHOP.CUSTOMERS.NAME -> SHOP.COPIES.LABEL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        SHOP.CUSTOMERS.ID -> SHOP.COPIES.NO (identity)
        SHOP.CUSTOMERS.CITY -> SHOP.COPIES.PLACE (identity)
        """);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void oneTextForEachRow(Jdk jdk) throws Exception {
    recordedAll(jdk, "texts");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void oneTextForSeveralRows(Jdk jdk) throws Exception {
    recordedAll(jdk, "lists");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void textsOfOneBatch(Jdk jdk) throws Exception {
    recordedAll(jdk, "batch");
  }

  /** Five cities say nothing, but that each was written while the same was read does. */
  @ParameterizedTest
  @MethodSource(ALL)
  void whatIsWrittenWhileItIsRead(Jdk jdk) throws Exception {
    recorded(jdk, "window", "SHOP.CUSTOMERS.CITY -> SHOP.COPIES.PLACE (identity)\n");
  }

  /** The key of what is updated goes into no column. */
  @ParameterizedTest
  @MethodSource(ALL)
  void updatesByKey(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "updates",
        """
        SHOP.CUSTOMERS.NAME -> SHOP.COPIES.LABEL (identity)
        SHOP.CUSTOMERS.CREDIT -> SHOP.COPIES.LIMIT_ (identity)
        """);
  }
}
