package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns that take part in one output, sorted, as two facets write them: each input column
 * once for an output column, with all its transformations. One thread.
 */
final class ColumnInputs {

  private final Map<String, Map<Source, Map<ColumnFlow, Flow>>> fields =
      new TreeMap<String, Map<Source, Map<ColumnFlow, Flow>>>();
  private final Map<Source, Map<ColumnFlow, Flow>> whole =
      new TreeMap<Source, Map<ColumnFlow, Flow>>();

  /** Adds the columns of a flow into the output. */
  void add(Flow flow) {
    List<ColumnFlow> columns = flow.columns();
    for (int i = 0; i < columns.size(); i++) {
      ColumnFlow column = columns.get(i);
      Map<Source, Map<ColumnFlow, Flow>> sources = whole;
      if (column.output() != null) {
        sources = fields.get(column.output());
        if (sources == null) {
          sources = new TreeMap<Source, Map<ColumnFlow, Flow>>();
          fields.put(column.output(), sources);
        }
      }
      Source source = new Source(flow.input(), column.input());
      Map<ColumnFlow, Flow> steps = sources.get(source);
      if (steps == null) {
        steps = new TreeMap<ColumnFlow, Flow>();
        sources.put(source, steps);
      }
      steps.put(column, flow);
    }
  }

  boolean hasFields() {
    return !fields.isEmpty();
  }

  boolean hasWhole() {
    return !whole.isEmpty();
  }

  /**
   * Writes an object with a member for each output column.
   *
   * @param list the name of the list of input columns in it
   * @param typed whether inputs say that they are of datasets
   */
  void writeFields(JsonWriter json, String list, boolean typed) {
    json.beginObject();
    Iterator<Map.Entry<String, Map<Source, Map<ColumnFlow, Flow>>>> all =
        fields.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Map<Source, Map<ColumnFlow, Flow>>> field = all.next();
      json.name(field.getKey()).beginObject().name(list).beginArray();
      write(json, field.getValue(), typed);
      json.endArray().endObject();
    }
    json.endObject();
  }

  /** Writes, into an open array, the columns that concern the output as a whole. */
  void writeWhole(JsonWriter json, boolean typed) {
    write(json, whole, typed);
  }

  private static void write(
      JsonWriter json, Map<Source, Map<ColumnFlow, Flow>> sources, boolean typed) {
    Iterator<Map.Entry<Source, Map<ColumnFlow, Flow>>> all = sources.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Source, Map<ColumnFlow, Flow>> source = all.next();
      json.beginObject();
      json.member("namespace", source.getKey().dataset.namespace());
      json.member("name", source.getKey().dataset.name());
      if (typed) {
        json.member("type", "DATASET");
      }
      json.member("field", source.getKey().field);
      json.name("transformations").beginArray();
      Iterator<Map.Entry<ColumnFlow, Flow>> steps = source.getValue().entrySet().iterator();
      while (steps.hasNext()) {
        Map.Entry<ColumnFlow, Flow> step = steps.next();
        json.beginObject();
        json.member("type", step.getKey().transformation().type());
        json.member("subtype", step.getKey().transformation().subtype());
        Belief own = step.getKey().belief();
        json.member("description", own == null ? null : rule(own));
        if (step.getKey().isMasking()) {
          json.name("masking").value(true);
        }
        if (own == null) {
          belief(json, step.getValue());
        } else {
          belief(json, own.confidence(), own.evidence());
        }
        json.endObject();
      }
      json.endArray().endObject();
    }
  }

  /** By what rule a value was made of another, where that was found; else null. */
  private static String rule(Belief belief) {
    Evidence strongest = belief.evidence().get(0);
    return strongest.rung() == Rung.DERIVATION ? strongest.detail() : null;
  }

  /** How likely a flow is and why, in members that the schemas of transformations allow. */
  static void belief(JsonWriter json, Flow flow) {
    belief(json, flow.confidence(), flow.evidence());
  }

  private static void belief(JsonWriter json, double confidence, List<Evidence> evidence) {
    json.name("confidence").value(confidence);
    json.name("evidence").beginArray();
    for (int i = 0; i < evidence.size(); i++) {
      List<String> texts = evidence.get(i).texts();
      for (int k = 0; k < texts.size(); k++) {
        json.value(texts.get(k));
      }
    }
    json.endArray();
  }

  private static final class Source implements Comparable<Source> {

    private final DatasetId dataset;
    private final String field;

    Source(DatasetId dataset, String field) {
      this.dataset = dataset;
      this.field = field;
    }

    @Override
    public int compareTo(Source other) {
      int order = dataset.compareTo(other.dataset);
      return order == 0 ? field.compareTo(other.field) : order;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Source && compareTo((Source) other) == 0;
    }

    @Override
    public int hashCode() {
      return dataset.hashCode() * 31 + field.hashCode();
    }
  }
}
