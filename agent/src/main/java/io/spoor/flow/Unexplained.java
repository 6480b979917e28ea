package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.ColumnFlow;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of one output that vary and that no input was found for, from all statements and
 * files that write it. Not thread-safe.
 */
final class Unexplained {

  private static final String NOT_FOUND = "none of the rows that were read has its values";
  static final String COUNTS = "it numbers the rows, which says nothing";
  private static final String SMALL = "small whole numbers, as any column may have them";
  private static final String PARTLY = "where other statements write it nothing has its values";

  private final Access target;
  private final int fewest;
  private final Set<String> explained = new TreeSet<String>();
  private final Map<String, UnexplainedColumn> columns =
      new LinkedHashMap<String, UnexplainedColumn>();

  /**
   * @param target the output
   * @param fewest rows that are compared at all
   */
  Unexplained(Access target, int fewest) {
    this.target = target;
    this.fewest = fewest;
  }

  /**
   * A column of rows of the output was looked at.
   *
   * @param known whether an input is known for it
   * @param ties inputs that explain it equally well; null when there are none
   */
  void looked(RowSide rows, int column, boolean known, String ties) {
    boolean counts = Sequences.isCount(rows.table(), column);
    if (known && !counts || rows.table().byValue(column).size() < 2) {
      return;
    }
    int sampled = rows.table().size();
    String reason = NOT_FOUND;
    if (sampled < fewest) {
      reason = "too few rows to compare";
    } else if (ties != null) {
      reason = "several inputs explain it equally well: " + ties;
    } else if (counts) {
      reason = COUNTS;
    } else if (Sequences.isDense(rows.table(), column)) {
      reason = SMALL;
    }
    for (RowColumn each : rows.columns(column)) {
      if (each.access() == target && each.name() != null && !columns.containsKey(each.name())) {
        columns.put(each.name(), new UnexplainedColumn(target.id(), each.name(), sampled, reason));
      }
    }
  }

  /** Flows of columns into the output were found. */
  void explainedBy(Collection<ColumnFlow> flows) {
    for (ColumnFlow flow : flows) {
      if (flow.output() != null) {
        explained.add(flow.output());
      }
    }
  }

  /** What is left unexplained. */
  List<UnexplainedColumn> columns() {
    List<UnexplainedColumn> left = new ArrayList<UnexplainedColumn>();
    for (UnexplainedColumn each : columns.values()) {
      if (!explained.contains(each.name())) {
        left.add(each);
      } else if (!each.reason().equals(COUNTS)) {
        left.add(new UnexplainedColumn(each.output(), each.name(), each.sampledRows(), PARTLY));
      }
    }
    return left;
  }

  /** The names of some datasets, as a reason lists them. */
  static String names(Set<Access> one, Set<Access> other) {
    Set<String> names = new TreeSet<String>();
    for (Access each : one) {
      names.add(each.id().name());
    }
    for (Access each : other) {
      names.add(each.id().name());
    }
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.length() == 0 ? "" : ", ").append(name);
    }
    return text.toString();
  }
}
