package io.spoor.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long the scanner takes: the first statement of a fresh JVM, then warm over the seed
 * statements and, with {@code -Dsql.corpus=FOLDER}, over a corpus. No test: run its {@code main}.
 */
final class DeepTimings {

  private static final int PASSES = 40;

  private DeepTimings() {}

  public static void main(String[] args) {
    String first =
        "INSERT INTO mart.daily (day, region, amount) SELECT o.day, c.region, sum(o.amount) FROM"
            + " orders o JOIN customers c ON c.id = o.customer WHERE o.day > ? GROUP BY 1, 2";
    long cold = System.nanoTime();
    SqlScript script = SqlLineage.analyze(first, Dialect.POSTGRESQL, Limits.DEFAULT);
    cold = System.nanoTime() - cold;
    System.out.printf(
        Locale.ROOT, "cold first statement %.1f ms %s%n", cold / 1e6, script.statements());
    if (args.length > 0 && args[0].equals("cold")) {
      return;
    }
    warm("seeds", ScriptSeeds.all());
    if (FuzzStatements.hasCorpus()) {
      warm("corpus", FuzzStatements.corpus());
    }
    rows();
  }

  private static void warm(String what, List<ScriptSeeds.Seed> statements) {
    long[] best = new long[statements.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    int sink = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 0; i < best.length; i++) {
        ScriptSeeds.Seed seed = statements.get(i);
        long begin = System.nanoTime();
        sink += SqlLineage.analyze(seed.sql, seed.dialect, Limits.DEFAULT).statements().size();
        best[i] = Math.min(best[i], System.nanoTime() - begin);
      }
    }
    long[] sorted = best.clone();
    Arrays.sort(sorted);
    int slowest = 0;
    for (int i = 0; i < best.length; i++) {
      slowest = best[i] > best[slowest] ? i : slowest;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d statements (%d), warm best of %d: median %.1f us, p90 %.1f us, p99 %.1f us, max %.1f"
            + " us of %d characters%n",
        what,
        best.length,
        sink,
        PASSES,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 9 / 10] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        best[slowest] / 1e3,
        statements.get(slowest).sql.length());
  }

  private static void rows() {
    StringBuilder sql = new StringBuilder("INSERT INTO t (a, b, c) VALUES (0, 'it''s', 1.5)");
    for (int i = 1; i < 20_000; i++) {
      sql.append(", (").append(i).append(", 'it''s', 1.5)");
    }
    String text = sql.toString();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 300; i++) {
      long begin = System.nanoTime();
      SqlLineage.analyze(text, Dialect.POSTGRESQL, Limits.DEFAULT);
      best = Math.min(best, System.nanoTime() - begin);
    }
    System.out.printf(
        Locale.ROOT, "20,000 rows of VALUES, %d characters: %.2f ms%n", text.length(), best / 1e6);
  }
}
