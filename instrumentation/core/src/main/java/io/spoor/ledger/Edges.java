package io.spoor.ledger;

import io.spoor.model.ColumnFlow;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The certain edges of a unit, each once, with the columns that are known. Spoor's thread only. */
final class Edges {

  private final Map<EdgeKey, Edge> edges = new LinkedHashMap<EdgeKey, Edge>();
  private final LeftOut columnFlowsLeftOut = new LeftOut();
  private int columnFlows;

  /** See {@link Ledger#edge}. */
  void add(
      Access input,
      Access output,
      Rung rung,
      String detail,
      Collection<ColumnFlow> columns,
      boolean direct) {
    if (input == null || output == null || input.id().equals(output.id())) {
      return;
    }
    EdgeKey key = new EdgeKey(input, output, rung);
    Edge edge = edges.get(key);
    if (edge == null) {
      edge = new Edge(input, output, rung, detail);
      edges.put(key, edge);
    }
    if (direct) {
      edge.setDirect();
    }
    for (ColumnFlow column : columns) {
      add(edge, column);
    }
  }

  private void add(Edge edge, ColumnFlow column) {
    if (edge.has(column)) {
      return;
    }
    if (edge.columns().size() >= Ledger.COLUMN_FLOWS_OF_EDGE
        || columnFlows >= Ledger.COLUMN_FLOWS) {
      columnFlowsLeftOut.add(edge, column);
      return;
    }
    columnFlows++;
    edge.add(column);
    edge.input().addColumn(new Column(column.input(), null));
    if (column.output() != null) {
      edge.output().addColumn(new Column(column.output(), null));
    }
  }

  /** Edges of accesses that have become a part of others are edges of those. */
  void relink() {
    for (Edge edge : new ArrayList<Edge>(edges.values())) {
      Access from = edge.input().current();
      Access to = edge.output().current();
      if (from != edge.input() || to != edge.output()) {
        columnFlows -= edge.columns().size();
        edges.remove(new EdgeKey(edge.input(), edge.output(), edge.rung()));
        add(from, to, edge.rung(), edge.detail(), edge.columns(), edge.isDirect());
      }
    }
  }

  /** What fed a dataset that is gone does not feed one that is made later under its name. */
  void forget(Access readBack, Access gone) {
    Iterator<Edge> all = edges.values().iterator();
    while (all.hasNext()) {
      Edge edge = all.next();
      boolean wasReadBack = readBack != null && edge.input() == readBack && readBack.isGone();
      if (edge.output() == gone || wasReadBack) {
        columnFlows -= edge.columns().size();
        all.remove();
      }
    }
  }

  /** Certain edges into and out of a dataset that is gone meet: it was only a stop on the way. */
  void bridge(Access readBack, Access gone) {
    String stop = gone.kind() == Access.Kind.FILE ? "file" : "table";
    for (Edge out : new ArrayList<Edge>(edges.values())) {
      if (readBack == null || out.input() != readBack) {
        continue;
      }
      boolean explained = false;
      for (Edge in : new ArrayList<Edge>(edges.values())) {
        // What was first read after the last write at the end cannot be in it.
        boolean inTime = in.input().first() <= out.output().last();
        if (in.output() == gone && inTime) {
          add(
              in.input(),
              out.output(),
              in.rung(),
              "through a temporary " + stop,
              ColumnPaths.through(in, out, Ledger.COLUMN_FLOWS_OF_EDGE),
              in.isDirect() && out.isDirect());
          explained = true;
        }
      }
      if (!explained && gone.isThroughJob()) {
        // The job wrote it itself: so its copy is, as far as its sources go, written by the job.
        out.output().throughJob();
      }
    }
  }

  /** Edges whose ends both still exist. */
  List<Edge> live() {
    List<Edge> live = new ArrayList<Edge>(edges.size());
    for (Edge edge : edges.values()) {
      boolean exists = edge.input().isUsed() && edge.output().isUsed();
      if (exists && !edge.input().id().equals(edge.output().id())) {
        live.add(edge);
      }
    }
    return live;
  }

  int size() {
    return edges.size();
  }

  /** Column flows that were not kept because of the limits. */
  long columnFlowsDropped() {
    return columnFlowsLeftOut.count();
  }

  /** An edge's ends, told apart by identity since they can be renamed, and its rung. */
  private static final class EdgeKey {

    private final Access input;
    private final Access output;
    private final Rung rung;

    EdgeKey(Access input, Access output, Rung rung) {
      this.input = input;
      this.output = output;
      this.rung = rung;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof EdgeKey
          && input == ((EdgeKey) other).input
          && output == ((EdgeKey) other).output
          && rung == ((EdgeKey) other).rung;
    }

    @Override
    public int hashCode() {
      int ends = System.identityHashCode(input) * 31 + System.identityHashCode(output);
      return ends * 31 + rung.ordinal();
    }
  }
}
