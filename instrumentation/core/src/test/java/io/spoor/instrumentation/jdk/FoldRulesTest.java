package io.spoor.instrumentation.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose names show that they are parts of a dataset, and files that only look so. */
class FoldRulesTest {

  private final FoldRules rules = new FoldRules(List.of(FoldRules.Rule.values()));

  @ParameterizedTest
  @CsvSource({
    "/d/sales/part-00000, /d/sales",
    "/d/sales/part-r-00017, /d/sales",
    "/d/sales/part-00001-3f2c9c8e-6c1f-4a57-9e0f-0a1b2c3d4e5f-c000.snappy.parquet, /d/sales",
    "/d/sales/000000_0, /d/sales",
    "/d/sales/000003_1_copy_2.gz, /d/sales",
    "/d/sales/year=2024/month=01/part-00000, /d/sales",
    "/d/sales/dt=2024-01-31/orders.csv, /d/sales",
    "/d/sales/2024/01/31/part-00000, /d/sales",
    "/d/orders_20240131.csv, /d/orders_*.csv",
    "/d/orders-2024-01-31.csv, /d/orders-*.csv",
    "/d/orders.2024_01.csv.gz, /d/orders.*.csv.gz",
    "/d/orders_20240131T235959.csv, /d/orders_*.csv",
    "/d/orders_20240131_235959123.csv, /d/orders_*.csv",
    "/d/orders_31.01.2024.csv, /d/orders_*.csv",
    "/d/orders_2024Q1.csv, /d/orders_*.csv",
    "/d/orders_2024-W05.csv, /d/orders_*.csv",
    "/d/orders_1706659200000.csv, /d/orders_*.csv",
    "/d/20240131.csv, /d/*.csv",
    "/d/orders-3f2c9c8e-6c1f-4a57-9e0f-0a1b2c3d4e5f.json, /d/orders-*.json",
    "/d/2024/01/31/orders.csv, /d/*/*/*/orders.csv",
    "/d/2024-01-31/orders.csv, /d/*/orders.csv",
    "/d/chunk_1.csv, /d/chunk_*.csv",
    "/d/part-1, /d/part-*",
    "/d/orders-part12.csv, /d/orders-part*.csv",
    "/d/orders_001.csv, /d/orders_*.csv",
    "/d/orders.csv.001, /d/orders.csv.*",
    "/d/model-00001-of-00010.bin, /d/model-*.bin",
    "/d/orders_20240131_001.csv, /d/orders_*_*.csv",
  })
  void folds(String path, String dataset) {
    assertEquals(dataset, rules.fold(path).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/d/orders.csv",
        "/d/sales_1998.csv",
        "/d/orders1.csv",
        "/d/q3.csv",
        "/d/form_990.pdf",
        "/d/order_20241332.csv",
        "/d/order_202401311234567.csv",
        "/d/depart1.csv",
        "/d/2024/orders.csv",
        "/release-2024-01-31/orders.csv",
        "/d/a=b",
        "/d/particle.csv",
      })
  void leaves(String path) {
    assertNull(rules.fold(path), path);
  }

  @Test
  void saysWhatMadeThemOne() {
    assertEquals(
        "key=value partitions, dates in names", rules.fold("/d/2024/01/k=v/part-00000").reason());
    assertEquals("numbers in names", rules.fold("/d/chunk1.csv").reason());
  }

  @Test
  void eachRuleByItself() {
    FoldRules dates = new FoldRules(Set.of(FoldRules.Rule.DATES));
    assertEquals("/d/chunk_1_*.csv", dates.fold("/d/chunk_1_20240131.csv").name());
    assertNull(dates.fold("/d/part-00000"));
    assertNull(new FoldRules(List.of()).fold("/d/orders_20240131.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "/d/out/_temporary/0/_temporary/attempt_2024_m_000000_0/part-00000, /d/out/part-00000, /d/out",
    "/d/out/_temporary/0/task_2024_m_000000/k=v/part-00000, /d/out/k=v/part-00000, /d/out",
    "/d/out/_temporary/0, /d/out, /d/out",
    "/d/out/_temporary, /d/out, /d/out",
    "/d/out/.spark-staging-1f/k=v/part-00000, /d/out/k=v/part-00000, /d/out",
    "/d/out/.hive-staging_hive_2024-01/-ext-10000/000000_0, /d/out/000000_0, /d/out",
  })
  void takesFilesOfCommittersForWhatTheyWillBe(String path, String committed, String root) {
    assertEquals(committed, FoldRules.committed(path));
    assertEquals(root, FoldRules.committerRoot(path));
  }

  @Test
  void othersAreWhereTheyAre() {
    assertEquals("/d/.hidden/a.csv", FoldRules.committed("/d/.hidden/a.csv"));
    assertNull(FoldRules.committerRoot("/d/my_temporary/a.csv"));
  }
}
