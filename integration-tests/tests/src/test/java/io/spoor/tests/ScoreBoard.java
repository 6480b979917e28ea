package io.spoor.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jobs.random.Change;
import jobs.random.Edge;
import jobs.random.Shape;
import jobs.random.Threading;
import jobs.random.Truth;

/** Scores of many programs: all together, by class, and by the confidence that was told. */
final class ScoreBoard {

  private final Score datasets = new Score();
  private final Score columns = new Score();
  private final Score conditions = new Score();
  private final Map<String, Map<String, Score>> byClass = new TreeMap<>();
  private final Map<String, Map<String, Score>> byThreading = new TreeMap<>();
  private final Map<String, Map<String, Score>> byMedia = new TreeMap<>();
  private final Calibration datasetConfidence = new Calibration();
  private final Calibration columnConfidence = new Calibration();
  private final Fit fit = new Fit();
  private int namedRight;
  private final List<String> told = new ArrayList<>();

  Score datasets() {
    return datasets;
  }

  Score columns() {
    return columns;
  }

  Calibration datasetConfidence() {
    return datasetConfidence;
  }

  Calibration columnConfidence() {
    return columnConfidence;
  }

  /** What is wrong and what is missed, a line each. */
  List<String> faults() {
    return told;
  }

  void add(long seed, Truth truth, Told found) {
    add(seed, datasets, truth, truth.datasets(), found.datasets(), datasetConfidence, true);
    add(seed, columns, truth, truth.columns(), found.columns(), columnConfidence, true);
    add(seed, conditions, truth, truth.conditions(), found.conditions(), null, false);
    for (Map.Entry<String, List<String>> each : found.evidence().entrySet()) {
      if (!truth.tolerated().containsKey(each.getKey())) {
        fit.add(each.getValue(), truth.columns().containsKey(each.getKey()));
      }
    }
    for (Map.Entry<String, String> each : found.subtypes().entrySet()) {
      Edge edge = truth.columns().get(each.getKey());
      namedRight += edge != null && edge.change().subtype().equals(each.getValue()) ? 1 : 0;
    }
  }

  private void add(
      long seed,
      Score all,
      Truth truth,
      Map<String, Edge> wanted,
      Map<String, Double> found,
      Calibration confidence,
      boolean isTold) {
    for (Map.Entry<String, Double> each : found.entrySet()) {
      String text = each.getKey();
      Edge edge = wanted.get(text);
      if (edge == null && truth.tolerated().containsKey(text)) {
        continue;
      }
      if (confidence != null) {
        confidence.add(each.getValue(), edge != null);
      }
      if (edge != null) {
        all.right();
        classes(edge).forEach(Score::right);
        continue;
      }
      String[] sides = text.split(" -> ");
      Edge of = truth.classOf(sides[0], sides[1]);
      all.wrong();
      classes(of).forEach(Score::wrong);
      if (isTold) {
        told.add(
            line(seed, "wrong", of, text) + String.format(Locale.ROOT, " %.2f", each.getValue()));
      }
    }
    for (Map.Entry<String, Edge> each : wanted.entrySet()) {
      if (!found.containsKey(each.getKey())) {
        all.missed();
        classes(each.getValue()).forEach(Score::missed);
        if (isTold) {
          told.add(line(seed, "missed", each.getValue(), each.getKey()));
        }
      }
    }
  }

  private static String line(long seed, String what, Edge edge, String text) {
    String where =
        edge == null ? "?" : row(edge) + " " + lower(edge.shape()) + " " + lower(edge.threading());
    return seed + " " + what + " [" + where + "] " + text;
  }

  /** A condition is no column edge and in a row of its own. */
  private static String row(Edge edge) {
    boolean isCondition = edge.toString().split(" -> ")[0].contains("#");
    return edge.change() != null ? lower(edge.change()) : isCondition ? "(condition)" : "(dataset)";
  }

  private List<Score> classes(Edge edge) {
    if (edge == null) {
      return List.of();
    }
    return List.of(
        cell(byClass, row(edge), lower(edge.shape())),
        cell(byThreading, row(edge), lower(edge.threading())),
        cell(byMedia, edge.media(), part(edge)));
  }

  private static String part(Edge edge) {
    Change change = edge.change();
    return change == null ? row(edge) : change == Change.COPY ? "copied" : "changed";
  }

  private static Score cell(Map<String, Map<String, Score>> table, String row, String column) {
    return table
        .computeIfAbsent(row, key -> new LinkedHashMap<>())
        .computeIfAbsent(column, key -> new Score());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> changes() {
    List<String> rows = new ArrayList<>(List.of("(dataset)", "(condition)"));
    rows.addAll(names(Change.values()));
    return rows;
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(ScoreBoard::lower).toList();
  }

  private static String table(
      Map<String, Map<String, Score>> scores, Collection<String> rows, List<String> columns) {
    StringBuilder table = new StringBuilder(String.format("%-20s", ""));
    for (String column : columns) {
      table.append(String.format("%16s", column));
    }
    for (String row : rows) {
      table.append(String.format("%n%-20s", row));
      for (String column : columns) {
        Score score = scores.getOrDefault(row, Map.of()).get(column);
        table.append(String.format("%16s", score == null ? "" : score.cell()));
      }
    }
    return table.append('\n').toString();
  }

  @Override
  public String toString() {
    return "datasets: "
        + datasets
        + "\ncolumns: "
        + columns
        + ", "
        + namedRight
        + " of the right ones called what they are\nconditions: "
        + conditions
        + "\n\nfound/there +wrong, by change and shape\n"
        + table(byClass, changes(), names(Shape.values()))
        + "\nby change and threads\n"
        + table(byThreading, changes(), names(Threading.values()))
        + "\nby what it leads from and to\n"
        + table(byMedia, byMedia.keySet(), List.of("(dataset)", "copied", "changed"))
        + "\nconfidence of edges between datasets\n"
        + datasetConfidence
        + "\nconfidence of edges between columns\n"
        + columnConfidence
        + "\nconfidence by evidence\n"
        + fit;
  }
}
