package io.spoor.flow;

import io.spoor.boot.record.RowStore;
import io.spoor.ledger.Access;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Explains the columns of sampled outputs by those of sampled inputs, with as few inputs as will
 * do. What two inputs explain equally well is explained by neither. Not thread-safe.
 */
public final class RowFlows {

  /** Evidence that a further input needs, beside the one that explains most. */
  private static final double FURTHER = 25;

  /** Two inputs are equally good when their evidence differs by less than this share. */
  private static final double TIE = 0.05;

  /** Inputs whose rows are in one output one after the other, at most. */
  private static final int ROUNDS = 5;

  /** Rows that are left, at least, to look for another input. */
  private static final int FEWEST = 5;

  /** Of the rows that both sides sampled by their values so many may be missing. */
  private static final double MISSING = 0.2;

  private final List<Flow> flows = new ArrayList<Flow>();
  private final Set<Access> explained = new LinkedHashSet<Access>();
  private final List<UnexplainedColumn> unexplained = new ArrayList<UnexplainedColumn>();
  private final List<RefutedInput> refuted = new ArrayList<RefutedInput>();
  private long unfinished;

  private static final class Candidate {
    final RowSide input;
    final RowLink link;

    Candidate(RowSide input, RowLink link) {
      this.input = input;
      this.link = link;
    }
  }

  private static final class Found {
    final Map<ColumnFlow, ColumnFlow> columns = new TreeMap<ColumnFlow, ColumnFlow>();
    Belief best;

    /** A pair that two statements show is believed for the stronger of the two. */
    void add(ColumnFlow column) {
      ColumnFlow before = columns.get(column);
      if (before == null || before.belief().confidence() < column.belief().confidence()) {
        columns.remove(column);
        columns.put(column, column);
      }
    }
  }

  /**
   * Compares all inputs with all outputs.
   *
   * @param until System.nanoTime() at which the rest is left
   */
  public RowFlows(List<RowSide> inputs, List<RowSide> outputs, long until) {
    Map<Access, List<RowSide>> byOutput = new LinkedHashMap<Access, List<RowSide>>();
    for (RowSide output : outputs) {
      for (Access access : output.accesses()) {
        List<RowSide> sides = byOutput.get(access);
        if (sides == null) {
          sides = new ArrayList<RowSide>();
          byOutput.put(access, sides);
        }
        sides.add(output);
      }
    }
    for (Map.Entry<Access, List<RowSide>> each : byOutput.entrySet()) {
      if (System.nanoTime() - until > 0) {
        unfinished++;
        continue;
      }
      Map<Access, Found> found = new LinkedHashMap<Access, Found>();
      boolean all = true;
      Unexplained left = new Unexplained(each.getKey(), FEWEST);
      for (RowSide output : each.getValue()) {
        all &= explain(inputs, output, each.getKey(), found, left);
      }
      tell(each.getKey(), found);
      if (all && !found.isEmpty()) {
        explained.add(each.getKey());
        refute(inputs, each.getKey(), found.keySet());
      }
      for (Found of : found.values()) {
        left.explainedBy(of.columns.keySet());
      }
      unexplained.addAll(left.columns());
    }
  }

  /** Outputs for which there was no time. */
  public long unfinished() {
    return unfinished;
  }

  /** Edges, each with the columns that are known. */
  public List<Flow> flows() {
    return flows;
  }

  /** Whether all columns of an output are explained: then no other input is in it. */
  public boolean isExplained(Access output) {
    return explained.contains(output);
  }

  /** Columns of outputs that vary and that no input was found for, those of an output together. */
  public List<UnexplainedColumn> unexplained() {
    return unexplained;
  }

  /** Inputs that were compared with an output whose columns others explain. */
  public List<RefutedInput> refuted() {
    return refuted;
  }

  /** All columns are explained: what else was compared is not in it. */
  private void refute(List<RowSide> inputs, Access target, Set<Access> sources) {
    Map<Access, Integer> compared = new LinkedHashMap<Access, Integer>();
    for (RowSide input : inputs) {
      for (Access access : input.accesses()) {
        Integer before = compared.get(access);
        compared.put(access, (before == null ? 0 : before) + input.table().size());
      }
    }
    for (Map.Entry<Access, Integer> each : compared.entrySet()) {
      Access input = each.getKey();
      boolean mayBe = !input.id().equals(target.id()) && input.first() <= target.last();
      boolean isSource = false;
      for (Access source : sources) {
        isSource |= source.id().equals(input.id());
      }
      if (mayBe && !isSource && each.getValue() >= FEWEST) {
        refuted.add(
            new RefutedInput(
                target.id(),
                input.id(),
                each.getValue(),
                "other inputs explain every column that varies; it explains none better"));
      }
    }
  }

  /** Adds what explains an output; whether that is all of its columns that vary. */
  private static boolean explain(
      List<RowSide> inputs,
      RowSide output,
      Access target,
      Map<Access, Found> found,
      Unexplained unexplained) {
    boolean[] known = new boolean[output.table().width()];
    String[] ties = new String[known.length];
    int[] left = all(output.table().size());
    boolean isClear = true;
    for (int round = 0; round < ROUNDS && left.length >= FEWEST; round++) {
      // What is not linked yet may come from elsewhere: a union.
      RowTable rows = round == 0 ? output.table() : output.table().some(left);
      List<Candidate> candidates = candidates(inputs, output, rows, left, target);
      boolean[] linked = new boolean[rows.size()];
      isClear &= explain(candidates, output, target, found, known, ties, linked, round == 0);
      int[] rest = unlinked(left, linked);
      if (rest.length == left.length) {
        break;
      }
      left = rest;
    }
    boolean all = isClear && isCovered(output.table(), left);
    for (int o = 0; o < known.length; o++) {
      boolean varies = output.table().byValue(o).size() > 1;
      all &= known[o] || !varies || output.columns(o).isEmpty();
      unexplained.looked(output, o, known[o], ties[o]);
    }
    return all;
  }

  /** Whether what two sides have both sampled by the values of keys is linked. */
  private static boolean isCovered(RowTable output, int[] left) {
    int sampled = 0;
    int missing = 0;
    for (int row = 0; row < output.size(); row++) {
      sampled += output.ordinal(row) >= RowStore.FIRST ? 1 : 0;
    }
    for (int row : left) {
      missing += output.ordinal(row) >= RowStore.FIRST ? 1 : 0;
    }
    return missing <= FEWEST || missing <= MISSING * sampled;
  }

  private static int[] all(int size) {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = i;
    }
    return all;
  }

  private static int[] unlinked(int[] rows, boolean[] linked) {
    int[] rest = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (!linked[i]) {
        rest[count++] = rows[i];
      }
    }
    return java.util.Arrays.copyOf(rest, count);
  }

  /** One round; whether no two inputs explained the same equally well. */
  private static boolean explain(
      List<Candidate> candidates,
      RowSide output,
      Access target,
      Map<Access, Found> found,
      boolean[] known,
      String[] ties,
      boolean[] linked,
      boolean isFirst) {
    boolean[] taken = new boolean[known.length];
    boolean first = isFirst;
    boolean isClear = true;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      List<ColumnMatch> columns = new ArrayList<ColumnMatch>();
      double bits = 0;
      for (ColumnMatch column : candidate.link.columns()) {
        if (!taken[column.output()]) {
          columns.add(column);
          bits += column.bits();
        }
      }
      if (columns.isEmpty() || !first && bits < FURTHER) {
        continue;
      }
      Candidate rival = rival(candidates, i, columns);
      boolean isTied = rival != null;
      for (ColumnMatch column : columns) {
        taken[column.output()] = true;
        if (isTied) {
          // Nothing decides between the two, so neither is told.
          isClear = false;
          ties[column.output()] =
              Unexplained.names(candidate.input.accesses(), rival.input.accesses());
          continue;
        }
        known[column.output()] = true;
        add(found, candidate, column, output, target);
      }
      for (int row = 0; row < linked.length && !isTied; row++) {
        linked[row] |= candidate.link.isLinked(row);
      }
      first &= isTied;
    }
    return isClear;
  }

  private static List<Candidate> candidates(
      List<RowSide> inputs, RowSide output, RowTable rows, int[] which, Access target) {
    List<Candidate> candidates = new ArrayList<Candidate>();
    for (RowSide input : inputs) {
      boolean mayBe = false;
      for (Access access : input.accesses()) {
        mayBe |= !access.id().equals(target.id()) && access.first() <= target.last();
      }
      RowLink link =
          mayBe ? RowMatcher.match(input.table(), rows, window(input, output, which)) : null;
      if (link != null) {
        candidates.add(new Candidate(input, link));
      }
    }
    Collections.sort(
        candidates,
        new Comparator<Candidate>() {
          @Override
          public int compare(Candidate one, Candidate other) {
            return Double.compare(other.link.bits(), one.link.bits());
          }
        });
    return candidates;
  }

  /** For each row of the output which row of the input the thread had read last; null if none. */
  private static int[] window(RowSide input, RowSide output, int[] which) {
    if (input.store() == null || output.rows() == null) {
      return null;
    }
    int[] rows = new int[which.length];
    int linked = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean isOf = output.rows().sources[which[i]] == input.store();
      rows[i] = isOf ? input.table().rowOf(output.rows().sourceOrdinals[which[i]]) : -1;
      linked += rows[i] < 0 ? 0 : 1;
    }
    return linked == 0 ? null : rows;
  }

  /** Another input, of other datasets, that explains the same as well. */
  private static Candidate rival(List<Candidate> candidates, int of, List<ColumnMatch> columns) {
    Candidate best = candidates.get(of);
    for (int i = of + 1; i < candidates.size(); i++) {
      Candidate other = candidates.get(i);
      double here = 0;
      double there = 0;
      for (ColumnMatch column : columns) {
        ColumnMatch same = of(other.link, column.output());
        here += column.bits();
        there += same == null ? 0 : same.bits();
      }
      boolean isWindow = best.link.kind() == RowLink.Kind.WINDOW;
      boolean isBetter = isWindow && other.link.kind() != RowLink.Kind.WINDOW;
      boolean isOther = !other.input.accesses().equals(best.input.accesses());
      if (isOther && !isBetter && there >= here * (1 - TIE)) {
        return other;
      }
    }
    return null;
  }

  private static ColumnMatch of(RowLink link, int output) {
    for (ColumnMatch each : link.columns()) {
      if (each.output() == output) {
        return each;
      }
    }
    return null;
  }

  private static void add(
      Map<Access, Found> found,
      Candidate candidate,
      ColumnMatch column,
      RowSide output,
      Access target) {
    Belief why = RowEvidence.of(candidate.input, candidate.link, column);
    for (RowColumn to : output.columns(column.output())) {
      if (to.access() != target) {
        continue;
      }
      for (RowColumn from : candidate.input.columns(column.input())) {
        Access source = from.access();
        if (source.id().equals(target.id())) {
          continue;
        }
        Found of = found.get(source);
        if (of == null) {
          of = new Found();
          found.put(source, of);
        }
        if (of.best == null || why.confidence() > of.best.confidence()) {
          of.best = why;
        }
        if (from.name() != null && to.name() != null && !isCount(column, from, to, output)) {
          of.add(
              new ColumnFlow(
                      from.name(),
                      to.name(),
                      combined(from.transformation(), to.transformation()),
                      from.isMasking() || to.isMasking())
                  .believed(why));
        }
      }
    }
  }

  /**
   * Whether an output's column may as well be a count of its rows: a number that is the row's
   * place, and called otherwise than the column with the same numbers.
   */
  private static boolean isCount(ColumnMatch column, RowColumn from, RowColumn to, RowSide output) {
    String one = from.name().toLowerCase(Locale.ROOT).replace("_", "");
    String other = to.name().toLowerCase(Locale.ROOT).replace("_", "");
    return !one.contains(other)
        && !other.contains(one)
        && Sequences.isCount(output.table(), column.output());
  }

  private static Transformation combined(Transformation one, Transformation other) {
    return one == Transformation.IDENTITY ? other : one;
  }

  private void tell(Access target, Map<Access, Found> found) {
    for (Map.Entry<Access, Found> each : found.entrySet()) {
      Found of = each.getValue();
      flows.add(
          new Flow(
              each.getKey().id(),
              target.id(),
              of.best.evidence(),
              of.best.confidence(),
              new ArrayList<ColumnFlow>(of.columns.values())));
    }
  }
}
