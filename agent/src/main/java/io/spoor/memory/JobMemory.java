package io.spoor.memory;

import io.spoor.boot.record.Effort;
import io.spoor.model.DatasetId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;

/** All that is remembered of one job. Immutable. */
final class JobMemory {

  final String namespace;
  final String name;

  /** A hash of a constant under the salt: says whether values can be compared. */
  final long mark;

  final Map<DatasetId, RememberedInput> inputs;
  final Map<DatasetId, RememberedOutput> outputs;

  JobMemory(
      String namespace,
      String name,
      long mark,
      Map<DatasetId, RememberedInput> inputs,
      Map<DatasetId, RememberedOutput> outputs) {
    this.namespace = namespace;
    this.name = name;
    this.mark = mark;
    this.inputs = Collections.unmodifiableMap(inputs);
    this.outputs = Collections.unmodifiableMap(outputs);
  }

  /**
   * How much to sample of rows that are written to some datasets.
   *
   * @param ids of the datasets
   */
  Effort ofWritten(Collection<DatasetId> ids) {
    Effort most = null;
    for (DatasetId id : ids) {
      RememberedOutput output = outputs.get(id);
      most = larger(most, output == null ? Effort.USUAL : output.effort());
    }
    return most == null ? Effort.USUAL : most;
  }

  /** How much to sample of rows that are read from some datasets: as much as their outputs need. */
  Effort ofRead(Collection<DatasetId> ids) {
    Effort most = null;
    for (DatasetId id : ids) {
      Effort ofInput = null;
      for (RememberedOutput output : outputs.values()) {
        boolean mayBe = output.verdict == Verdict.AMBIGUOUS && output.sources.isEmpty();
        if (mayBe || output.sources.contains(id)) {
          ofInput = larger(ofInput, output.effort());
        }
      }
      most = larger(most, ofInput == null ? Effort.USUAL : ofInput);
    }
    return most == null ? Effort.USUAL : most;
  }

  private static Effort larger(Effort one, Effort other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }
}
