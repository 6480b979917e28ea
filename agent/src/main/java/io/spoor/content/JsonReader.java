package io.spoor.content;

import io.spoor.boot.record.SampledRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads JSON on and on, as {@link JsonFormat} reads what it begins with. */
final class JsonReader extends TextReader implements NamedCells {

  private final Map<String, Integer> places = new HashMap<String, Integer>();
  private final Object[] cells;
  private final boolean[] given;
  private boolean isStart = true;
  private boolean isList;
  private int depth;
  private boolean isText;
  private boolean isEscaped;

  /**
   * @param rows what it begins with; other columns than these have no place
   */
  JsonReader(FileRows rows) {
    cells = new Object[rows.width()];
    given = new boolean[rows.width()];
    for (int i = 0; i < cells.length; i++) {
      places.put(rows.name(i), i);
    }
  }

  @Override
  int end(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = data[i];
      if (isText) {
        isText = isEscaped || b != '"';
        isEscaped = !isEscaped && b == '\\';
      } else if (b == '"') {
        isText = true;
      } else if (b == '{') {
        depth++;
      } else if (b == '}' && --depth <= 0) {
        depth = 0;
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  boolean row(String text, SampledRows rows) {
    JsonScan scan = new JsonScan(text);
    if (isStart) {
      isStart = false;
      isList = scan.skip('[');
    } else {
      scan.skip(',');
    }
    boolean isRow = JsonFormat.object(scan, "", 1, this) && scan.isAtEnd();
    if (isRow) {
      for (int i = 0; i < cells.length; i++) {
        rows.put(i, cells[i]);
      }
      rows.end();
    }
    Arrays.fill(cells, null);
    Arrays.fill(given, false);
    return isRow;
  }

  @Override
  boolean last(String text, SampledRows rows) {
    JsonScan scan = new JsonScan(text);
    return (!isList || scan.skip(']')) && scan.isAtEnd();
  }

  @Override
  public void put(String name, Object value) {
    Integer place = places.get(name);
    if (place != null) {
      cells[place] = given[place] ? null : value;
      given[place] = true;
    }
  }
}
