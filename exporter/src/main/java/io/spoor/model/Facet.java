package io.spoor.model;

import io.spoor.json.JsonWriter;

/**
 * One aspect of a run, job or dataset, as OpenLineage's facets are. Implementations are immutable.
 */
public interface Facet {

  /** The JSON property the facet is found under; not null. */
  String key();

  /** The schema of the facet, a URI; not null. */
  String schemaUrl();

  /** Writes the facet's members into an open object, all but {@code _producer, _schemaURL}. */
  void writeMembers(JsonWriter json);
}
