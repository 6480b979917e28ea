package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Looks for what sampled rows of one output were made of, with as few inputs as will do. What two
 * inputs explain equally well is explained by neither. Not thread-safe.
 */
final class OutputSearch {

  /** Evidence that a further input needs, beside the one that explains most. */
  private static final double FURTHER = 25;

  /** Inputs whose rows are in one output one after the other, at most. */
  private static final int ROUNDS = 5;

  /** Rows that are compared at all, and that are left, at least, to look for another input. */
  static final int FEWEST = 5;

  /** Of the rows that would be linked if they came from the inputs found so many may be others. */
  private static final double MISSING = 0.2;

  private final List<RowSide> inputs = new ArrayList<RowSide>();
  private final SharedRows shared;
  private final Rivals rivals;
  private final Candidates search;
  private final RowSide output;
  private final RowTable table;
  private final List<Candidate> accepted = new ArrayList<Candidate>();
  private final List<Finding> findings = new ArrayList<Finding>();
  private final List<Condition> joins = new ArrayList<Condition>();
  private final List<Condition> filters = new ArrayList<Condition>();
  private final List<Condition> groups = new ArrayList<Condition>();
  private List<Candidate> atFirst = Collections.emptyList();
  private final boolean[] known;
  private final String[] ties;
  private final boolean[] linked;
  private boolean isClear = true;

  /**
   * Searches.
   *
   * @param inputs those that cannot be in the output, since they were read later or are the same
   *     dataset, are left aside
   * @param shared what inputs have in common
   * @param before what was found of outputs that were written before: of an input and of what was
   *     made of it, the latter is the one on the way
   */
  OutputSearch(
      List<RowSide> inputs, RowSide output, Access target, SharedRows shared, List<Flow> before) {
    this.shared = shared;
    this.rivals = new Rivals(shared, before);
    for (RowSide input : inputs) {
      if (mayFeed(input, target)) {
        this.inputs.add(input);
      }
    }
    this.output = output;
    search = new Candidates(this.inputs, output, rivals);
    table = output.table();
    known = new boolean[table.width()];
    ties = new String[known.length];
    linked = new boolean[table.size()];
    if (aggregate()) {
      return;
    }
    int[] rows = unlinked();
    for (int round = 0; round < ROUNDS && rows.length >= FEWEST; round++) {
      // What is not linked yet may come from elsewhere: a union.
      if (!link(round == 0 ? table : table.some(rows), rows, round == 0)) {
        break;
      }
      rows = unlinked();
    }
    join();
    new Computed(this.inputs, accepted, output, rivals, findings, known).find();
    tagged();
    filters.addAll(DecidingColumns.filters(accepted, this.inputs, table));
    for (Candidate one : accepted) {
      for (Candidate other : accepted) {
        if (one.input != other.input && one.isTogether(other)) {
          joins.addAll(DecidingColumns.keys(one, other));
        }
      }
    }
    for (SameColumns.Match each : new SameColumns(this.inputs, table, known).matches()) {
      known[each.column.output()] |= each.isWhole;
      findings.add(new Finding(each.input, each.column, (RowLink) null));
    }
    if (accepted.isEmpty() && isClear) {
      contain();
    }
  }

  /** Whether the output has one row for each of some groups of rows of an input. */
  private boolean aggregate() {
    List<Aggregates.Match> matches = new Aggregates(table).matches(inputs);
    if (matches.isEmpty()) {
      return false;
    }
    Aggregates.Match best = matches.get(0);
    for (Aggregates.Match other : matches.subList(1, matches.size())) {
      if (other.bits >= best.bits * (1 - Rivals.TIE) && !rivals.isFed(best.input, other.input)) {
        return false;
      }
    }
    int rows = table.byValue(best.key).size();
    ColumnMatch key =
        new ColumnMatch(best.group, best.key, best.groups, best.groups, 0, 1.0 / rows, best.bits);
    known[best.key] = true;
    findings.add(new Finding(best.input, key, null, null, true));
    groups.add(new Condition(best.input, best.group, key));
    for (int i = 0; i < best.rules.size(); i++) {
      Rule rule = best.rules.get(i);
      int column = best.columns.get(i);
      known[column] = true;
      LinkedColumn of = rule.columns.get(0);
      ColumnMatch match =
          new ColumnMatch(of.column, column, rule.agreeing, rule.linked, 0, rule.chance, rule.bits);
      findings.add(new Finding(best.input, match, null, rule, true));
    }
    for (int column : best.counts) {
      known[column] = true;
    }
    Arrays.fill(linked, true);
    return true;
  }

  /** Where nothing is known of rows, whether values are those of an input. */
  private void contain() {
    boolean[] settled = known.clone();
    for (Finding each : findings) {
      settled[each.column.output()] = true;
    }
    for (ContainedColumns.Match each :
        new ContainedColumns(inputs, output, rivals, settled, ties).matches()) {
      Finding finding = new Finding(each.input, each.column, each.values);
      known[each.column.output()] = true;
      findings.add(finding);
      if (each.values.isGrouped()) {
        if (each.column.other() < 0) {
          groups.add(new Condition(each.input, each.column.input(), each.column, finding));
        }
        Arrays.fill(linked, true);
      }
    }
  }

  private static boolean mayFeed(RowSide input, Access target) {
    for (Access access : input.accesses()) {
      if (!access.id().equals(target.id()) && access.first() <= target.last()) {
        return true;
      }
    }
    return false;
  }

  /** Keys by which rows of several inputs were put together. */
  List<Condition> joins() {
    return joins;
  }

  /** Columns whose values decide which rows there are. */
  List<Condition> filters() {
    return filters;
  }

  /** Columns by which rows of an input were grouped. */
  List<Condition> groups() {
    return groups;
  }

  /** What was found. */
  List<Finding> findings() {
    return findings;
  }

  /** Whether an input was found for a column of the output. */
  boolean isKnown(int column) {
    return known[column];
  }

  /** Names of inputs that explain a column equally well; null when there are none. */
  String ties(int column) {
    return ties[column];
  }

  /** Whether all columns that vary are explained, and hardly a row comes from elsewhere. */
  boolean isComplete() {
    int foreign = foreign().length;
    boolean all =
        isClear
            && !findings.isEmpty()
            && (foreign <= FEWEST
                || foreign <= MISSING * (table.size() - unlinked().length + foreign));
    for (int o = 0; o < known.length; o++) {
      boolean varies = table.byValue(o).size() > 1;
      all &= known[o] || !varies || output.columns(o).isEmpty();
    }
    return all;
  }

  private int[] unlinked() {
    int[] rest = new int[linked.length];
    int count = 0;
    for (int row = 0; row < linked.length; row++) {
      if (!linked[row]) {
        rest[count++] = row;
      }
    }
    return Arrays.copyOf(rest, count);
  }

  /**
   * Rows that come from none of the inputs found so far. Those that an input may have had, and not
   * kept, are not among them.
   */
  private int[] foreign() {
    int[] foreign = unlinked();
    int count = 0;
    for (int row : foreign) {
      boolean isForeign = true;
      for (Candidate each : accepted) {
        isForeign &= Coverage.isKept(each.input.table(), each.link, table, row);
      }
      foreign[count] = row;
      count += isForeign ? 1 : 0;
    }
    return Arrays.copyOf(foreign, count);
  }

  /** One round; whether anything was found. */
  private boolean link(RowTable rows, int[] which, boolean isFirst) {
    List<Candidate> candidates = search.of(rows, which);
    if (isFirst) {
      atFirst = candidates;
    }
    boolean any = false;
    boolean[] taken = new boolean[known.length];
    boolean first = isFirst;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      List<ColumnMatch> columns = new ArrayList<ColumnMatch>();
      double bits = 0;
      for (ColumnMatch column : candidate.link.columns()) {
        boolean isOpen = !(known[column.output()] && isVersion(candidate));
        if (isOpen && !taken[column.output()] && !isFromNearer(candidates, candidate, column)) {
          columns.add(column);
          bits += isNumbered(candidate, column) ? 0 : column.bits();
        }
      }
      int same = candidate.link.columns().size() - columns.size();
      boolean isVersion = same > 1 && same >= columns.size() && !isUnion(candidate);
      if (columns.isEmpty() || !first && (bits < FURTHER || isVersion)) {
        continue;
      }
      if (!isFirst && isKnown(candidate) && foreign(candidate) < FEWEST) {
        // Its rows are those of an input that was found, which need not have kept them.
        continue;
      }
      Candidate rival = rivals.rival(candidates, i, columns);
      boolean isOther = rival != null && rivals.isFed(rival.input, candidate.input);
      isOther |=
          rival != null
              && Candidate.identity(columns)
                  < Candidate.identity(rival.link, columns) - Rivals.CLEAR;
      if (isOther) {
        // Of two that are the same by value the other one is it.
        continue;
      }
      for (ColumnMatch column : columns) {
        taken[column.output()] = true;
      }
      if (rival != null) {
        // Nothing decides between the two, so neither is told.
        isClear = false;
        for (ColumnMatch column : columns) {
          ties[column.output()] =
              Unexplained.names(candidate.input.accesses(), rival.input.accesses());
        }
        continue;
      }
      accept(candidate, columns);
      first = false;
      any = true;
    }
    return any;
  }

  /** Whether two columns agree in numbers that follow one another, which any two may have. */
  private boolean isNumbered(Candidate candidate, ColumnMatch column) {
    return Sequences.isDense(candidate.input.table(), column.input())
        && Sequences.isDense(table, column.output());
  }

  /** Whether it has rows of an input that was found. */
  private boolean isKnown(Candidate candidate) {
    for (Candidate each : accepted) {
      if (shared.link(each.input, candidate.input) != null) {
        return true;
      }
    }
    return false;
  }

  /** Of its rows those that come from none of the inputs found so far. */
  private int foreign(Candidate candidate) {
    int count = 0;
    for (int row : foreign()) {
      count += candidate.rows[row] >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether the column is also that of a dataset which was made of this one in this run. */
  private boolean isFromNearer(
      List<Candidate> candidates, Candidate candidate, ColumnMatch column) {
    for (Candidate each : candidates) {
      boolean has = each != candidate && Candidate.of(each.link, column.output()) != null;
      if (has && rivals.isFed(each.input, candidate.input)) {
        return true;
      }
    }
    return false;
  }

  private void accept(Candidate candidate, List<ColumnMatch> columns) {
    for (ColumnMatch column : columns) {
      known[column.output()] = true;
      findings.add(new Finding(candidate.input, column, candidate.link));
    }
    for (int row = 0; row < linked.length; row++) {
      linked[row] |= candidate.rows[row] >= 0;
    }
    accepted.add(candidate);
  }

  /** Whether its rows are others than those that are linked already. */
  private boolean isUnion(Candidate candidate) {
    int own = 0;
    int both = 0;
    for (int row = 0; row < linked.length; row++) {
      own += candidate.rows[row] >= 0 ? 1 : 0;
      both += candidate.rows[row] >= 0 && linked[row] ? 1 : 0;
    }
    return 2 * both < own;
  }

  /** Whether it is another state of an input that was found: most of its rows were linked to it. */
  private boolean isVersion(Candidate candidate) {
    for (Candidate each : atFirst) {
      if (each.input == candidate.input) {
        return !isUnion(each);
      }
    }
    return false;
  }

  /** Lookups by a column that need not be in the output itself. */
  private void join() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Candidate> candidates = new ArrayList<Candidate>();
      for (RowSide input : inputs) {
        for (Candidate other : accepted) {
          RowLink link =
              isAccepted(input)
                  ? null
                  : RowMatcher.join(input.table(), other.input.table(), other.rows, table);
          if (link != null) {
            candidates.add(new Candidate(input, link, all(table.size()), table.size()));
          }
        }
      }
      int best = -1;
      double most = FURTHER;
      double second = 0;
      for (int i = 0; i < candidates.size(); i++) {
        double bits = 0;
        for (ColumnMatch column : unknown(candidates.get(i))) {
          bits += column.bits();
        }
        boolean isOther = best < 0 || candidates.get(best).input != candidates.get(i).input;
        if (bits > most) {
          second = isOther && best >= 0 ? most : second;
          most = bits;
          best = i;
        } else if (isOther) {
          second = Math.max(second, bits);
        }
      }
      if (best < 0 || second >= most * (1 - Rivals.TIE)) {
        isClear &= best < 0;
        return;
      }
      Candidate candidate = candidates.get(best);
      accept(candidate, unknown(candidate));
    }
  }

  /** What only the calls that made it show. */
  private void tagged() {
    for (int o = 0; o < known.length; o++) {
      if (!known[o] && !output.columns(o).isEmpty()) {
        List<Finding> found = Tags.of(inputs, output, o);
        findings.addAll(found);
        known[o] = !found.isEmpty();
      }
    }
  }

  private boolean isAccepted(RowSide input) {
    for (Candidate each : accepted) {
      if (each.input == input) {
        return true;
      }
    }
    return false;
  }

  private List<ColumnMatch> unknown(Candidate candidate) {
    List<ColumnMatch> unknown = new ArrayList<ColumnMatch>();
    for (ColumnMatch column : candidate.link.columns()) {
      if (!known[column.output()] && !isNumbered(candidate, column)) {
        unknown.add(column);
      }
    }
    return unknown;
  }

  static int[] all(int size) {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = i;
    }
    return all;
  }
}
