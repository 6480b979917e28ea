package io.spoor.instrumentation.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {

  private static FileRules rules() {
    FileRules rules =
        new FileRules(
            "/home/bob/.spoor",
            List.of("/app/classes", "/"),
            List.of(new Glob("/data/keep/**"), new Glob("/home/bob/.spoor/**")),
            List.of(new Glob("/data/**/tmp-*"), new Glob("/data/keep/tmp-*")));
    rules.addStore("/db/sales");
    rules.addStore("/db/derby");
    return rules;
  }

  @ParameterizedTest
  @CsvSource({
    "/home/bob/.spoor/events/x.jsonl, Spoor's own",
    "/home/bob/.spoor, Spoor's own",
    "/data/a/tmp-1, setting exclude",
    "/db/sales.mv.db, store of an embedded database: its tables are the datasets",
    "/db/sales.mv.db.newFile, store of an embedded database: its tables are the datasets",
    "/db/sales.tmp/1, store of an embedded database: its tables are the datasets",
    "/db/sales.script, store of an embedded database: its tables are the datasets",
    "/db/sales.data.new, store of an embedded database: its tables are the datasets",
    "/db/derby/seg0/c10.dat, store of an embedded database: its tables are the datasets",
    "/other/x.mv.db, store of an H2 database: its tables are the datasets",
    "/jobs/application-prod.yml, configuration that a framework looks for",
    "/jobs/log4j2.xml, configuration of logging",
    "/jobs/libx.so.1, native code",
    "/jobs/pom.xml, file of a build tool",
    "/data/x.lock, a lock",
    "/data/derby.log, log of the Derby database",
    "/etc/hosts, configuration of the system",
    "/usr/share/zoneinfo/UTC, time zones of the system",
    "/app/classes/words.csv, a resource on the class path",
    "/tmp/hsperfdata_bob/17, performance counters of the JVM",
  })
  void whatIsNoDataHasAReason(String path, String reason) {
    assertEquals(reason, rules().rule(path).reason());
    assertEquals(FileRule.Fate.LEFT_OUT, rules().rule(path).fate());
  }

  @ParameterizedTest
  @CsvSource({
    "/data/app.properties, configuration",
    "/data/app.yaml, configuration",
    "/data/load.sql, SQL that the job runs",
    "/data/report.xsl, stylesheet or query over documents",
  })
  void whatSaysWhatToDoIsProgram(String path, String reason) {
    assertEquals(reason, rules().rule(path).reason());
    assertEquals(FileRule.Fate.PROGRAM, rules().rule(path).fate());
  }

  @Test
  void everyRuleHasItsNameAndReason() {
    List<FileRule> all = FileRules.all();
    assertEquals(all.size(), all.stream().map(FileRule::id).distinct().count());
    for (FileRule rule : all) {
      assertTrue(rule.id().matches("[a-z-]+"), rule.id());
      assertFalse(rule.reason().isEmpty() || rule.reason().endsWith("."), rule.id());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/in.csv",
        "/data/keep/tmp-1",
        "/data/keep/app.properties",
        "/home/bob/.spoorx/in.csv",
        "/home/bob/in.csv",
        "/db/sales.csv",
        "/db/sales.database.csv",
        "/db/sales-2024.csv",
        "/db/derbyx/in.csv",
        "/app/classes.csv",
        "/var/etc/in.csv",
      })
  void allElseIsData(String path) {
    assertNull(rules().rule(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/db/sales.mv.db, true",
    "/db/sales.mv.db.newFile, true",
    "/db/sales.tmp/1, true",
    "/db/sales.log, true",
    "/db/derby, true",
    "/db/derby/seg0/c10.dat, true",
    "/data/keep/shop/seg0/c10.dat, false",
    "/data/keep/shop.script, false",
    "/db/sales.csv, false",
    "/db/sales, true",
    "/db/sales.mv.dbx, false",
    "/db/derbyx/in.csv, false",
    "/other/x.mv.db, false",
    "/data/app.properties, false",
    "/data/a/tmp-1, false"
  })
  void theStoreOfAKnownDatabaseUnlessItIsIncluded(String path, boolean isStore) {
    FileRules rules = rules();
    rules.addStore("/data/keep/shop");
    assertEquals(isStore, rules.isStore(path));
  }

  @Test
  void aNewStoreIsToldOnce() {
    FileRules rules = rules();
    assertTrue(rules.takeStoresChanged());
    assertFalse(rules.takeStoresChanged());
    rules.addStore("/db/sales");
    assertFalse(rules.takeStoresChanged());
    rules.addStore("/db/other");
    assertTrue(rules.takeStoresChanged());
  }
}
