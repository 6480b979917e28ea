package io.spoor.content;

import io.spoor.boot.record.ValueHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects rows whose values have names of their own, as in JSON and XML. Which names are columns
 * is known once all rows are there: names may be data, and those are not the same in half of the
 * rows. Not thread-safe.
 */
final class NamedRows implements NamedCells {

  /** More different names have no rows in 64 KiB. */
  private static final int MOST_NAMES = 2000;

  private final Map<String, Integer> places = new LinkedHashMap<String, Integer>();
  private final List<Object[]> rows = new ArrayList<Object[]>();
  private final Set<Integer> given = new HashSet<Integer>();
  private Object[] row = new Object[8];
  private int cells;

  /** Whether more rows are wanted. */
  boolean hasRoom() {
    return cells < FileRows.CELLS && places.size() < MOST_NAMES;
  }

  @Override
  public void put(String name, Object value) {
    Integer place = places.get(name);
    if (place == null) {
      place = places.size();
      places.put(name, place);
    }
    if (place >= row.length) {
      row = Arrays.copyOf(row, 2 * place);
    }
    row[place] = given.add(place) ? value : null;
  }

  /** The open row is complete. */
  void end() {
    rows.add(Arrays.copyOf(row, Math.min(row.length, places.size())));
    cells += Math.max(1, given.size());
    drop();
  }

  /** The open row is none. */
  void drop() {
    Arrays.fill(row, null);
    given.clear();
  }

  /**
   * What was collected.
   *
   * @param sure names that are columns in any case
   * @param whole whether the file has no more
   * @return null when there are too few rows, or no column
   */
  FileRows done(Collection<String> sure, boolean whole) {
    Map<String, Integer> columns = columns(sure);
    FileRows.Collector table = new FileRows.Collector();
    for (Object[] each : rows) {
      Object[] values = new Object[columns.size()];
      int at = 0;
      for (int place : columns.values()) {
        values[at++] = place < each.length ? each[place] : null;
      }
      if (!table.add(values)) {
        break;
      }
    }
    return columns.isEmpty() ? null : table.done(new ArrayList<String>(columns.keySet()), whole);
  }

  private Map<String, Integer> columns(Collection<String> sure) {
    Map<String, Integer> columns = new LinkedHashMap<String, Integer>();
    for (Map.Entry<String, Integer> each : places.entrySet()) {
      String name = each.getKey();
      boolean isColumn =
          sure.contains(name)
              || DelimitedText.isName(name) && 2 * filled(each.getValue()) >= rows.size();
      if (isColumn && columns.size() < FileRows.WIDEST) {
        columns.put(name, each.getValue());
      }
    }
    return columns;
  }

  private int filled(int place) {
    int filled = 0;
    for (Object[] each : rows) {
      filled += place < each.length && ValueHash.of(each[place]) != ValueHash.NONE ? 1 : 0;
    }
    return filled;
  }
}
