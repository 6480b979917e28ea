package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run told of a model, from the facet {@code spoor_model}. Immutable. */
final class ModelView {

  /** Parameters and features that are shown at a glance; the event has all. */
  private static final int SHOWN = 10;

  private final JsonNode facet;

  private ModelView(JsonNode facet) {
    this.facet = facet;
  }

  /** Null when there is none. */
  static ModelView of(JsonNode facet) {
    return facet.isObject() ? new ModelView(facet) : null;
  }

  /** As the event has it. */
  JsonNode facet() {
    return facet;
  }

  /** For a reader: what it is, what it was made of and with, how good it is. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("model of " + kind() + training() + use());
    add(lines, "predicts", predicted());
    add(lines, "parameters", parameters());
    add(lines, "measured", metrics());
    List<String> checked = names(facet.path("evaluatedOn"));
    add(lines, "checked with", String.join(", ", checked));
    return lines;
  }

  private static void add(List<String> lines, String title, String text) {
    if (!text.isEmpty()) {
      lines.add(title + " " + text);
    }
  }

  private String kind() {
    String type = facet.path("modelClass").asText();
    String version = facet.path("libraryVersion").asText();
    return facet.path("library").asText()
        + (version.isEmpty() ? "" : " " + version)
        + ", "
        + type.substring(type.lastIndexOf('.') + 1);
  }

  private String training() {
    if (facet.path("trainedOn").isEmpty() && !facet.has("trainingMillis")) {
      return "";
    }
    String rows =
        facet.has("rows") ? " with " + Plain.count(facet.path("rows").asLong(), "row") : "";
    String millis =
        facet.has("trainingMillis")
            ? " in " + Plain.count(facet.path("trainingMillis").asLong()) + " ms"
            : "";
    return ", trained" + rows + millis;
  }

  private String use() {
    long predictions = facet.path("predictions").asLong();
    return predictions == 0 ? "" : ", asked " + Plain.count(predictions, "time");
  }

  private String predicted() {
    String label = facet.path("label").asText();
    List<String> features = new ArrayList<>();
    facet.path("features").forEach(feature -> features.add(feature.asText()));
    String from = features.isEmpty() ? "" : "from " + some(features);
    return label.isEmpty() || from.isEmpty() ? label + from : label + " " + from;
  }

  private String parameters() {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : facet.path("parameters").properties()) {
      all.add(each.getKey() + "=" + each.getValue().asText());
    }
    return some(all);
  }

  /** Of each measure and data set the last: how it came to it is in the event. */
  private String metrics() {
    Map<String, String> last = new LinkedHashMap<>();
    for (JsonNode metric : facet.path("metrics")) {
      String on = metric.path("dataset").asText();
      String value = String.format(Locale.ROOT, "%.4g", metric.path("value").asDouble());
      String where = on.isEmpty() ? "" : " on " + on.substring(on.lastIndexOf('/') + 1);
      last.put(
          metric.path("name").asText() + where, metric.path("name").asText() + " " + value + where);
    }
    return some(new ArrayList<>(last.values()));
  }

  private static List<String> names(JsonNode datasets) {
    List<String> names = new ArrayList<>();
    for (JsonNode dataset : datasets) {
      names.add(dataset.path("name").asText());
    }
    return names;
  }

  private static String some(List<String> all) {
    int shown = Math.min(all.size(), SHOWN);
    String more = all.size() > shown ? " and " + (all.size() - shown) + " more" : "";
    return String.join(", ", all.subList(0, shown)) + more;
  }
}
