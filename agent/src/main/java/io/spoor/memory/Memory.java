package io.spoor.memory;

import io.spoor.boot.record.Effort;
import io.spoor.flow.RowFlows;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.log.Log;
import io.spoor.model.DatasetId;
import io.spoor.model.Flow;
import io.spoor.model.Resemblance;
import io.spoor.store.Home;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this job remembers of its earlier runs, and all jobs of what they wrote. */
public final class Memory {

  /** What the mark of a salt is a hash of. */
  private static final long MARK = 0x53504F4F52L;

  private final KeyedHash key;
  private final MemoryFolder folder;
  private final JobMemory before;
  private final List<String> complaints = new ArrayList<String>();
  private long leftOut;

  private Memory(KeyedHash key, File where, long days, String namespace, String name) {
    this.key = key;
    this.folder = new MemoryFolder(where, days, complaints);
    JobMemory known = folder.of(namespace, name);
    long mark = key.of(MARK);
    // Verdicts hold whatever the salt is; values under another one are replaced run by run.
    before =
        known == null
            ? new JobMemory(
                namespace,
                name,
                mark,
                Collections.<DatasetId, RememberedInput>emptyMap(),
                Collections.<DatasetId, RememberedOutput>emptyMap())
            : known.mark == mark ? known : withoutColumns(known, mark);
  }

  private static JobMemory withoutColumns(JobMemory known, long mark) {
    Map<DatasetId, RememberedOutput> outputs = new LinkedHashMap<DatasetId, RememberedOutput>();
    for (RememberedOutput each : known.outputs.values()) {
      outputs.put(each.id, each.withoutColumns());
    }
    return new JobMemory(known.namespace, known.name, mark, known.inputs, outputs);
  }

  /**
   * Opens it.
   *
   * @param salt one without a problem
   * @param days after which what was not used is forgotten
   */
  public static Memory open(Salt salt, File home, long days, String namespace, String name) {
    return new Memory(salt.hash(), new Home(home).memory(), days, namespace, name);
  }

  /**
   * How much to keep of rows of some datasets.
   *
   * @param written whether they are written, not read
   */
  public Effort effort(Collection<DatasetId> ids, boolean written) {
    return written ? before.ofWritten(ids) : before.ofRead(ids);
  }

  /**
   * Inputs that hold what other jobs wrote under other names.
   *
   * @param until System.nanoTime() at which the rest is left
   */
  public List<Resemblance> recall(List<RowSide> inputs, Ledger ledger, long until) {
    Set<DatasetId> own = new HashSet<DatasetId>();
    for (Access output : ledger.outputs()) {
      own.add(output.id());
    }
    Recall recall = new Recall(key, before.mark, inputs, own);
    leftOut += recall.look(folder.files(), folder.oldest(), until);
    leftOut += recall.leftOut();
    return recall.resemblances();
  }

  /**
   * Remembers a run that is over.
   *
   * @param outputs rows that were written
   * @param rows null when none were compared
   * @param flows all that the run told, edges and candidates
   */
  public void keep(
      long millis, Ledger ledger, List<RowSide> outputs, RowFlows rows, List<Flow> flows) {
    Learnt learnt = new Learnt(before, key, millis, rows, flows);
    learnt.take(outputs);
    int without = folder.save(learnt.memory(ledger, folder.oldest()));
    if (without > 0) {
      complaints.add(
          "Of "
              + without
              + " datasets of this job nothing is remembered: a job has room for "
              + MemoryText.MOST / 1024
              + " KB.");
    }
  }

  /** Memories and resemblances that there was no time or room for. */
  public long leftOut() {
    return leftOut;
  }

  /** Tells what went wrong, each thing once. */
  public void tell(Log log) {
    for (String complaint : complaints) {
      log.warn(complaint);
    }
    complaints.clear();
  }
}
