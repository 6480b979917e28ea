package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.json.UtcTime;
import io.spoor.model.Dataset;
import io.spoor.model.Facet;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import java.util.List;

/** Writes run events as OpenLineage 2-0-2 JSON, one line each. Immutable; any thread. */
public final class EventWriter {

  private final String producer;

  /**
   * @param version Spoor's version, part of the producer that every event and facet names
   */
  public EventWriter(String version) {
    this.producer = "urn:spoor:agent:" + Schemas.require(version, "version");
  }

  /** The URI that events name as their producer. */
  public String producer() {
    return producer;
  }

  /** The event as JSON, without a line break in or behind it. */
  public String write(RunEvent event) {
    StringBuilder out = new StringBuilder(2048);
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.member("eventType", event.type().name());
    json.member("eventTime", UtcTime.iso(event.time().toEpochMilli()));
    json.member("producer", producer);
    json.member("schemaURL", Schemas.RUN_EVENT);
    json.name("run").beginObject();
    json.member("runId", event.runId().toString());
    facets(json, "facets", event.runFacets());
    json.endObject();
    job(json, event.job());
    datasets(json, "inputs", event.inputs(), "inputFacets");
    datasets(json, "outputs", event.outputs(), "outputFacets");
    json.endObject();
    return out.toString();
  }

  private void job(JsonWriter json, Job job) {
    json.name("job").beginObject();
    json.member("namespace", job.namespace());
    json.member("name", job.name());
    facets(json, "facets", job.facets());
    json.endObject();
  }

  private void datasets(JsonWriter json, String name, List<Dataset> datasets, String ioFacets) {
    json.name(name).beginArray();
    for (int i = 0; i < datasets.size(); i++) {
      Dataset dataset = datasets.get(i);
      json.beginObject();
      json.member("namespace", dataset.id().namespace());
      json.member("name", dataset.id().name());
      facets(json, "facets", dataset.facets());
      if (!dataset.ioFacets().isEmpty()) {
        facets(json, ioFacets, dataset.ioFacets());
      }
      json.endObject();
    }
    json.endArray();
  }

  private void facets(JsonWriter json, String name, List<Facet> facets) {
    json.name(name).beginObject();
    for (int i = 0; i < facets.size(); i++) {
      Facet facet = facets.get(i);
      json.name(facet.key()).beginObject();
      json.member("_producer", producer);
      json.member("_schemaURL", facet.schemaUrl());
      facet.writeMembers(json);
      json.endObject();
    }
    json.endObject();
  }
}
