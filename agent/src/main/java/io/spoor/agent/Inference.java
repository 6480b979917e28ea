package io.spoor.agent;

import io.spoor.ledger.Access;
import io.spoor.ledger.Edge;
import io.spoor.ledger.Ledger;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which input reached which output, as far as statements, copies and time tell. An output that the
 * job wrote itself can only come from inputs whose first read precedes its last write; if there is
 * one such input it is the source (rung exclusive), if there are several nothing decides between
 * them, and they are candidates, never edges.
 */
final class Inference {

  /**
   * Measured on programs of known flow: the only feasible input is the source in 4 of 5 cases or
   * more.
   */
  private static final double EXCLUSIVE = 0.8;

  /** Candidates listed for one output: more tell nobody more, and would grow with the square. */
  private static final int MOST_CANDIDATES = 50;

  private Inference() {}

  /** All flows of a unit, edges and candidates. */
  static List<Flow> infer(Ledger ledger) {
    List<Flow> flows = new ArrayList<Flow>();
    List<Access> inputs = ledger.inputs();
    Map<Access, List<Edge>> edges = byOutput(ledger.edges());
    Bookkeeping bookkeeping = Bookkeeping.of(ledger.outputs());
    for (Access output : ledger.outputs()) {
      Map<Access, List<Evidence>> certain = certain(edges.get(output));
      for (Map.Entry<Access, List<Evidence>> entry : certain.entrySet()) {
        flows.add(new Flow(entry.getKey().id(), output.id(), entry.getValue(), 1.0));
      }
      if (output.isThroughJob() && !bookkeeping.owns(output)) {
        addInferred(flows, feasible(inputs, output, bookkeeping), certain, output);
      }
    }
    return flows;
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

  private static Map<Access, List<Evidence>> certain(List<Edge> edges) {
    Map<Access, List<Evidence>> evidence = new LinkedHashMap<Access, List<Evidence>>();
    if (edges == null) {
      return evidence;
    }
    for (Edge edge : edges) {
      List<Evidence> all = evidence.get(edge.input());
      if (all == null) {
        all = new ArrayList<Evidence>(2);
        evidence.put(edge.input(), all);
      }
      all.add(new Evidence(edge.rung(), edge.detail()));
    }
    return evidence;
  }

  private static List<Access> feasible(
      List<Access> inputs, Access output, Bookkeeping bookkeeping) {
    List<Access> feasible = new ArrayList<Access>();
    for (Access input : inputs) {
      if (input.isThroughJob()
          && input.first() <= output.last()
          && !bookkeeping.owns(input)
          && !input.id().equals(output.id())) {
        feasible.add(input);
      }
    }
    return feasible;
  }

  private static void addInferred(
      List<Flow> flows, List<Access> feasible, Map<Access, List<Evidence>> certain, Access output) {
    if (feasible.size() == 1) {
      Access only = feasible.get(0);
      if (!certain.containsKey(only)) {
        flows.add(
            new Flow(
                only.id(),
                output.id(),
                Collections.singletonList(
                    new Evidence(Rung.EXCLUSIVE, "the only input read before its last write")),
                EXCLUSIVE));
      }
      return;
    }
    for (Access input : feasible.subList(0, Math.min(feasible.size(), MOST_CANDIDATES))) {
      if (!certain.containsKey(input)) {
        flows.add(
            new Flow(
                input.id(),
                output.id(),
                Collections.singletonList(
                    new Evidence(
                        Rung.CANDIDATE, "one of " + feasible.size() + " inputs read before")),
                1.0 / feasible.size()));
      }
    }
  }
}
