package io.spoor.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The edges of a run's last event in the notation of {@link jobs.random.Truth}, each with its
 * confidence. Candidates are none.
 *
 * @param datasets between datasets, also those that only decide on rows
 * @param columns between columns
 * @param conditions from a column to an output on whose rows it decides
 * @param subtypes what the transformation between two columns is called
 * @param evidence of edges between columns, where they have some of their own
 */
record Told(
    Map<String, Double> datasets,
    Map<String, Double> columns,
    Map<String, Double> conditions,
    Map<String, String> subtypes,
    Map<String, List<String>> evidence) {

  static Told of(JsonNode event) {
    Told told =
        new Told(
            new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (JsonNode entry : event.path("job").path("facets").path("lineage").path("entries")) {
      String output = name(entry);
      Map<String, Double> inputs = new TreeMap<>();
      for (JsonNode input : entry.path("inputs")) {
        if (!input.has("field")) {
          inputs.put(name(input), confidence(input, 1));
          told.datasets.put(name(input) + " -> " + output, confidence(input, 1));
        }
      }
      for (JsonNode input : entry.path("inputs")) {
        if (input.has("field")) {
          told.conditions.put(
              column(input) + " -> " + output, confidence(input, of(inputs, input)));
        }
      }
      for (Map.Entry<String, JsonNode> field : entry.path("fields").properties()) {
        String target = output + "#" + field.getKey().toUpperCase(Locale.ROOT);
        for (JsonNode input : field.getValue().path("inputs")) {
          String edge = column(input) + " -> " + target;
          told.columns.put(edge, confidence(input, of(inputs, input)));
          List<String> why = new ArrayList<>();
          for (JsonNode each : input.path("transformations").path(0).path("evidence")) {
            why.add(each.asText());
          }
          if (!why.isEmpty()) {
            told.evidence.put(edge, why);
          }
          told.subtypes.put(edge, input.path("transformations").path(0).path("subtype").asText());
        }
      }
    }
    return told;
  }

  private static double of(Map<String, Double> inputs, JsonNode input) {
    return inputs.getOrDefault(name(input), 1.0);
  }

  /** The highest of its transformations; where none says, that of the edge between the datasets. */
  private static double confidence(JsonNode input, double otherwise) {
    double confidence = -1;
    for (JsonNode each : input.path("transformations")) {
      confidence = Math.max(confidence, each.path("confidence").asDouble(-1));
    }
    return confidence < 0 ? otherwise : confidence;
  }

  private static String column(JsonNode input) {
    return name(input) + "#" + input.path("field").asText().toUpperCase(Locale.ROOT);
  }

  /** Of a file its place beneath the working directory. */
  private static String name(JsonNode dataset) {
    String name = dataset.path("name").asText();
    int folder = Math.max(name.lastIndexOf("/in/"), name.lastIndexOf("/out/"));
    return folder < 0 ? name : name.substring(folder + 1);
  }
}
