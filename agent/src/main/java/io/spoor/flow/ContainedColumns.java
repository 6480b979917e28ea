package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.DatasetId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of an output whose rows are those of no input, while their values are among those of an
 * input's column: different customers of orders, codes of something that happened. Any other
 * dataset whose column has the values as well makes that undecided. Not thread-safe.
 */
final class ContainedColumns {

  /** An input's column that has the values of one of the output. */
  static final class Match {
    final RowSide input;
    final Containment values;

    /** Null when the values may be there by chance. */
    final ColumnMatch column;

    private final int at;

    private Match(RowSide input, int at, Containment values, ColumnMatch column) {
      this.input = input;
      this.at = at;
      this.values = values;
      this.column = column;
    }

    private Match of(ColumnMatch other) {
      return new Match(input, at, values, other);
    }

    /** Whether both are of columns with the same names. */
    private boolean isNamedAs(Match other) {
      return names().equals(other.names());
    }

    private Set<String> names() {
      Set<String> names = new HashSet<String>();
      for (RowColumn each : input.columns(at)) {
        names.add(each.name());
      }
      return names;
    }

    private Set<DatasetId> datasets() {
      Set<DatasetId> ids = new HashSet<DatasetId>();
      for (RowColumn each : input.columns(at)) {
        ids.add(each.access().id());
      }
      return ids;
    }
  }

  private final List<RowSide> inputs;
  private final RowSide output;
  private final Rivals rivals;
  private final List<Match> matches = new ArrayList<Match>();
  private final String[] ties;

  /**
   * Searches.
   *
   * @param known columns of the output that need no explanation
   * @param ties for columns that several inputs explain equally well their names; more are added
   */
  ContainedColumns(
      List<RowSide> inputs, RowSide output, Rivals rivals, boolean[] known, String[] ties) {
    this.inputs = inputs;
    this.output = output;
    this.rivals = rivals;
    this.ties = ties;
    List<List<Match>> undecided = new ArrayList<List<Match>>();
    for (int o = 0; o < known.length; o++) {
      boolean isOpen = !known[o] && ties[o] == null && !output.columns(o).isEmpty();
      if (isOpen && output.table().byValue(o).size() >= Containment.FEWEST) {
        choose(possible(o), o, undecided);
      }
    }
    for (List<Match> each : undecided) {
      settle(each);
    }
  }

  List<Match> matches() {
    return matches;
  }

  private List<Match> possible(int o) {
    List<Match> possible = new ArrayList<Match>();
    int pairs = 0;
    for (RowSide input : inputs) {
      pairs += input.table().width() * output.table().width();
    }
    for (RowSide input : inputs) {
      for (int i = 0; i < input.table().width(); i++) {
        if (!input.columns(i).isEmpty()) {
          Containment values = new Containment(input.table(), i, output.table(), o);
          if (values.isPossible()) {
            possible.add(new Match(input, i, values, values.match(pairs)));
          }
        }
      }
    }
    return possible;
  }

  private void choose(List<Match> possible, int o, List<List<Match>> undecided) {
    List<Match> best = new ArrayList<Match>();
    boolean isTold = false;
    for (Match each : possible) {
      if (!isBeaten(each, possible)) {
        best.add(each);
        isTold |= each.column != null;
      }
    }
    if (!isTold) {
      return;
    }
    if (datasets(best).size() > 1) {
      undecided.add(best);
      ties[o] = names(best);
    } else {
      accept(best, o);
    }
  }

  /** Whether another one is nearer, or has just these values where this has more. */
  private boolean isBeaten(Match match, List<Match> possible) {
    for (Match other : possible) {
      boolean isNearer = other.input != match.input && rivals.isFed(other.input, match.input);
      if (other.column != null && (isNearer || other.values.isAll() && match.values.isMore())) {
        return true;
      }
    }
    return false;
  }

  private static Set<Set<DatasetId>> datasets(List<Match> matches) {
    Set<Set<DatasetId>> datasets = new HashSet<Set<DatasetId>>();
    for (Match each : matches) {
      datasets.add(each.datasets());
    }
    return datasets;
  }

  /** All of one dataset: of its columns the one that is called as the output's. */
  private void accept(List<Match> best, int o) {
    Match most = null;
    Match called = null;
    for (Match each : best) {
      if (each.column != null) {
        most = most == null || each.column.bits() > most.column.bits() ? each : most;
        called = isCalled(each, o) ? each : called;
      }
    }
    Match chosen = called == null ? most : called;
    for (Match each : best) {
      boolean isOther = called == null && each.column != null && !each.isNamedAs(chosen);
      chosen = isOther ? chosen.of(chosen.column.or(each.at)) : chosen;
    }
    matches.add(chosen);
  }

  private boolean isCalled(Match match, int o) {
    for (RowColumn to : output.columns(o)) {
      for (RowColumn from : match.input.columns(match.at)) {
        if (from.name() != null && from.name().equalsIgnoreCase(to.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of several that have the values it is the one that explains another column, row by row. */
  private void settle(List<Match> best) {
    List<Match> beside = new ArrayList<Match>();
    for (Match each : best) {
      boolean is = false;
      for (Match match : matches) {
        is |= each.column != null && match.input == each.input && isTogether(match, each);
      }
      if (is) {
        beside.add(each);
      }
    }
    if (datasets(beside).size() == 1) {
      int o = beside.get(0).column.output();
      ties[o] = null;
      accept(beside, o);
    }
  }

  /** Whether what is in one row of the output is in one row of the input. */
  private boolean isTogether(Match one, Match other) {
    RowTable rows = output.table();
    RowTable from = one.input.table();
    int linked = 0;
    int agreeing = 0;
    for (int row = 0; row < rows.size(); row++) {
      int[] found = from.byValue(one.at).get(rows.value(row, one.column.output()));
      boolean agrees = false;
      for (int i = 0; found != null && i < found.length; i++) {
        agrees |= from.value(found[i], other.at) == rows.value(row, other.column.output());
      }
      linked += found == null ? 0 : 1;
      agreeing += agrees ? 1 : 0;
    }
    return linked >= OutputSearch.FEWEST && agreeing >= Containment.SHARE * linked;
  }

  private static String names(List<Match> matches) {
    Set<Access> all = new LinkedHashSet<Access>();
    for (Match each : matches) {
      for (RowColumn column : each.input.columns(each.at)) {
        all.add(column.access());
      }
    }
    return Unexplained.names(all, Collections.<Access>emptySet());
  }
}
