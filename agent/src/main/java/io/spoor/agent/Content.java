package io.spoor.agent;

import io.spoor.flow.RowFlows;
import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What inference knows beyond the ledger: contents that are the same, models, and what sampled rows
 * of inputs and outputs have in common. Spoor's thread only.
 */
final class Content implements Inference.Knowledge {

  private final Inference.Knowledge models;
  private final RowFlows rows;
  private final ContentCopies copies;

  private Content(Inference.Knowledge models, RowFlows rows, ContentCopies copies) {
    this.models = models;
    this.rows = rows;
    this.copies = copies;
  }

  /**
   * All of it together.
   *
   * @param models null when there are none
   * @param rows null when none were compared
   * @param copies null when no content was seen
   */
  static Inference.Knowledge of(Inference.Knowledge models, RowFlows rows, ContentCopies copies) {
    return rows == null && (copies == null || copies.flows().isEmpty())
        ? models
        : new Content(models, rows, copies);
  }

  @Override
  public boolean mayFeed(Access input, Access output) {
    boolean isExplained = isCopy(output) || rows != null && rows.isExplained(output);
    return !isExplained && (models == null || models.mayFeed(input, output));
  }

  private boolean isCopy(Access output) {
    return copies != null && copies.isExplained(output);
  }

  @Override
  public List<Flow> flows(List<Access> outputs) {
    Set<DatasetId> copied = new HashSet<DatasetId>();
    Set<DatasetId> explained = new HashSet<DatasetId>();
    for (Access output : outputs) {
      if (isCopy(output)) {
        copied.add(output.id());
      }
      if (rows != null && rows.isExplained(output)) {
        explained.add(output.id());
      }
    }
    List<Flow> flows = new ArrayList<Flow>();
    if (copies != null) {
      flows.addAll(copies.flows());
    }
    List<Flow> others = new ArrayList<Flow>();
    if (rows != null) {
      others.addAll(rows.flows());
    }
    if (models != null) {
      for (Flow flow : models.flows(outputs)) {
        if (!flow.isCandidate() || !explained.contains(flow.output())) {
          others.add(flow);
        }
      }
    }
    for (Flow flow : others) {
      if (!copied.contains(flow.output())) {
        flows.add(flow);
      }
    }
    return flows;
  }
}
