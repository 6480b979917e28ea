package io.spoor.content;

import io.spoor.boot.record.SampledRows;
import java.util.List;

/** Reads text of fixed width on and on, as {@link FixedWidthFormat} reads what it begins with. */
final class FixedWidthReader extends TextReader {

  private final List<int[]> columns;
  private boolean isHeader;
  private boolean isStart = true;

  /**
   * @param columns from where to where each goes
   * @param hasHeader whether the first line is no row
   */
  FixedWidthReader(List<int[]> columns, boolean hasHeader) {
    this.columns = columns;
    this.isHeader = hasHeader;
  }

  @Override
  int end(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  boolean row(String text, SampledRows rows) {
    return line(text.substring(0, text.length() - 1), rows);
  }

  @Override
  boolean last(String text, SampledRows rows) {
    return line(text, rows);
  }

  private boolean line(String text, SampledRows rows) {
    int start = isStart && text.startsWith("\ufeff") ? 1 : 0;
    isStart = false;
    int end = text.endsWith("\r") ? text.length() - 1 : text.length();
    if (start >= end) {
      return true;
    }
    String line = text.substring(start, end);
    if (isHeader) {
      isHeader = false;
      return true;
    }
    // A line that does not fit means that the columns are others.
    if (!FixedWidthFormat.isLine(line) || !FixedWidthFormat.fits(line, columns)) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      rows.put(i, FixedWidthFormat.cell(line, columns.get(i)));
    }
    rows.end();
    return true;
  }
}
