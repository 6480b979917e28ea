package io.spoor.content;

import io.spoor.boot.record.SampledRows;

/** Reads delimited text on and on, as {@link DelimitedFormat} reads what it begins with. */
final class DelimitedReader extends TextReader {

  private final char delimiter;
  private boolean isHeader;
  private boolean isStart = true;
  private boolean isQuoted;

  /**
   * @param hasHeader whether the first row has names
   */
  DelimitedReader(char delimiter, boolean hasHeader) {
    this.delimiter = delimiter;
    this.isHeader = hasHeader;
  }

  @Override
  int end(byte[] data, int from, int to) {
    boolean quoted = isQuoted;
    for (int i = from; i < to; i++) {
      byte b = data[i];
      if (b == '"') {
        // Two in a row stand for one, and change nothing.
        quoted = !quoted;
      } else if ((b == '\n' || b == '\r') && !quoted) {
        isQuoted = false;
        return i + 1;
      }
    }
    isQuoted = quoted;
    return -1;
  }

  @Override
  boolean row(String text, SampledRows rows) {
    return cells(text, text.length() - 1, rows);
  }

  @Override
  boolean last(String text, SampledRows rows) {
    return !isQuoted && cells(text, text.length(), rows);
  }

  private boolean cells(String text, int to, SampledRows rows) {
    int from = isStart && text.startsWith("\ufeff") ? 1 : 0;
    isStart = false;
    if (text.indexOf('\0') >= 0) {
      return false;
    }
    boolean isRow = from < to && !text.substring(from, to).equals("\"\"");
    if (isRow && isHeader) {
      isHeader = false;
    } else if (isRow) {
      if (text.indexOf('"') < 0) {
        plain(text, from, to, rows);
      } else {
        quoted(text, from, to, rows);
      }
      rows.end();
    }
    return true;
  }

  private void plain(String text, int from, int to, SampledRows rows) {
    int start = from;
    for (int column = 0; start <= to; column++) {
      int end = text.indexOf(delimiter, start);
      end = end < 0 || end > to ? to : end;
      rows.put(column, text, start, end);
      start = end + 1;
    }
  }

  private void quoted(String text, int from, int to, SampledRows rows) {
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int column = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < to && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        rows.put(column++, cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    rows.put(column, cell.toString());
  }
}
