package io.spoor.tests;

import java.util.ArrayList;
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

  /** Edges of a step, at least. */
  private static final int FEWEST = 25;

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

  private final Map<String, TreeMap<Double, Step>> byRung = new TreeMap<>();

  /**
   * Adds an edge.
   *
   * @param evidence as an event has it: the rung first, then its figures
   */
  void add(List<String> evidence, boolean isRight) {
    TreeMap<Double, Step> steps =
        byRung.computeIfAbsent(evidence.get(0).split(":")[0], rung -> new TreeMap<>());
    Step step = steps.computeIfAbsent(bits(evidence), Step::new);
    step.all++;
    step.right += isRight ? 1 : 0;
  }

  /** The rows that agree, times how unlikely each is; in whole bits. */
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
    return Math.rint(agreeing * -Math.log(chance) / Math.log(2));
  }

  private static List<Step> pooled(TreeMap<Double, Step> points) {
    List<Step> steps = new ArrayList<>();
    for (Step point : points.values()) {
      Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last == null || last.all >= FEWEST) {
        last = new Step(point.from);
        steps.add(last);
      }
      last.all += point.all;
      last.right += point.right;
      for (int i = steps.size() - 1; i > 0 && falls(steps.get(i - 1), steps.get(i)); i--) {
        merge(steps, i);
      }
    }
    if (steps.size() > 1 && steps.get(steps.size() - 1).all < FEWEST) {
      merge(steps, steps.size() - 1);
    }
    return steps;
  }

  private static void merge(List<Step> steps, int last) {
    steps.get(last - 1).all += steps.get(last).all;
    steps.get(last - 1).right += steps.get(last).right;
    steps.remove(last);
  }

  private static boolean falls(Step one, Step next) {
    return next.all >= FEWEST && next.share() < one.share();
  }

  /** A table in Markdown. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("| evidence | bits from | edges | confidence |\n");
    table.append("| --- | --- | --- | --- |\n");
    for (Map.Entry<String, TreeMap<Double, Step>> rung : byRung.entrySet()) {
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
