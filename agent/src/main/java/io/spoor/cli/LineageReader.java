package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the edges of one event from all facets that tell of them: lineage of the job, lineage
 * and columnLineage of its outputs. What several say of one pair of datasets becomes one edge.
 */
final class LineageReader {
  private final List<DatasetView> inputs;
  private final Map<DatasetView, DatasetView> knownInputs = new HashMap<>();
  private final List<DatasetView> outputs;
  private final Map<DatasetView, DatasetView> knownOutputs = new HashMap<>();
  private final Map<DatasetView, Map<DatasetView, Draft>> drafts = new LinkedHashMap<>();

  /**
   * @param inputs the event's inputs; gets those that only a facet names
   * @param outputs likewise
   */
  LineageReader(List<DatasetView> inputs, List<DatasetView> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    inputs.forEach(input -> knownInputs.put(input, input));
    outputs.forEach(output -> knownOutputs.put(output, output));
  }

  /** Reads the lineage facet of the job. */
  void job(JsonNode lineage) {
    for (JsonNode entry : lineage.path("entries")) {
      if (isDataset(entry)) {
        target(find(outputs, knownOutputs, entry), entry);
      }
    }
  }

  /** Reads the facets of one of the event's outputs. */
  void output(JsonNode dataset) {
    DatasetView output = find(outputs, knownOutputs, dataset);
    target(output, dataset.path("facets").path("lineage"));
    JsonNode columns = dataset.path("facets").path("columnLineage");
    columns(output, columns.path("fields"), "inputFields");
    for (JsonNode input : columns.path("dataset")) {
      read(input, output, null);
    }
  }

  /** The edges, each pair of datasets once. */
  List<EdgeView> edges() {
    List<EdgeView> edges = new ArrayList<>();
    drafts.forEach(
        (output, into) ->
            into.forEach(
                (input, draft) ->
                    edges.add(
                        new EdgeView(
                            input,
                            output,
                            draft.belief().evidence(),
                            draft.belief().confidence,
                            new ArrayList<>(draft.columns),
                            draft.isIndirect()))));
    return edges;
  }

  private void target(DatasetView output, JsonNode lineage) {
    for (JsonNode input : lineage.path("inputs")) {
      read(input, output, null);
    }
    columns(output, lineage.path("fields"), "inputs");
  }

  private void columns(DatasetView output, JsonNode fields, String list) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      for (JsonNode input : field.getValue().path(list)) {
        read(input, output, field.getKey());
      }
    }
  }

  private void read(JsonNode input, DatasetView output, String outputColumn) {
    if (!isDataset(input)) {
      return;
    }
    DatasetView from = find(inputs, knownInputs, input);
    Draft draft =
        drafts
            .computeIfAbsent(output, ignored -> new LinkedHashMap<>())
            .computeIfAbsent(from, ignored -> new Draft());
    JsonNode transformations = input.path("transformations");
    String column = text(input, "field");
    Belief belief = column == null ? draft.whole : draft.ofColumns;
    transformations.forEach(belief::add);
    if (column == null) {
      return;
    }
    if (transformations.isEmpty()) {
      List<String> none = Collections.emptyList();
      draft.columns.add(new ColumnView(column, outputColumn, null, null, false, none, null));
    }
    for (JsonNode transformation : transformations) {
      draft.columns.add(
          new ColumnView(
              column,
              outputColumn,
              text(transformation, "type"),
              text(transformation, "subtype"),
              transformation.path("masking").asBoolean(),
              evidence(transformation),
              confidence(transformation)));
    }
  }

  private static boolean isDataset(JsonNode node) {
    return !node.path("type").asText().equals("JOB");
  }

  private static DatasetView find(
      List<DatasetView> datasets, Map<DatasetView, DatasetView> known, JsonNode id) {
    DatasetView named = DatasetView.named(id.path("namespace").asText(), id.path("name").asText());
    DatasetView there = known.putIfAbsent(named, named);
    if (there == null) {
      datasets.add(named);
    }
    return there == null ? named : there;
  }

  private static String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  private static List<String> evidence(JsonNode transformation) {
    List<String> evidence = new ArrayList<>();
    transformation.path("evidence").forEach(one -> evidence.add(one.asText()));
    return evidence;
  }

  private static Double confidence(JsonNode transformation) {
    JsonNode value = transformation.path("confidence");
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  /** What is known of an edge so far. */
  private static final class Draft {
    private final Set<ColumnView> columns = new TreeSet<>();
    private final Belief whole = new Belief();
    private final Belief ofColumns = new Belief();

    /** That of the edge itself, where something tells it. */
    Belief belief() {
      return whole.evidence.isEmpty() ? ofColumns : whole;
    }

    /** An edge of which nobody says that it is direct, and somebody that it is not. */
    boolean isIndirect() {
      boolean direct = whole.hasDirect || ofColumns.hasDirect;
      return (whole.hasIndirect || ofColumns.hasIndirect) && !direct;
    }
  }

  /** Why something is believed, from all that tell of it. */
  private static final class Belief {
    private final Set<List<String>> evidence = new LinkedHashSet<>();
    private Double confidence;
    private boolean hasDirect;
    private boolean hasIndirect;

    List<String> evidence() {
      List<String> all = new ArrayList<>();
      evidence.forEach(all::addAll);
      return all;
    }

    void add(JsonNode transformation) {
      // Each with its figures: two pieces may have the same ones.
      evidence.addAll(EvidenceText.pieces(LineageReader.evidence(transformation)));
      hasDirect |= transformation.path("type").asText().equals("DIRECT");
      hasIndirect |= transformation.path("type").asText().equals("INDIRECT");
      Double value = LineageReader.confidence(transformation);
      if (value != null && (confidence == null || value > confidence)) {
        confidence = value;
      }
    }
  }
}
