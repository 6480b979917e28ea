package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
    NamedRows rows = new NamedRows();
    boolean isList = scan.skip('[');
    boolean isRow = object(scan, "", 1, rows);
    while (isRow && rows.hasRoom()) {
      rows.end();
      scan.skip(',');
      isRow = object(scan, "", 1, rows);
    }
    boolean isAll = whole && !isRow && (!isList || scan.skip(']')) && scan.isAtEnd();
    return rows.done(keys, isAll);
  }

  @Override
  public RowReader reader(byte[] bytes, FileRows rows) {
    return new JsonReader(rows);
  }

  /** Whether a whole object came next, whose values are put into the open row. */
  static boolean object(JsonScan scan, String prefix, int depth, NamedCells rows) {
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
              ? object(scan, name + '.', depth + 1, rows)
              : value(scan, name, rows);
      if (!isDone) {
        return false;
      }
    } while (scan.skip(','));
    return scan.skip('}');
  }

  private static boolean value(JsonScan scan, String name, NamedCells rows) {
    boolean isText = scan.isNext('"');
    String text = scan.value();
    if (text != null) {
      rows.put(name, isText ? text : word(text));
    }
    return text != null;
  }

  /** What a number or a word stands for. */
  private static Object word(String word) {
    if (word.equals("null")) {
      return null;
    }
    boolean hasExponent = word.indexOf('e') > 0 || word.indexOf('E') > 0;
    if (hasExponent && !word.equals("true") && !word.equals("false")) {
      try {
        return Double.valueOf(word);
      } catch (NumberFormatException e) {
        return word;
      }
    }
    return word;
  }
}
