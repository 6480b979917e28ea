package jobs.random;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows put together by a column, and what the columns of an aggregate say of them. */
final class Groups implements Rows {

  private final int group;
  private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

  Groups(int group) {
    this.group = group;
  }

  @Override
  public synchronized void take(Object[] row) {
    rows.computeIfAbsent(Type.text(row[group]), key -> new ArrayList<>()).add(row);
  }

  void to(Output output, Rows out) throws Exception {
    for (List<Object[]> each : rows.values()) {
      Object[] values = new Object[output.columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(output.columns.get(i), each);
      }
      out.take(values);
    }
  }

  private static Object value(Column column, List<Object[]> rows) {
    Column.Place place = column.first.get(0);
    if (column.change == Change.COPY) {
      return place.value(rows.get(0), null);
    }
    if (column.change == Change.COUNT) {
      return (long) rows.size();
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal least = null;
    BigDecimal most = null;
    int count = 0;
    for (Object[] row : rows) {
      if (place.value(row, null) == null) {
        continue;
      }
      BigDecimal value = Type.decimal(place.value(row, null));
      count++;
      sum = sum.add(value);
      least = least == null ? value : least.min(value);
      most = most == null ? value : most.max(value);
    }
    switch (column.change) {
      case MIN:
        return least;
      case MAX:
        return most;
      case AVG:
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
      default:
        return sum;
    }
  }
}
