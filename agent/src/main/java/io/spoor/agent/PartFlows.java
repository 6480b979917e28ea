package io.spoor.agent;

import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of flows in calls of a service, each looked at by itself. Of all of them together
 * nothing follows: what one call read is not in what another one wrote. Spoor's thread only.
 */
final class PartFlows implements Inference.Knowledge {

  /** Pairs of datasets of one service. */
  private static final int MOST = 1000;

  private final Map<List<DatasetId>, Flow> flows = new LinkedHashMap<List<DatasetId>, Flow>();
  private final Inference.Knowledge others;

  PartFlows(PartFlows before, Inference.Knowledge others) {
    this.others = others;
    if (before != null) {
      flows.putAll(before.flows);
    }
  }

  /** Takes what was found in a call. */
  void add(List<Flow> found) {
    for (Flow flow : found) {
      List<DatasetId> pair = Arrays.asList(flow.input(), flow.output());
      Flow known = flows.get(pair);
      boolean isBetter = known == null || known.confidence() < flow.confidence();
      if (isBetter && (known != null || flows.size() < MOST)) {
        flows.put(pair, flow);
      }
    }
  }

  @Override
  public boolean mayFeed(Access input, Access output) {
    return false;
  }

  @Override
  public List<Flow> flows(List<Access> outputs) {
    Map<List<DatasetId>, Flow> all = new LinkedHashMap<List<DatasetId>, Flow>(flows);
    if (others != null) {
      for (Flow flow : others.flows(outputs)) {
        List<DatasetId> pair = Arrays.asList(flow.input(), flow.output());
        Flow known = all.get(pair);
        if (known == null || known.confidence() < flow.confidence()) {
          all.put(pair, flow);
        }
      }
    }
    return new ArrayList<Flow>(all.values());
  }
}
