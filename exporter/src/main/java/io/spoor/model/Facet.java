package io.spoor.model;

import io.spoor.json.JsonWriter;

/**
 * A piece of description that hangs on a run, a job or a dataset. Implementations are immutable.
 */
public interface Facet {

  /** The property under which it hangs, such as {@code schema}. */
  String key();

  /** The {@code _schemaURL}: where its JSON schema is published. */
  String schemaUrl();

  /** Writes its members into an open object, without {@code _producer} and {@code _schemaURL}. */
  void writeMembers(JsonWriter json);
}
