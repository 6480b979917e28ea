package io.spoor.agent;

import io.spoor.flow.RowFlows;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Rung;
import io.spoor.model.UnexplainedColumn;
import io.spoor.openlineage.RefutedRunFacet;
import io.spoor.openlineage.UnexplainedRunFacet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comparing rows says beside the edges: which columns of outputs nothing explains, and which
 * inputs are in none. What another rung tells all the same is not said to be unknown. Immutable.
 */
final class CounterEvidence {

  /** Columns and inputs in one event, each: a name and a reason of some 100 bytes. */
  private static final int MOST = 1000;

  private final List<UnexplainedColumn> unexplained = new ArrayList<UnexplainedColumn>();
  private final List<RefutedInput> refuted = new ArrayList<RefutedInput>();
  private long columnsDropped;
  private long inputsDropped;

  /**
   * @param rows null when no rows were compared
   * @param flows all that the event tells, edges and candidates
   */
  CounterEvidence(RowFlows rows, Ledger ledger, List<Flow> flows) {
    if (rows == null) {
      return;
    }
    Bookkeeping bookkeeping = Bookkeeping.of(ledger.outputs());
    Set<DatasetId> outputs = ids(ledger.outputs(), bookkeeping);
    Set<DatasetId> inputs = ids(ledger.inputs(), bookkeeping);
    Set<String> known = new HashSet<String>();
    Set<String> told = new HashSet<String>();
    for (Flow flow : flows) {
      told.add(pair(flow.output(), flow.input().toString()));
      for (ColumnFlow column : flow.columns()) {
        List<Evidence> why = column.belief() == null ? flow.evidence() : column.belief().evidence();
        // What statements and copies say; what rows say has been weighed.
        boolean isStated = why.get(0).rung().compareTo(Rung.COPY) <= 0;
        if (column.output() != null && isStated) {
          known.add(pair(flow.output(), column.output()));
        }
      }
    }
    for (UnexplainedColumn each : rows.unexplained()) {
      boolean isOpen = !known.contains(pair(each.output(), each.name()));
      if (isOpen && outputs.contains(each.output())) {
        columnsDropped += add(unexplained, each);
      }
    }
    for (RefutedInput each : rows.refuted()) {
      boolean isOpen = !told.contains(pair(each.output(), each.input().toString()));
      if (isOpen && outputs.contains(each.output()) && inputs.contains(each.input())) {
        inputsDropped += add(refuted, each);
      }
    }
  }

  private static <T> int add(List<T> list, T one) {
    if (list.size() == MOST) {
      return 1;
    }
    list.add(one);
    return 0;
  }

  /** Data of the job's own. */
  private static Set<DatasetId> ids(Collection<Access> accesses, Bookkeeping bookkeeping) {
    Set<DatasetId> ids = new HashSet<DatasetId>();
    for (Access access : accesses) {
      if (access.program() == null && !bookkeeping.owns(access)) {
        ids.add(access.id());
      }
    }
    return ids;
  }

  private static String pair(DatasetId output, String with) {
    return output + "\n" + with;
  }

  /** The facets that tell it; empty when there is nothing to tell. */
  List<Facet> facets() {
    List<Facet> facets = new ArrayList<Facet>(2);
    if (!unexplained.isEmpty()) {
      facets.add(new UnexplainedRunFacet(unexplained));
    }
    if (!refuted.isEmpty()) {
      facets.add(new RefutedRunFacet(refuted));
    }
    return facets;
  }

  /** Counts what found no room. */
  void count(Map<String, Long> dropped) {
    if (columnsDropped > 0) {
      dropped.put("unexplainedColumns", columnsDropped);
    }
    if (inputsDropped > 0) {
      dropped.put("refutedInputs", inputsDropped);
    }
  }
}
