package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of delimited text. */
final class DelimitedFormat implements RowFormat {

  private static final String DELIMITERS = ",;\t|";

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    for (byte each : bytes) {
      if (each == 0) {
        return null;
      }
    }
    String text = text(bytes);
    // What is marked up has commas as well, and they mean something else.
    boolean isMarkedUp = text.startsWith("{") || text.startsWith("<");
    char delimiter = isMarkedUp ? 0 : delimiter(text);
    if (delimiter == 0) {
      return null;
    }
    List<String> header = DelimitedText.header(bytes, 0, bytes.length);
    Reader reader = new Reader(text, delimiter);
    FileRows.Collector rows = new FileRows.Collector();
    List<String> cells = new ArrayList<String>();
    boolean isHeader = !header.isEmpty();
    boolean hasRoom = true;
    while (hasRoom && reader.next(cells, whole)) {
      hasRoom = isHeader || rows.add(widest(cells));
      isHeader = false;
    }
    return rows.done(header, whole);
  }

  @Override
  public RowReader reader(byte[] bytes, FileRows rows) {
    return new DelimitedReader(delimiter(text(bytes)), rows.name(0) != null);
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Object[] widest(List<String> cells) {
    return cells.subList(0, Math.min(cells.size(), FileRows.WIDEST)).toArray();
  }

  /** The one that is in nearly all of the first lines, as often in each; 0 when none is. */
  private static char delimiter(String text) {
    char best = 0;
    int most = 0;
    for (int d = 0; d < DELIMITERS.length(); d++) {
      char delimiter = DELIMITERS.charAt(d);
      Reader reader = new Reader(text, delimiter);
      List<String> cells = new ArrayList<String>();
      int first = 0;
      int same = 0;
      int lines = 0;
      while (lines < 20 && reader.next(cells, false)) {
        first = lines == 0 ? cells.size() : first;
        same += cells.size() == first ? 1 : 0;
        lines++;
      }
      if (lines >= FileRows.FEWEST && first > 1 && same >= 0.9 * lines && first > most) {
        best = delimiter;
        most = first;
      }
    }
    return best;
  }

  /** Steps from row to row; a cell in quotes may have delimiters and several lines. */
  private static final class Reader {
    private final String text;
    private final char delimiter;
    private int at;

    Reader(String text, char delimiter) {
      this.text = text;
      this.delimiter = delimiter;
    }

    /** Reads a row's cells; false when no whole one is left. */
    boolean next(List<String> cells, boolean whole) {
      cells.clear();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int i = at; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          boolean isEscaped = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
          if (isEscaped) {
            cell.append('"');
            i++;
          } else {
            quoted = !quoted;
          }
        } else if (c == delimiter && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else if ((c == '\n' || c == '\r') && !quoted) {
          if (cell.length() > 0 || !cells.isEmpty()) {
            cells.add(cell.toString());
            at = i + 1;
            return true;
          }
        } else {
          cell.append(c);
        }
      }
      at = text.length();
      if (whole && !quoted && (cell.length() > 0 || !cells.isEmpty())) {
        cells.add(cell.toString());
        return true;
      }
      return false;
    }
  }
}
