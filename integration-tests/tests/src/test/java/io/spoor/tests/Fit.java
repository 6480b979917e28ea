package io.spoor.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What confidence edges deserve by how far their evidence is from chance: the isotonic regression
 * of being right on bits, by the pool-adjacent-violators algorithm (Ayer and others, An Empirical
 * Distribution Function for Sampling with Incomplete Information, 1955). A step of n edges of which
 * r are right stands for (r + 1) / (n + 2), as of a few nothing is certain.
 */
final class Fit {

  /** Bits at which steps begin before they are pooled. */
  private static final double[] BOUNDS = {0, 33, 66, 100, 200, 400};

  private static final class Step {
    final double from;
    int all;
    int right;

    Step(double from) {
      this.from = from;
    }

    double share() {
      return (right + 1.0) / (all + 2.0);
    }
  }

  private final Map<String, Step[]> byRung = new TreeMap<>();

  /**
   * Adds an edge.
   *
   * @param evidence as an event has it: the rung first, then its figures
   */
  void add(List<String> evidence, boolean isRight) {
    Step[] steps =
        byRung.computeIfAbsent(
            evidence.get(0).split(":")[0],
            rung -> Arrays.stream(BOUNDS).mapToObj(Step::new).toArray(Step[]::new));
    int place = BOUNDS.length - 1;
    while (bits(evidence) < BOUNDS[place]) {
      place--;
    }
    steps[place].all++;
    steps[place].right += isRight ? 1 : 0;
  }

  /** The rows that agree, times how unlikely each is. */
  private static double bits(List<String> evidence) {
    double agreeing = 0;
    double chance = 1;
    for (String figure : evidence) {
      if (figure.startsWith("agree ")) {
        agreeing = Double.parseDouble(figure.substring(6, figure.indexOf('/')));
      } else if (figure.startsWith("chance ")) {
        chance = Double.parseDouble(figure.substring(7));
      }
    }
    return Math.max(0, agreeing * -Math.log(chance) / Math.log(2));
  }

  private static List<Step> pooled(Step[] steps) {
    List<Step> pooled = new ArrayList<>();
    for (Step step : steps) {
      if (step.all == 0) {
        continue;
      }
      pooled.add(step);
      for (int i = pooled.size() - 1; i > 0 && falls(pooled.get(i - 1), pooled.get(i)); i--) {
        pooled.get(i - 1).all += pooled.get(i).all;
        pooled.get(i - 1).right += pooled.get(i).right;
        pooled.remove(i);
      }
    }
    return pooled;
  }

  private static boolean falls(Step one, Step next) {
    return next.share() < one.share();
  }

  /** A table in Markdown. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("| evidence | bits from | edges | right |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (Map.Entry<String, Step[]> rung : byRung.entrySet()) {
      for (Step step : pooled(rung.getValue())) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %.0f | %d | %.3f |%n",
                rung.getKey(),
                step.from,
                step.all,
                step.share()));
      }
    }
    return table.toString();
  }
}
