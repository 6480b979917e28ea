package io.spoor.agent;

import io.spoor.boot.record.LibraryRows;
import io.spoor.boot.record.ValueHash;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.flow.Singles;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first rows of data that a model was trained on: its features, and what it is to predict. Made
 * of one call, or of several where labels are given by a call of their own. Spoor's thread only.
 */
final class ModelRows {

  /** Columns of one side: more are no table. */
  private static final int WIDEST = 300;

  /** Longer texts are held as hashes only. */
  private static final int LONGEST = 64;

  private static final String LABEL = "label";

  /** By name, where the library has told it; else by place. */
  private final Map<Object, Object[]> features = new LinkedHashMap<Object, Object[]>();

  private final Map<String, Object[]> targets = new LinkedHashMap<String, Object[]>();
  private int rows;
  private long total = -1;
  private boolean leftOut;
  private boolean forgotten;

  /** These, with what a further call tells; cells replace those before. */
  ModelRows and(LibraryRows more) {
    ModelRows both = new ModelRows();
    both.features.putAll(features);
    both.targets.putAll(targets);
    both.rows = rows;
    both.total = total;
    both.leftOut = leftOut;
    both.add(more);
    return both;
  }

  private void add(LibraryRows more) {
    if (more.leftOut || more.cells != null) {
      features.clear();
      rows = more.cells == null ? 0 : more.cells.length;
      total = more.total;
      leftOut = more.leftOut;
    }
    if (more.cells != null) {
      if (more.columns == null) {
        addDense(more);
      } else {
        addSparse(more);
      }
      leftOut |= features.size() > WIDEST;
    }
    if (more.targets != null) {
      boolean isNamed = more.cells == null && more.headings.length == 1;
      targets.put(isNamed ? more.headings[0] : LABEL, more.targets);
    }
  }

  private void addDense(LibraryRows more) {
    int width = 0;
    for (Object[] row : more.cells) {
      width = Math.max(width, row.length);
    }
    for (int column = 0; column < width; column++) {
      Object[] values = new Object[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = column < more.cells[row].length ? more.cells[row][column] : null;
      }
      boolean isNamed = column < more.headings.length && more.headings[column] != null;
      features.put(isNamed ? more.headings[column] : (Object) column, values);
    }
  }

  private void addSparse(LibraryRows more) {
    Map<Object, Object[]> byColumn =
        new TreeMap<Object, Object[]>(
            new java.util.Comparator<Object>() {
              @Override
              public int compare(Object one, Object other) {
                boolean areNumbers = one instanceof Integer && other instanceof Integer;
                return areNumbers
                    ? ((Integer) one).compareTo((Integer) other)
                    : one.toString().compareTo(other.toString());
              }
            });
    for (int row = 0; row < rows && row < more.columns.length; row++) {
      Object[] cells = more.cells[row];
      Object[] places = more.columns[row];
      for (int i = 0; i < cells.length && i < places.length; i++) {
        Object column = places[i];
        if (column == null || byColumn.size() > WIDEST) {
          continue;
        }
        Object[] values = byColumn.get(column);
        if (values == null) {
          values = new Object[rows];
          Arrays.fill(values, more.absent);
          byColumn.put(column, values);
        }
        values[row] = cells[i];
      }
    }
    features.putAll(byColumn);
  }

  /** Whether all columns have names. */
  boolean isNamed() {
    for (Object each : features.keySet()) {
      if (!(each instanceof String)) {
        return false;
      }
    }
    return true;
  }

  /** How many values are held. */
  int size() {
    return (features.size() + targets.size()) * Math.max(1, rows);
  }

  /** Others are held instead. */
  void forget() {
    features.clear();
    targets.clear();
    rows = 0;
    forgotten = true;
  }

  /** Whether rows that there were cannot be compared: too many columns, no time, or no room. */
  boolean isLost() {
    return leftOut || forgotten;
  }

  /** The columns that are features: of named ones those that the model says it is made of. */
  private List<Object> keys(List<String> known, Object label) {
    List<Object> keys = new ArrayList<Object>();
    boolean isTold = !known.isEmpty() && features.keySet().containsAll(known);
    for (Object each : features.keySet()) {
      boolean isLabel = each.equals(label) && targets.isEmpty();
      if (!isLabel && (!isTold || known.contains(each))) {
        keys.add(each);
      }
    }
    return keys;
  }

  /** The names of the features in their order; by place where the library has none. */
  List<String> features(List<String> known, Object label) {
    List<Object> keys = keys(known, label);
    List<String> names = new ArrayList<String>();
    for (Object each : keys) {
      boolean isPlaced = !(each instanceof String) && known.size() == keys.size();
      names.add(
          each instanceof String ? (String) each : isPlaced ? known.get(names.size()) : "f" + each);
    }
    return leftOut ? known : names;
  }

  /** The name of what is predicted, where the model itself tells none; null when nothing is. */
  Object label(Object known) {
    return known != null ? known : targets.containsKey(LABEL) && !leftOut ? LABEL : null;
  }

  /**
   * The rows as what is written into models, which have these columns then.
   *
   * @param models the files that the model was saved to
   * @param known the names of its features
   * @param label null when there is none
   * @param singles what numbers in single precision were
   * @return null when there are too few rows to say anything
   */
  RowSide side(Collection<Access> models, List<String> known, Object label, Singles singles) {
    int count = rows;
    for (Object[] each : targets.values()) {
      count = features.isEmpty() ? each.length : Math.min(count, each.length);
    }
    if (leftOut || count == 0) {
      return null;
    }
    List<Object[]> columns = new ArrayList<Object[]>();
    for (Object each : keys(known, label)) {
      columns.add(features.get(each));
    }
    List<String> names = new ArrayList<String>(features(known, label));
    if (label != null && targets.isEmpty() && features.containsKey(label)) {
      columns.add(features.get(label));
      names.add(label.toString());
    }
    for (Map.Entry<String, Object[]> each : targets.entrySet()) {
      columns.add(each.getValue());
      boolean isLabel = each.getKey().equals(LABEL) && label != null;
      names.add(isLabel ? label.toString() : each.getKey());
    }
    return side(models, columns, names, count, singles);
  }

  private RowSide side(
      Collection<Access> models,
      List<Object[]> columns,
      List<String> names,
      int count,
      Singles singles) {
    long[][] hashes = new long[count][columns.size()];
    Object[][] values = new Object[count][columns.size()];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < columns.size(); column++) {
        Object value = columns.get(column)[row];
        value = value instanceof Float ? singles.exact((Float) value) : value;
        hashes[row][column] = value == null ? ValueHash.NONE : ValueHash.of(value);
        boolean isLong = value instanceof String && ((String) value).length() > LONGEST;
        values[row][column] = isLong ? null : value;
      }
    }
    List<List<RowColumn>> targetsOf = new ArrayList<List<RowColumn>>();
    for (String name : names) {
      List<RowColumn> each = new ArrayList<RowColumn>(1);
      for (Access model : models) {
        model.addColumn(new Column(name, null));
        each.add(new RowColumn(model, name, Transformation.IDENTITY, false));
      }
      targetsOf.add(each.isEmpty() ? Collections.<RowColumn>emptyList() : each);
    }
    return new RowSide(RowTable.of(hashes, values, total), null, null, targetsOf);
  }
}
