package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a model that a machine-learning library trained, wrote or read: Spoor's own
 * facet of a dataset of type MODEL, with a schema under {@code io/spoor/schemas}. Immutable.
 */
public final class ModelDatasetFacet implements Facet {

  /** A measure of quality, once. Immutable. */
  public static final class Metric {
    private final String name;
    private final double value;
    private final String dataset;
    private final long iteration;

    /**
     * @param name as the library names it
     * @param dataset a dataset's name, or what the library calls it; null when that is not known
     * @param iteration from 0; -1 when it is of the whole model
     */
    public Metric(String name, double value, String dataset, long iteration) {
      this.name = Schemas.require(name, "name");
      this.value = value;
      this.dataset = dataset;
      this.iteration = iteration;
    }
  }

  private final String library;
  private final Map<String, Object> texts = new LinkedHashMap<String, Object>();
  private Map<String, Object> parameters = Collections.emptyMap();
  private List<Metric> metrics = Collections.emptyList();
  private List<DatasetId> trainedOn = Collections.emptyList();
  private List<DatasetId> evaluatedOn = Collections.emptyList();
  private List<String> features = Collections.emptyList();

  private ModelDatasetFacet(String library) {
    this.library = library;
  }

  /** Gathers what is known; whatever is not given is not told. Not thread-safe. */
  public static final class Builder {
    private final ModelDatasetFacet facet;

    /**
     * @param library as its users call it
     */
    public Builder(String library) {
      this.facet = new ModelDatasetFacet(Schemas.require(library, "library"));
    }

    /**
     * A member with a text or a number: {@code libraryVersion}, {@code modelClass}, {@code label},
     * {@code seed}, {@code size}, {@code digest} and the like.
     *
     * @param value null for none
     */
    public Builder with(String name, Object value) {
      if (value != null) {
        facet.texts.put(name, value);
      }
      return this;
    }

    /** Hyper-parameters: texts, numbers and booleans by the library's own names. */
    public Builder parameters(Map<String, Object> all) {
      facet.parameters = new LinkedHashMap<String, Object>(all);
      return this;
    }

    public Builder metrics(Collection<Metric> all) {
      facet.metrics = new ArrayList<Metric>(all);
      return this;
    }

    public Builder trainedOn(Collection<DatasetId> all) {
      facet.trainedOn = new ArrayList<DatasetId>(all);
      return this;
    }

    public Builder evaluatedOn(Collection<DatasetId> all) {
      facet.evaluatedOn = new ArrayList<DatasetId>(all);
      return this;
    }

    public Builder features(Collection<String> all) {
      facet.features = new ArrayList<String>(all);
      return this;
    }

    /** The facet; the builder is of no use afterwards. */
    public ModelDatasetFacet build() {
      return facet;
    }
  }

  @Override
  public String key() {
    return "spoor_model";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("ModelDatasetFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("library", library);
    members(json, texts);
    if (!parameters.isEmpty()) {
      json.name("parameters").beginObject();
      members(json, parameters);
      json.endObject();
    }
    if (!metrics.isEmpty()) {
      json.name("metrics").beginArray();
      for (Metric metric : metrics) {
        json.beginObject().member("name", metric.name);
        member(json, "value", metric.value);
        if (metric.dataset != null) {
          json.member("dataset", metric.dataset);
        }
        if (metric.iteration >= 0) {
          json.member("iteration", metric.iteration);
        }
        json.endObject();
      }
      json.endArray();
    }
    datasets(json, "trainedOn", trainedOn);
    datasets(json, "evaluatedOn", evaluatedOn);
    if (!features.isEmpty()) {
      json.name("features").beginArray();
      for (String feature : features) {
        json.value(feature);
      }
      json.endArray();
    }
  }

  private static void members(JsonWriter json, Map<String, Object> values) {
    for (Map.Entry<String, Object> each : values.entrySet()) {
      member(json, each.getKey(), each.getValue());
    }
  }

  /** Numbers that JSON has none for are texts. */
  private static void member(JsonWriter json, String name, Object value) {
    if (value instanceof Boolean) {
      json.name(name).value(((Boolean) value).booleanValue());
    } else if (value instanceof Float) {
      member(json, name, Double.valueOf(value.toString()));
    } else if (value instanceof Double) {
      double number = (Double) value;
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        json.member(name, value.toString());
      } else {
        json.name(name).value(number);
      }
    } else if (value instanceof Number) {
      json.member(name, ((Number) value).longValue());
    } else {
      json.member(name, value.toString());
    }
  }

  private static void datasets(JsonWriter json, String name, List<DatasetId> all) {
    if (all.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (DatasetId id : all) {
      json.beginObject().member("namespace", id.namespace()).member("name", id.name()).endObject();
    }
    json.endArray();
  }
}
