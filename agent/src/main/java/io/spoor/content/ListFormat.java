package io.spoor.content;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Text with one value in each line, perhaps in quotes: names, codes, keys. Only where there are
 * many lines, nearly all of them different, and all of them of a few words, as a text that somebody
 * wrote is no column.
 */
final class ListFormat implements RowFormat {

  private static final int FEWEST_LINES = 20;

  private static final int LONGEST_LINE = 64;

  private static final int WORDS = 3;

  private static final double DIFFERENT = 0.9;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    List<String> lines = FixedWidthFormat.lines(bytes, whole);
    if (lines == null || lines.size() < FEWEST_LINES || !isList(lines)) {
      return null;
    }
    List<String> header = DelimitedText.header(bytes, 0, bytes.length);
    if (header.size() != 1) {
      header = Collections.emptyList();
    }
    FileRows.Collector rows = new FileRows.Collector();
    boolean hasRoom = true;
    for (int i = header.size(); i < lines.size(); i++) {
      hasRoom = hasRoom && rows.add(new Object[] {value(lines.get(i))});
    }
    return rows.done(header, whole);
  }

  private static boolean isList(List<String> lines) {
    for (String line : lines) {
      if (line.length() > LONGEST_LINE || line.trim().split(" +").length > WORDS) {
        return false;
      }
    }
    int different = new HashSet<String>(lines).size();
    return different >= DIFFERENT * lines.size() && !isMarkedUp(lines.get(0));
  }

  private static boolean isMarkedUp(String line) {
    return line.startsWith("{") || line.startsWith("[") || line.startsWith("<");
  }

  private static String value(String line) {
    int last = line.length() - 1;
    boolean isQuoted = last > 0 && line.charAt(0) == '"' && line.charAt(last) == '"';
    return isQuoted ? line.substring(1, last).replace("\"\"", "\"") : line;
  }
}
