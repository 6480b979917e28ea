package io.spoor.agent;

import io.spoor.ledger.Access;
import io.spoor.ledger.Edge;
import io.spoor.ledger.Ledger;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which input reached which output, as far as statements, copies and time tell. An output that the
 * job wrote itself can only come from inputs whose first read precedes its last write; if there is
 * one such input it is the source (rung exclusive), if there are several nothing decides between
 * them, and they are candidates, never edges; transactions may leave fewer of these.
 */
final class Inference {

  /**
   * Measured on programs of known flow: the only feasible input is the source in 4 of 5 cases or
   * more.
   */
  static final double EXCLUSIVE = 0.8;

  /** Candidates listed for one output: more tell nobody more, and would grow with the square. */
  static final int MOST_CANDIDATES = 50;

  /** What libraries tell beyond the ledger. */
  interface Knowledge {

    /** Whether an input can be in an output, as far as it came to it through the job's code. */
    boolean mayFeed(Access input, Access output);

    /**
     * Flows into models and through those that predicted.
     *
     * @param outputs that were written in this run
     */
    List<Flow> flows(List<Access> outputs);
  }

  private Inference() {}

  /**
   * All flows of a unit, edges and candidates.
   *
   * @param knowledge null where no library tells anything
   */
  static List<Flow> infer(Ledger ledger, Knowledge knowledge) {
    List<Flow> flows = new ArrayList<Flow>();
    List<Access> inputs = ledger.inputs();
    Map<Access, List<Edge>> edges = byOutput(ledger.edges());
    Bookkeeping bookkeeping = Bookkeeping.of(ledger.outputs());
    List<Flow> told =
        knowledge == null
            ? Collections.<Flow>emptyList()
            : knowledge.flows(written(ledger, bookkeeping));
    for (Access output : ledger.outputs()) {
      Map<DatasetId, Certain> certain = certain(edges.get(output));
      for (Map.Entry<DatasetId, Certain> entry : certain.entrySet()) {
        Certain known = entry.getValue();
        List<ColumnFlow> columns = known.columns();
        if (columns.isEmpty() && known.evidence.get(0).rung() == Rung.LIBRARY) {
          // The library knows which file it is, the rows say which of its columns.
          columns = columns(told, entry.getKey(), output.id());
        }
        flows.add(
            new Flow(entry.getKey(), output.id(), known.evidence, 1.0, columns, known.direct));
      }
      Set<DatasetId> sources = new LinkedHashSet<DatasetId>();
      boolean partly = false;
      for (Flow flow : told) {
        boolean isNew = !certain.containsKey(flow.input());
        if (flow.output().equals(output.id()) && sources.add(flow.input()) && isNew) {
          flows.add(flow);
        }
        Rung rung = flow.evidence().get(0).rung();
        partly |= flow.output().equals(output.id()) && rung != Rung.LIBRARY;
      }
      if (output.isThroughJob() && !bookkeeping.owns(output)) {
        List<Access> feasible = feasible(inputs, output, bookkeeping);
        Collection<Access> elsewhere =
            ledger.transactions() == null
                ? Collections.<Access>emptyList()
                : new TransactionBound(ledger.transactions(), bookkeeping)
                    .elsewhere(output, feasible, sources);
        int aside = 0;
        for (Iterator<Access> each = feasible.iterator(); each.hasNext(); ) {
          Access input = each.next();
          if (sources.contains(input.id())
              || knowledge != null && !knowledge.mayFeed(input, output)) {
            each.remove();
          } else if (elsewhere.contains(input)) {
            each.remove();
            aside++;
          }
        }
        addInferred(flows, feasible, certain, output, partly, aside);
      }
    }
    return flows;
  }

  private static List<ColumnFlow> columns(List<Flow> told, DatasetId input, DatasetId output) {
    for (Flow flow : told) {
      if (flow.input().equals(input) && flow.output().equals(output)) {
        return flow.columns();
      }
    }
    return Collections.emptyList();
  }

  private static List<Access> written(Ledger ledger, Bookkeeping bookkeeping) {
    List<Access> written = new ArrayList<Access>();
    for (Access output : ledger.outputs()) {
      if (!bookkeeping.owns(output)) {
        written.add(output);
      }
    }
    return written;
  }

  /** What statements and copies tell of one input of an output. */
  private static final class Certain {
    final List<Evidence> evidence = new ArrayList<Evidence>(2);
    private final Map<ColumnFlow, List<Evidence>> columns =
        new LinkedHashMap<ColumnFlow, List<Evidence>>();
    boolean direct;

    void add(Edge edge) {
      direct |= edge.isDirect();
      Evidence more = new Evidence(edge.rung(), edge.detail());
      add(evidence, more);
      for (ColumnFlow column : edge.columns()) {
        List<Evidence> why = columns.get(column);
        if (why == null) {
          why = new ArrayList<Evidence>(1);
          columns.put(column, why);
        }
        add(why, more);
      }
    }

    private static void add(List<Evidence> evidence, Evidence more) {
      int place = 0;
      for (Evidence one : evidence) {
        if (one.text().equals(more.text())) {
          return;
        }
        // Strongest first, in order of sight within a rung.
        place += one.rung().compareTo(more.rung()) <= 0 ? 1 : 0;
      }
      evidence.add(place, more);
    }

    /** Each believed for what tells of it, where something else tells of other columns. */
    List<ColumnFlow> columns() {
      List<ColumnFlow> all = new ArrayList<ColumnFlow>(columns.size());
      for (Map.Entry<ColumnFlow, List<Evidence>> each : columns.entrySet()) {
        boolean isOwn = each.getValue().size() < evidence.size();
        all.add(isOwn ? each.getKey().believed(new Belief(1.0, each.getValue())) : each.getKey());
      }
      return all;
    }
  }

  private static Map<Access, List<Edge>> byOutput(List<Edge> edges) {
    Map<Access, List<Edge>> byOutput = new IdentityHashMap<Access, List<Edge>>();
    for (Edge edge : edges) {
      List<Edge> into = byOutput.get(edge.output());
      if (into == null) {
        into = new ArrayList<Edge>(2);
        byOutput.put(edge.output(), into);
      }
      into.add(edge);
    }
    return byOutput;
  }

  /** By name of the input: one that was renamed may have two accesses. */
  private static Map<DatasetId, Certain> certain(List<Edge> edges) {
    Map<DatasetId, Certain> certain = new LinkedHashMap<DatasetId, Certain>();
    if (edges == null) {
      return certain;
    }
    for (Edge edge : edges) {
      Certain known = certain.get(edge.input().id());
      if (known == null) {
        known = new Certain();
        certain.put(edge.input().id(), known);
      }
      known.add(edge);
    }
    return certain;
  }

  private static List<Access> feasible(
      List<Access> inputs, Access output, Bookkeeping bookkeeping) {
    List<Access> feasible = new ArrayList<Access>();
    for (Access input : inputs) {
      if (input.isThroughJob()
          && input.program() == null
          && input.first() <= output.last()
          && !bookkeeping.owns(input)
          && !input.id().equals(output.id())) {
        feasible.add(input);
      }
    }
    return feasible;
  }

  private static void addInferred(
      List<Flow> flows,
      List<Access> feasible,
      Map<DatasetId, Certain> certain,
      Access output,
      boolean partly,
      int aside) {
    // Beside an input that explains some columns the only other one need not explain the rest.
    int inputs = feasible.size() + (partly ? 1 : 0);
    // What another transaction read may be at hand still.
    int count = inputs + (aside > 0 ? 1 : 0);
    Evidence why =
        count == 1
            ? new Evidence(Rung.EXCLUSIVE, "the only input read before its last write")
            : several(count, aside);
    for (int i = 0; i < Math.min(feasible.size(), MOST_CANDIDATES); i++) {
      Access input = feasible.get(i);
      Certain known = certain.get(input.id());
      if (known != null && (known.direct || count == 1)) {
        // A statement lets it decide on rows and the job reads it too: one edge says enough.
        continue;
      }
      double confidence = count == 1 ? EXCLUSIVE : 1.0 / count;
      flows.add(new Flow(input.id(), output.id(), Collections.singletonList(why), confidence));
    }
  }

  private static Evidence several(int inputs, int aside) {
    List<String> figures =
        aside == 0
            ? Collections.<String>emptyList()
            : Collections.singletonList(TransactionBound.words(aside));
    return new Evidence(Rung.CANDIDATE, "one of " + inputs + " inputs read before", figures);
  }
}
