package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damages statements: cuts them, leaves tokens out, doubles and swaps them. Nothing may be thrown,
 * hang, or name what the text does not. The seed is fixed, so a failure comes again.
 *
 * <p>One statement in twenty of a corpus is taken, all with {@code -Dsql.fuzz=all} (Maven profile
 * {@code fuzz}). The time limits only end a test that hangs.
 */
class FuzzTest {

  private static final long SEED = 20_240_607;
  private static final int CUTS = 40;
  private static final int DAMAGES = 60;

  private static final int MOST_FAILURES = 20;

  private final List<String> failures = new ArrayList<>();

  /** What is read at the moment, for the message when a test hangs. */
  private static volatile String current;

  @Test
  void damagedSeedsAreRead() {
    assertTimeoutPreemptively(Duration.ofMinutes(30), this::damageSeeds, () -> current);
  }

  @Test
  void damagedStatementsOfTheCorpusAreRead() {
    assumeTrue(FuzzStatements.hasCorpus(), "no -Dsql.corpus");
    assertTimeoutPreemptively(Duration.ofHours(2), this::damageCorpus, () -> current);
  }

  private void damageSeeds() {
    List<ScriptSeeds.Seed> seeds = ScriptSeeds.all();
    assertTrue(seeds.size() > 150, "statements: " + seeds.size());
    for (ScriptSeeds.Seed seed : seeds) {
      damage(seed, seed.sql.length(), 4 * DAMAGES);
    }
    assertEquals(List.of(), failures);
  }

  private void damageCorpus() {
    int step = System.getProperty("sql.fuzz", "").equals("all") ? 1 : 20;
    List<ScriptSeeds.Seed> corpus = FuzzStatements.corpus();
    assertTrue(!corpus.isEmpty(), "no statements in the folder");
    for (int i = 0; i < corpus.size(); i++) {
      ScriptSeeds.Seed seed = corpus.get(i);
      check(seed.sql, seed.dialect);
      if (i % step == 0) {
        damage(seed, CUTS, DAMAGES);
      }
    }
    assertEquals(List.of(), failures);
  }

  private void damage(ScriptSeeds.Seed seed, int cuts, int damages) {
    Random random = new Random(SEED ^ seed.sql.hashCode());
    String sql = seed.sql;
    for (int i = 0; i < cuts; i++) {
      int end = cuts == sql.length() ? i : random.nextInt(sql.length() + 1);
      check(sql.substring(0, end), seed.dialect);
      check(sql.substring(end), seed.dialect);
    }
    List<String> tokens = tokens(sql, seed.dialect);
    for (int i = 0; i < damages && tokens.size() > 1; i++) {
      List<String> damaged = new ArrayList<>(tokens);
      for (int k = 1 + random.nextInt(4); k > 0 && damaged.size() > 1; k--) {
        damage(damaged, random);
      }
      check(String.join("", damaged), seed.dialect);
    }
  }

  private static void damage(List<String> tokens, Random random) {
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(3)) {
      case 0:
        tokens.remove(at);
        break;
      case 1:
        tokens.add(other, tokens.get(at));
        break;
      default:
        String moved = tokens.set(at, tokens.get(other));
        tokens.set(other, moved);
    }
  }

  /** The text cut at its tokens, each with the blanks behind it. */
  private static List<String> tokens(String sql, Dialect dialect) {
    Tokens tokens = Lexer.lex(sql, dialect, Limits.DEFAULT);
    List<String> out = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= tokens.size; i++) {
      int to = i == tokens.size ? sql.length() : tokens.start[i];
      out.add(sql.substring(from, to));
      from = to;
    }
    return out;
  }

  private void check(String sql, Dialect dialect) {
    current = sql;
    try {
      SqlScript script = SqlLineage.script(sql, dialect, Limits.DEFAULT);
      String lower = sql.toLowerCase(Locale.ROOT);
      SqlSession session = new SqlSession(dialect);
      session.resolve(script);
      for (SqlStatement statement : script.statements()) {
        names(statement.inputs(), lower);
        names(statement.outputs(), lower);
        assertTrue(statement.inputs().containsAll(statement.feedingInputs()), "feeding inputs");
        session.apply(statement);
      }
      String normalised = SqlText.normalise(sql, dialect);
      assertTrue(normalised.length() <= 16_384, "length of the normalised text");
      assertEquals(SqlText.fingerprint(sql, dialect), SqlText.fingerprint(sql, dialect));
    } catch (Throwable t) {
      if (failures.size() < MOST_FAILURES) {
        String at =
            Stream.of(t.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.spoor"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("?");
        failures.add(t + " at " + at + "\n" + dialect + ": " + sql);
      }
    }
  }

  /** Each part of a name stands in the text, and none is empty but a schema left out. */
  private static void names(List<TableName> names, String lower) {
    for (TableName name : names) {
      assertTrue(!name.parts().isEmpty() && name.parts().size() < 40, "parts of " + name);
      for (String part : name.parts()) {
        // BigQuery: `t_2020`* names several tables.
        String found = part.endsWith("*") ? part.substring(0, part.length() - 1) : part;
        if (found.indexOf('\'') < 0 && found.indexOf('"') < 0 && found.indexOf('`') < 0) {
          assertTrue(lower.contains(found.toLowerCase(Locale.ROOT)), "not in the text: " + part);
        }
      }
    }
  }
}
