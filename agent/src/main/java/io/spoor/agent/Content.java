package io.spoor.agent;

import io.spoor.flow.RowFlows;
import io.spoor.ledger.Access;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * What inference knows beyond the ledger: models, and what sampled rows of inputs and outputs have
 * in common. Spoor's thread only.
 */
final class Content implements Inference.Knowledge {

  private final Inference.Knowledge models;
  private final RowFlows rows;

  /**
   * @param models null when there are none
   */
  private Content(Inference.Knowledge models, RowFlows rows) {
    this.models = models;
    this.rows = rows;
  }

  /** Null when there is nothing to know. */
  static Inference.Knowledge of(Inference.Knowledge models, RowFlows rows) {
    return rows == null ? models : new Content(models, rows);
  }

  @Override
  public boolean mayFeed(Access input, Access output) {
    return !rows.isExplained(output) && (models == null || models.mayFeed(input, output));
  }

  @Override
  public List<Flow> flows(List<Access> outputs) {
    List<Flow> flows = new ArrayList<Flow>(rows.flows());
    if (models != null) {
      flows.addAll(models.flows(outputs));
    }
    return flows;
  }
}
