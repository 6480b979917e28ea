package io.spoor.memory;

import io.spoor.flow.ColumnValues;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;
import io.spoor.model.Resemblance;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks in the memories of all jobs for datasets whose values are in this run's inputs, under
 * another name. Of an input's values only those are compared that must be there if all of them came
 * from the dataset: a part of it is recognised, a mixture with others is not. Not thread-safe.
 */
final class Recall {

  /** Values that are the same, at least. */
  static final int FEWEST = 10;

  /** Of the values that are compared so many are the same. */
  private static final double SHARE = 0.9;

  /** Datasets that are told for one input: those that have most in common with it. */
  private static final int MOST = 5;

  private final KeyedHash key;
  private final long mark;
  private final List<ColumnValues> columns = new ArrayList<ColumnValues>();

  /** Of each value of an input, keyed, in which columns it is. */
  private final Map<Long, int[]> holders = new HashMap<Long, int[]>();

  private final Map<DatasetId, List<Resemblance>> found =
      new LinkedHashMap<DatasetId, List<Resemblance>>();

  /**
   * @param inputs rows that were read
   * @param own datasets that the run wrote itself: where their values come from is known
   */
  Recall(KeyedHash key, long mark, List<RowSide> inputs, Set<DatasetId> own) {
    this.key = key;
    this.mark = mark;
    for (RowSide input : inputs) {
      for (ColumnValues values : ColumnValues.of(input)) {
        Access access = values.access();
        boolean isWanted =
            !access.isGone() && access.program() == null && !own.contains(access.id());
        if (isWanted && values.size() >= FEWEST) {
          add(values);
        }
      }
    }
  }

  private void add(ColumnValues values) {
    int number = columns.size();
    columns.add(values);
    for (int i = 0; i < values.size(); i++) {
      long keyed = key.of(values.hash(i));
      int[] before = holders.get(keyed);
      int[] more = before == null ? new int[1] : java.util.Arrays.copyOf(before, before.length + 1);
      more[more.length - 1] = number;
      holders.put(keyed, more);
    }
  }

  /**
   * Looks through memories.
   *
   * @param oldest when a dataset must have been written, in milliseconds since 1970
   * @param until System.nanoTime() at which the rest is left
   * @return how many were left
   */
  int look(List<File> memories, long oldest, long until) {
    int left = 0;
    for (File file : memories) {
      if (columns.isEmpty()) {
        return 0;
      }
      if (System.nanoTime() - until > 0) {
        left++;
        continue;
      }
      JobMemory memory = MemoryFolder.peek(file);
      if (memory != null && memory.mark == mark) {
        for (RememberedOutput output : memory.outputs.values()) {
          if (output.millis >= oldest) {
            compare(memory, output);
          }
        }
      }
    }
    return left;
  }

  private void compare(JobMemory memory, RememberedOutput output) {
    Map<DatasetId, Map<String, Resemblance.Pair>> pairs =
        new LinkedHashMap<DatasetId, Map<String, Resemblance.Pair>>();
    Set<DatasetId> telling = new HashSet<DatasetId>();
    for (RememberedColumn column : output.columns) {
      int[] counts = new int[columns.size()];
      for (long keyed : column.hashes) {
        int[] in = holders.get(keyed);
        for (int i = 0; in != null && i < in.length; i++) {
          counts[in[i]]++;
        }
      }
      for (int i = 0; i < counts.length; i++) {
        DatasetId input = columns.get(i).access().id();
        // What the job read itself is where its output comes from, not the other way round.
        boolean isOther = !input.equals(output.id) && !memory.inputs.containsKey(input);
        Resemblance.Pair pair =
            counts[i] >= FEWEST && isOther ? pair(columns.get(i), column) : null;
        if (pair == null) {
          continue;
        }
        if (column.isTelling) {
          telling.add(input);
        }
        Map<String, Resemblance.Pair> ofInput = pairs.get(input);
        if (ofInput == null) {
          ofInput = new LinkedHashMap<String, Resemblance.Pair>();
          pairs.put(input, ofInput);
        }
        Resemblance.Pair before = ofInput.get(pair.column());
        if (before == null || isBetter(pair, before)) {
          ofInput.put(pair.column(), pair);
        }
      }
    }
    for (DatasetId input : telling) {
      List<Resemblance> ofInput = found.get(input);
      if (ofInput == null) {
        ofInput = new ArrayList<Resemblance>();
        found.put(input, ofInput);
      }
      ofInput.add(
          new Resemblance(
              input,
              memory.namespace,
              memory.name,
              output.id,
              output.millis,
              new ArrayList<Resemblance.Pair>(pairs.get(input).values())));
    }
  }

  private static boolean isBetter(Resemblance.Pair pair, Resemblance.Pair than) {
    boolean isCalled = pair.column().equalsIgnoreCase(pair.written());
    return pair.agreeing() > than.agreeing() || pair.agreeing() == than.agreeing() && isCalled;
  }

  private Resemblance.Pair pair(ColumnValues values, RememberedColumn column) {
    int compared = 0;
    int agreeing = 0;
    long begin = column.begin == 0 ? Long.MAX_VALUE : Math.min(column.begin, values.begin());
    for (int i = 0; i < values.size() && values.rank(i) < column.below; i++) {
      if (values.place(i) < begin) {
        compared++;
        agreeing += column.has(key.of(values.hash(i))) ? 1 : 0;
      }
    }
    return agreeing < FEWEST || agreeing < SHARE * compared
        ? null
        : new Resemblance.Pair(values.name(), column.name, agreeing, compared);
  }

  /** What was found, by input, the nearest first. */
  List<Resemblance> resemblances() {
    List<Resemblance> all = new ArrayList<Resemblance>();
    for (List<Resemblance> ofInput : found.values()) {
      Collections.sort(ofInput, new Nearest());
      all.addAll(ofInput.subList(0, Math.min(MOST, ofInput.size())));
    }
    return all;
  }

  /** How many were found beyond those that are told. */
  int leftOut() {
    int leftOut = 0;
    for (List<Resemblance> ofInput : found.values()) {
      leftOut += Math.max(0, ofInput.size() - MOST);
    }
    return leftOut;
  }

  /** More columns, then more values, then the later ones come first. */
  private static final class Nearest implements Comparator<Resemblance> {
    @Override
    public int compare(Resemblance one, Resemblance other) {
      int order = Integer.compare(other.columns().size(), one.columns().size());
      order = order == 0 ? Integer.compare(agreeing(other), agreeing(one)) : order;
      order = order == 0 ? Long.compare(other.millis(), one.millis()) : order;
      return order == 0 ? one.written().compareTo(other.written()) : order;
    }

    private static int agreeing(Resemblance of) {
      int agreeing = 0;
      for (Resemblance.Pair pair : of.columns()) {
        agreeing += pair.agreeing();
      }
      return agreeing;
    }
  }
}
