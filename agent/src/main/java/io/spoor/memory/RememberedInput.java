package io.spoor.memory;

import io.spoor.model.DatasetId;
import java.util.Collections;
import java.util.List;

/** An input of a job. Immutable. */
final class RememberedInput {

  final DatasetId id;

  /** When a run of the job read it last, in milliseconds since 1970. */
  final long millis;

  /** Name and type, which may be null, of each column. */
  final List<String[]> schema;

  RememberedInput(DatasetId id, long millis, List<String[]> schema) {
    this.id = id;
    this.millis = millis;
    this.schema = Collections.unmodifiableList(schema);
  }
}
