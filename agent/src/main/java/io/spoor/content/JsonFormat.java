package io.spoor.content;

import io.spoor.boot.record.ValueHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of JSON, an object a line or an array of objects. Objects within them are columns whose
 * names have a dot; lists are none.
 */
final class JsonFormat implements RowFormat {

  /** Objects within objects are looked into as deep as this. */
  private static final int DEEPEST = 3;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    List<String> keys = JsonRows.keys(bytes);
    if (keys.isEmpty()) {
      return null;
    }
    JsonScan scan = new JsonScan(new String(bytes, StandardCharsets.UTF_8));
    Map<String, Integer> places = new LinkedHashMap<String, Integer>();
    List<Object[]> rows = new ArrayList<Object[]>();
    boolean isList = scan.skip('[');
    Object[] row = row(scan, places);
    int cells = 0;
    while (row != null && cells < FileRows.CELLS) {
      rows.add(row);
      cells += row.length;
      scan.skip(',');
      row = row(scan, places);
    }
    boolean isAll = whole && row == null && (!isList || scan.skip(']')) && scan.isAtEnd();
    return table(rows, chosen(places, keys, rows), isAll);
  }

  private static FileRows table(List<Object[]> rows, Map<String, Integer> columns, boolean whole) {
    FileRows.Collector table = new FileRows.Collector();
    for (Object[] row : rows) {
      Object[] cells = new Object[columns.size()];
      int at = 0;
      for (int place : columns.values()) {
        cells[at++] = place < row.length ? row[place] : null;
      }
      if (!table.add(cells)) {
        break;
      }
    }
    return table.done(new ArrayList<String>(columns.keySet()), whole);
  }

  /** The keys of rows, and of objects within them what has a name and a value in half of them. */
  private static Map<String, Integer> chosen(
      Map<String, Integer> places, List<String> keys, List<Object[]> rows) {
    Map<String, Integer> chosen = new LinkedHashMap<String, Integer>();
    for (Map.Entry<String, Integer> each : places.entrySet()) {
      String name = each.getKey();
      boolean isColumn = keys.contains(name);
      for (int dot = name.indexOf('.'); dot > 0 && !isColumn; dot = name.indexOf('.', dot + 1)) {
        isColumn = keys.contains(name.substring(0, dot)) && DelimitedText.isName(name);
        isColumn &= filled(rows, each.getValue()) * 2 >= rows.size();
      }
      if (isColumn && chosen.size() < FileRows.WIDEST) {
        chosen.put(name, each.getValue());
      }
    }
    return chosen;
  }

  private static int filled(List<Object[]> rows, int place) {
    int filled = 0;
    for (Object[] row : rows) {
      filled += place < row.length && ValueHash.of(row[place]) != ValueHash.NONE ? 1 : 0;
    }
    return filled;
  }

  /** The values of an object by the places of their keys; null at the end of what is there. */
  private static Object[] row(JsonScan scan, Map<String, Integer> places) {
    Object[][] row = {new Object[places.size()]};
    return object(scan, "", 1, places, row) ? row[0] : null;
  }

  private static boolean object(
      JsonScan scan, String prefix, int depth, Map<String, Integer> places, Object[][] row) {
    if (!scan.skip('{')) {
      return false;
    }
    if (scan.skip('}')) {
      return true;
    }
    do {
      String key = scan.string();
      if (key == null || !scan.skip(':')) {
        return false;
      }
      String name = prefix + key;
      boolean isDone =
          depth < DEEPEST && scan.isNext('{')
              ? object(scan, name + '.', depth + 1, places, row)
              : value(scan, name, places, row);
      if (!isDone) {
        return false;
      }
    } while (scan.skip(','));
    return scan.skip('}');
  }

  private static boolean value(
      JsonScan scan, String name, Map<String, Integer> places, Object[][] row) {
    boolean isText = scan.isNext('"');
    String text = scan.value();
    if (text == null) {
      return false;
    }
    Integer place = places.get(name);
    if (place == null) {
      place = places.size();
      places.put(name, place);
    }
    if (place >= row[0].length) {
      row[0] = Arrays.copyOf(row[0], place + 8);
    }
    row[0][place] = isText ? text : word(text);
    return true;
  }

  /** What a number or a word stands for. */
  private static Object word(String word) {
    if (word.equals("null")) {
      return null;
    }
    if (word.indexOf('e') > 0 || word.indexOf('E') > 0) {
      try {
        return Double.valueOf(word);
      } catch (NumberFormatException e) {
        return word;
      }
    }
    return word;
  }
}
