package io.spoor.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of events.
 *
 * @param file where they were read from
 * @param lines the events as written
 * @param events the same, parsed
 */
record RecordedRun(Path file, List<String> lines, List<JsonNode> events) {

  private static final JsonMapper JSON = new JsonMapper();

  static RecordedRun read(Path file) throws IOException {
    return of(file, Files.readAllLines(file));
  }

  static RecordedRun of(Path file, List<String> lines) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : lines) {
      events.add(JSON.readTree(line));
    }
    return new RecordedRun(file, List.copyOf(lines), List.copyOf(events));
  }

  /** The types of the events in the order in which they were written. */
  List<String> types() {
    return events.stream().map(event -> event.path("eventType").asText()).toList();
  }

  JsonNode last() {
    return events.get(events.size() - 1);
  }

  String id() {
    return last().path("run").path("runId").asText();
  }
}
