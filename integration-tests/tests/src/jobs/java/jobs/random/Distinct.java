package jobs.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One row of those that are the same in all columns that are copied. */
final class Distinct implements Rows {

  private final Output output;
  private final Map<String, Object[]> rows;

  /**
   * @param order which of the maps keeps them: none, that of the first, that of the texts
   */
  Distinct(Output output, int order) {
    this.output = output;
    this.rows = order == 0 ? new HashMap<>() : order == 1 ? new LinkedHashMap<>() : new TreeMap<>();
  }

  @Override
  public synchronized void take(Object[] row) {
    StringBuilder key = new StringBuilder();
    for (Column each : output.columns) {
      Column.Place place = each.first.get(0);
      key.append(place == null ? "" : Type.text(place.value(row, null))).append('\n');
    }
    rows.putIfAbsent(key.toString(), row);
  }

  List<Object[]> rows() {
    return new ArrayList<>(rows.values());
  }
}
