package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements of every dialect, the odd ones too: whole inputs and outputs. */
class ScriptStatementsTest {

  static List<ScriptSeeds.Seed> seeds() {
    return ScriptSeeds.all();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsAndWrites(ScriptSeeds.Seed seed) {
    SqlScript script = SqlLineage.analyze(seed.sql, seed.dialect, Limits.DEFAULT);
    assertEquals(seed.expected, ScriptSeeds.lines(script));
  }

  @Test
  void everyDialectHasStatements() {
    Set<Dialect> missing = EnumSet.allOf(Dialect.class);
    for (ScriptSeeds.Seed seed : ScriptSeeds.all()) {
      missing.remove(seed.dialect);
    }
    assertEquals(Set.of(), missing);
  }
}
