package io.spoor.agent;

import java.util.Map;

/**
 * Reads measures from a line as XGBoost writes it: {@code [24]\ttrain-rmse:0.36\tvalid-rmse:0.63}.
 * Spoor's thread only.
 */
final class MetricText {

  private MetricText() {}

  /**
   * @param set what it is about where the line does not say it
   */
  static void read(String text, ModelInfo model, Object set) {
    long iteration = -1;
    for (String word : text.trim().split("\\s+")) {
      int colon = word.lastIndexOf(':');
      if (word.matches("\\[\\d{1,18}\\]")) {
        iteration = Long.parseLong(word.substring(1, word.length() - 1));
      } else if (colon > 0) {
        try {
          double value = Double.parseDouble(word.substring(colon + 1));
          add(model, word.substring(0, colon), value, set, iteration);
        } catch (NumberFormatException e) {
          // No measure: some other word with a colon.
          continue;
        }
      }
    }
  }

  private static void add(ModelInfo model, String name, double value, Object set, long iteration) {
    for (Map.Entry<String, ModelData> each : model.sets.entrySet()) {
      if (name.startsWith(each.getKey() + "-")) {
        String measure = name.substring(each.getKey().length() + 1);
        model.metrics.add(measure, value, each.getValue(), iteration);
        return;
      }
    }
    int dash = name.indexOf('-');
    if (set == null && dash > 0) {
      model.metrics.add(name.substring(dash + 1), value, name.substring(0, dash), iteration);
    } else {
      model.metrics.add(name, value, set, iteration);
    }
  }
}
