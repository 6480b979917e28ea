package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a run's last event says of models, as text: everything but times. */
final class Models {

  private Models() {}

  /** Makes sure that it is the same, and that size and digest are those of the files. */
  static void assertAre(Trial trial, String expected) throws Exception {
    assertEquals(expected, text(trial));
  }

  static String text(Trial trial) throws Exception {
    Path work = trial.place().work();
    JsonNode event = trial.home().runs().get(trial.home().runs().size() - 1).last();
    List<String> lines = new ArrayList<>();
    for (String side : List.of("inputs", "outputs")) {
      for (JsonNode dataset : event.path(side)) {
        JsonNode model = dataset.path("facets").path("spoor_model");
        if (!model.isMissingNode()) {
          assertEquals(
              "MODEL", dataset.path("facets").path("datasetType").path("datasetType").asText());
          add(lines, dataset.path("name").asText(), model);
          checkFile(Path.of(dataset.path("name").asText()), model, dataset);
        }
      }
    }
    String text = String.join("\n", lines) + "\n";
    return text.replace(work + "/", "");
  }

  private static void add(List<String> lines, String name, JsonNode model) {
    lines.add(
        String.join(
            " ",
            name,
            model.path("library").asText(),
            model.path("libraryVersion").asText("?"),
            model.path("modelClass").asText()));
    for (Map.Entry<String, JsonNode> each : model.path("parameters").properties()) {
      lines.add("  " + each.getKey() + " = " + each.getValue());
    }
    for (JsonNode metric : model.path("metrics")) {
      String on = metric.has("dataset") ? " on " + metric.path("dataset").asText() : "";
      String at = metric.has("iteration") ? " at " + metric.path("iteration").asInt() : "";
      String value = String.format(Locale.ROOT, "%.5f", metric.path("value").asDouble());
      lines.add("  " + metric.path("name").asText() + " " + value + on + at);
    }
    for (String list : List.of("trainedOn", "evaluatedOn")) {
      for (JsonNode dataset : model.path(list)) {
        lines.add("  " + list + " " + dataset.path("name").asText());
      }
    }
    if (model.has("features")) {
      lines.add("  features " + model.path("features"));
    }
    for (String one : List.of("label", "seed", "rows", "iterations", "predictions")) {
      if (model.has(one)) {
        lines.add("  " + one + " " + model.path(one).asText());
      }
    }
    if (model.has("modelVersion")) {
      lines.add("  version " + model.path("modelVersion").asText());
    }
  }

  private static void checkFile(Path file, JsonNode model, JsonNode dataset) throws Exception {
    if (Files.isDirectory(file)) {
      long size = 0;
      try (Stream<Path> files = Files.walk(file)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          size += Files.size(each);
        }
      }
      assertEquals(size, model.path("size").asLong(), "size");
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(bytes.length, model.path("size").asLong(), "size");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    String text = "sha256:" + HexFormat.of().formatHex(digest);
    assertEquals(text, model.path("digest").asText());
    assertEquals(
        text, dataset.path("facets").path("version").path("datasetVersion").asText(), "version");
  }
}
