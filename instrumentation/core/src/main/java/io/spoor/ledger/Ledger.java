package io.spoor.ledger;

import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
  private final Edges edges = new Edges();
  private final MemberRoom memberRoom = new MemberRoom();
  private final LeftOut columnsLeftOut = new LeftOut();
  private final int limit;
  private Transactions transactions;
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
    edges.add(input, output, rung, detail, columns, direct);
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
    edges.relink();
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

  /**
   * What this unit wrote under one name has another now: written to a temporary name and renamed.
   */
  public void rename(DatasetId from, DatasetId to) {
    Access moved = outputs.remove(from);
    if (moved != null) {
      Access there = outputs.get(to);
      if (there != null && there.members() != null) {
        there.merge(moved);
        edges.relink();
      } else {
        // It takes the place of what was there.
        if (moved.members() != null && moved.members().count() == 0) {
          // All of them went to one file, which has none.
          moved.setMembers(null);
        }
        moved.renamed(to);
        if (there != null) {
          edges.forget(null, there);
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
        edges.relink();
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
    edges.bridge(input, output);
    edges.forget(input, output);
    // Their streams may still be open, and count to what is gone.
    outputs.remove(id);
    if (input != null && input.isGone()) {
      inputs.remove(id);
    }
  }

  /** Takes over all accesses and certain edges of another unit, which is over. */
  public void absorb(Ledger other) {
    List<Edge> told = other.edges();
    for (Access each : other.inputs()) {
      Access own = input(each.id(), each.kind());
      if (own != null) {
        own.merge(each);
      }
    }
    for (Access each : other.outputs()) {
      Access own = output(each.id(), each.kind());
      if (own != null) {
        own.merge(each);
      }
    }
    for (Edge edge : told) {
      Access input = edge.input().current();
      Access output = edge.output().current();
      if (input != edge.input() && output != edge.output()) {
        edges.add(input, output, edge.rung(), edge.detail(), edge.columns(), edge.isDirect());
      }
    }
  }

  /** What was read and written in one transaction. */
  public void transaction(Collection<Access> read, Collection<Access> written) {
    if (transactions == null) {
      transactions = new Transactions();
    }
    transactions.add(read, written);
  }

  /** Null while none is known. */
  public Transactions transactions() {
    return transactions;
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
    return edges.live();
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
    return edges.columnFlowsDropped();
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
}
