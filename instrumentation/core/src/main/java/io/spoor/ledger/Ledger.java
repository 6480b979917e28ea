package io.spoor.ledger;

import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All accesses of one unit and the certain edges between them. Spoor's thread only. */
public final class Ledger {

  /** Column flows kept of one edge. */
  public static final int COLUMN_FLOWS_OF_EDGE = 2000;

  /** Column flows kept of all edges, some 3 MB; an event carries half of them. */
  public static final int COLUMN_FLOWS = 20000;

  private final Map<DatasetId, Access> inputs = new LinkedHashMap<DatasetId, Access>();
  private final Map<DatasetId, Access> outputs = new LinkedHashMap<DatasetId, Access>();
  private final Map<EdgeKey, Edge> edges = new LinkedHashMap<EdgeKey, Edge>();
  private final MemberRoom memberRoom = new MemberRoom();
  private final LeftOut columnsLeftOut = new LeftOut();
  private final LeftOut columnFlowsLeftOut = new LeftOut();
  private final int limit;
  private int columnFlows;
  private long dropped;

  /**
   * @param limit datasets a direction; what comes after is counted and dropped
   */
  public Ledger(int limit) {
    this.limit = limit;
  }

  /** The read access of a dataset; null when the limit is reached. */
  public Access input(DatasetId id, Access.Kind kind) {
    // What this unit made itself is known better than the text that reads it tells: a view.
    Access made = outputs.get(id);
    Access access = access(inputs, id, false, made == null ? kind : made.kind());
    if (access != null) {
      access.setGone(false);
    }
    return access;
  }

  /** The write access of a dataset; null when the limit is reached. */
  public Access output(DatasetId id, Access.Kind kind) {
    Access access = access(outputs, id, true, kind);
    if (access != null) {
      access.setGone(false);
    }
    return access;
  }

  private Access access(
      Map<DatasetId, Access> accesses, DatasetId id, boolean output, Access.Kind kind) {
    Access access = accesses.get(id);
    if (access == null) {
      if (accesses.size() >= limit) {
        dropped++;
        return null;
      }
      access = new Access(id, output, kind, columnsLeftOut);
      accesses.put(id, access);
    }
    return access;
  }

  /** Adds a certain edge of which no columns are known; once. A dataset never feeds itself. */
  public void edge(Access input, Access output, Rung rung, String detail) {
    edge(input, output, rung, detail, Collections.<ColumnFlow>emptyList());
  }

  /**
   * Adds a certain edge, or column flows to the one that is there. The columns become known as
   * columns of both ends. A dataset never feeds itself.
   *
   * @param input null, as from a full ledger, adds nothing
   * @param output likewise
   * @param detail what made the flow, null when there is nothing to add; the first one stays
   * @param columns named as the ends' columns are named elsewhere; empty when they are not known
   */
  public void edge(
      Access input, Access output, Rung rung, String detail, Collection<ColumnFlow> columns) {
    edge(input, output, rung, detail, columns, true);
  }

  /**
   * The same for an edge that may only decide on rows.
   *
   * @param direct whether values of the input are in the output; an edge that once was direct stays
   *     it
   */
  public void edge(
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
    if (edge.columns().size() >= COLUMN_FLOWS_OF_EDGE || columnFlows >= COLUMN_FLOWS) {
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

  /**
   * Makes a file a member of a dataset of several.
   *
   * @param access of the dataset; null, as from a full ledger, does nothing
   * @param name the file's own
   * @param reason what makes the members one dataset, for users
   */
  public void addMember(Access access, String name, String reason) {
    if (access != null) {
      members(access, reason).add(name);
    }
  }

  private Members members(Access access, String reason) {
    if (access.members() == null) {
      access.setMembers(new Members(access.id().name(), reason, memberRoom));
    }
    return access.members();
  }

  /**
   * Datasets of one direction turn out to be members of one.
   *
   * @param names of those that have been datasets of their own so far
   * @param output which direction
   */
  public void fold(Collection<DatasetId> names, DatasetId into, boolean output, String reason) {
    Map<DatasetId, Access> accesses = output ? outputs : inputs;
    Access whole = accesses.get(into);
    for (DatasetId name : names) {
      Access member = accesses.remove(name);
      if (member == null) {
        continue;
      }
      if (whole == null) {
        whole = new Access(into, output, member.kind(), columnsLeftOut);
        accesses.put(into, whole);
      }
      members(whole, reason).add(name.name());
      whole.merge(member);
    }
    relink();
  }

  /** Edges of accesses that have become a part of others are edges of those. */
  private void relink() {
    for (Edge edge : new ArrayList<Edge>(edges.values())) {
      Access from = edge.input().current();
      Access to = edge.output().current();
      if (from != edge.input() || to != edge.output()) {
        columnFlows -= edge.columns().size();
        edges.remove(new EdgeKey(edge.input(), edge.output(), edge.rung()));
        edge(from, to, edge.rung(), edge.detail(), edge.columns(), edge.isDirect());
      }
    }
  }

  /** The write access of a dataset as far as there is one; null when there is none. */
  public Access knownOutput(DatasetId id) {
    return outputs.get(id);
  }

  /** The same of reading. */
  public Access knownInput(DatasetId id) {
    return inputs.get(id);
  }

  /** A file that this unit wrote is a member of a dataset of several no more; whether it was. */
  public boolean removeMember(Access access, String name) {
    return access.members() != null && access.members().remove(name);
  }

  /** Whether this unit wrote a file as a member of a dataset. */
  public boolean isMember(Access access, String name) {
    return access.members() != null && access.members().contains(name);
  }

  /** Whether this unit wrote a dataset that still exists. */
  public boolean wrote(DatasetId id) {
    Access output = outputs.get(id);
    return output != null && output.isUsed();
  }

  /**
   * What this unit wrote under one name has another now: written to a temporary name and renamed.
   */
  public void rename(DatasetId from, DatasetId to) {
    Access moved = outputs.remove(from);
    if (moved != null) {
      Access there = outputs.get(to);
      if (there != null && there.members() != null) {
        there.merge(moved);
        relink();
      } else {
        // It takes the place of what was there.
        moved.renamed(to);
        if (there != null) {
          forget(null, there);
          moved.merge(there);
        }
        outputs.put(to, moved);
      }
    }
    Access read = inputs.remove(from);
    if (read != null) {
      // Read back under the temporary name: the same data.
      Access there = inputs.get(to);
      read.renamed(to);
      if (there == null) {
        inputs.put(to, read);
      } else {
        there.merge(read);
        relink();
      }
    }
  }

  /** A dataset was deleted; what this unit itself had written is then no output, nor an input. */
  public void delete(DatasetId id) {
    Access output = outputs.get(id);
    if (output == null || !output.isUsed()) {
      return;
    }
    output.setGone(true);
    Access input = inputs.get(id);
    if (input != null && input.first() > output.first()) {
      // Read back what it had written; what was there before it wrote stays an input.
      input.setGone(true);
    }
    bridge(input, output);
    forget(input, output);
    // Their streams may still be open, and count to what is gone.
    outputs.remove(id);
    if (input != null && input.isGone()) {
      inputs.remove(id);
    }
  }

  /** What fed a dataset that is gone does not feed one that is made later under its name. */
  private void forget(Access readBack, Access gone) {
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
  private void bridge(Access readBack, Access gone) {
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
          edge(
              in.input(),
              out.output(),
              in.rung(),
              "through a temporary " + stop,
              ColumnPaths.through(in, out, COLUMN_FLOWS_OF_EDGE),
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

  /** Read accesses with something read, in order of first sight. */
  public List<Access> inputs() {
    return used(inputs.values());
  }

  /** Write accesses with something written, in order of first sight. */
  public List<Access> outputs() {
    return used(outputs.values());
  }

  /** All accesses, whatever became of them. */
  public List<Access> all() {
    List<Access> all = new ArrayList<Access>(inputs.values());
    all.addAll(outputs.values());
    return all;
  }

  /** An access turned out to be to something that is no dataset. */
  public void leaveOut(Access access) {
    access.setGone(true);
  }

  private static List<Access> used(Collection<Access> accesses) {
    List<Access> used = new ArrayList<Access>(accesses.size());
    for (Access access : accesses) {
      if (access.isUsed()) {
        used.add(access);
      }
    }
    return used;
  }

  /** Certain edges whose ends both still exist. */
  public List<Edge> edges() {
    List<Edge> live = new ArrayList<Edge>(edges.size());
    for (Edge edge : edges.values()) {
      boolean exists = edge.input().isUsed() && edge.output().isUsed();
      if (exists && !edge.input().id().equals(edge.output().id())) {
        live.add(edge);
      }
    }
    return live;
  }

  /**
   * About how many bytes the ledger holds: objects by their usual size on a 64-bit JVM, texts by
   * their length.
   */
  public long heapBytes() {
    long bytes = 64L * edges.size();
    for (Access access : all()) {
      bytes += access.heapBytes();
    }
    return bytes;
  }

  /** Accesses that were not kept because of the limit. */
  public long dropped() {
    return dropped;
  }

  /** Columns of datasets that were not kept because of the limit. */
  public long columnsDropped() {
    return columnsLeftOut.count();
  }

  /** Column flows that were not kept because of the limits. */
  public long columnFlowsDropped() {
    return columnFlowsLeftOut.count();
  }

  /** Whether no data was read or written: a program alone is none, nor is what was only opened. */
  public boolean isEmpty() {
    for (Access input : inputs()) {
      if (input.program() == null && !input.isEmpty()) {
        return false;
      }
    }
    return outputs().isEmpty();
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
