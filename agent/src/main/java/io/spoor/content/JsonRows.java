package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of rows in JSON: an object a line, or an array of objects. A map whose keys are data
 * looks like a row, and data must not get into an event: rows have the same keys, by and large, and
 * those are names.
 */
final class JsonRows {

  private static final int SAMPLED_ROWS = 20;
  private static final int MOST_KEYS = 500;

  private JsonRows() {}

  /** Empty when there are not two rows that agree. */
  static List<String> keys(byte[] bytes) {
    JsonScan scan = new JsonScan(new String(bytes, StandardCharsets.UTF_8));
    List<Set<String>> rows = new ArrayList<Set<String>>();
    scan.skip('[');
    while (rows.size() < SAMPLED_ROWS) {
      Set<String> row = row(scan);
      if (row == null) {
        break;
      }
      rows.add(row);
      scan.skip(',');
    }
    return agreed(rows);
  }

  private static List<String> agreed(List<Set<String>> rows) {
    Set<String> all = new LinkedHashSet<String>();
    for (Set<String> row : rows) {
      all.addAll(row);
    }
    boolean agree = rows.size() > 1 && all.size() <= MOST_KEYS;
    for (Set<String> row : rows) {
      agree &= row.size() * 2 >= all.size();
    }
    for (String key : all) {
      agree &= DelimitedText.isName(key);
    }
    return agree ? new ArrayList<String>(all) : new ArrayList<String>();
  }

  /** The keys of a whole object; null at the end of what is there. */
  private static Set<String> row(JsonScan scan) {
    Set<String> keys = new LinkedHashSet<String>();
    if (!scan.skip('{')) {
      return null;
    }
    if (scan.skip('}')) {
      return keys;
    }
    do {
      String key = scan.string();
      if (key == null || !scan.skip(':') || !scan.skipValue()) {
        return null;
      }
      keys.add(key);
    } while (scan.skip(','));
    return scan.skip('}') ? keys : null;
  }
}
