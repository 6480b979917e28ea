package io.spoor.agent;

import io.spoor.boot.record.LibraryCall;
import io.spoor.boot.record.LibraryObject;
import io.spoor.flow.RowSide;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.Flow;
import io.spoor.openlineage.EnvironmentRunFacet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What described libraries tell of a run. Most runs use none, and then nothing behind this is
 * loaded. Spoor's thread only.
 */
final class Models {

  private final DataFiles files;
  private final FileDatasets datasets;
  private final FileVersions versions;
  private final FileNames names;
  private final Ledger ledger;
  private ModelCalls calls;
  private ModelFlows flows;
  private long rowsDropped;

  Models(
      DataFiles files,
      FileDatasets datasets,
      FileVersions versions,
      FileNames names,
      Ledger ledger) {
    this.files = files;
    this.datasets = datasets;
    this.versions = versions;
    this.names = names;
    this.ledger = ledger;
  }

  /** Takes a call, or what was counted on an object. */
  void take(SpoorState state) {
    if (calls == null) {
      calls = new ModelCalls(files, datasets, versions, ledger);
      flows = new ModelFlows(calls, ledger, new ModelFiles(names, ledger));
    }
    if (state.kind == SpoorState.LIBRARY_CALL) {
      calls.take((LibraryCall) state);
    } else {
      calls.used((LibraryObject) state);
    }
  }

  /**
   * Tells the ledger what is known now.
   *
   * @param last whether the run is over: then files are as they stay
   */
  void update(boolean last) {
    if (flows != null) {
      flows.update(last);
    }
  }

  /** What inference has to know; null while there is nothing. */
  Inference.Knowledge knowledge() {
    return flows;
  }

  /** Adds the parameters of all models to a run. */
  void describe(RunReport.Circumstances run) {
    if (flows == null) {
      return;
    }
    for (ModelInfo model : flows.told()) {
      String of = model.rule.library;
      for (Map.Entry<String, Object> each : model.parameters.entrySet()) {
        run.parameters.add(
            new String[] {of + "." + each.getKey(), each.getKey(), each.getValue().toString()});
      }
    }
  }

  /** What it takes to train again; null when the run has no model. Reads the class path. */
  EnvironmentRunFacet environment() {
    return flows == null || flows.told().isEmpty() ? null : Environment.facet();
  }

  /**
   * Adds the rows that models were trained on, as what is written into their files; what those
   * themselves look like says nothing.
   */
  void addRows(List<RowSide> inputs, List<RowSide> outputs) {
    if (flows == null) {
      return;
    }
    for (Iterator<RowSide> each = outputs.iterator(); each.hasNext(); ) {
      boolean isModel = false;
      for (Access access : each.next().accesses()) {
        isModel |= access.model() != null;
      }
      if (isModel) {
        each.remove();
      }
    }
    rowsDropped = flows.addRows(inputs, outputs);
  }

  /** Takes what comparing these rows with those of inputs has told. */
  void matched(List<Flow> found) {
    if (flows != null) {
      flows.matched(found);
    }
  }

  /** Models whose rows were too wide, or too many, to be compared. */
  long rowsDropped() {
    return rowsDropped;
  }

  /** Bytes of the rows that models were trained on. */
  long heapBytes() {
    return calls == null ? 0 : calls.heapBytes();
  }

  /** Models in files that were not kept because of a limit. */
  long dropped() {
    return calls == null ? 0 : calls.dropped();
  }
}
