package io.spoor.agent;

import io.spoor.boot.record.ValueHash;
import io.spoor.flow.RowColumn;
import io.spoor.flow.RowSide;
import io.spoor.flow.RowTable;
import io.spoor.ledger.Access;
import io.spoor.model.Transformation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of delimited text as hashes of their cells. Spoor's thread only. */
final class TextRows {

  private static final String DELIMITERS = ",;\t|";

  /** Values of one text that are kept: 64 KB. */
  static final int CELLS = 8192;

  private static final int WIDEST = 100;
  private static final int FEWEST = 3;

  private final String text;
  private final char delimiter;
  private int at;

  private TextRows(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * The rows that a file begins with.
   *
   * @param whole whether that is all of it
   * @return null when it is no delimited text
   */
  static RowSide of(Access access, byte[] bytes, boolean whole) {
    for (byte each : bytes) {
      if (each == 0) {
        return null;
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    char delimiter = delimiter(text);
    if (delimiter == 0) {
      return null;
    }
    List<String> header = DelimitedText.header(bytes, 0, bytes.length);
    return new TextRows(text, delimiter).side(access, header, whole);
  }

  private RowSide side(Access access, List<String> header, boolean whole) {
    List<long[]> rows = new ArrayList<long[]>();
    List<String> cells = new ArrayList<String>();
    int kept = 0;
    boolean isHeader = !header.isEmpty();
    boolean isCut = !whole;
    int width = 0;
    while (next(cells, whole)) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      if (kept + cells.size() > CELLS) {
        isCut = true;
        break;
      }
      long[] hashes = new long[Math.min(cells.size(), WIDEST)];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = ValueHash.of(cells.get(i));
      }
      rows.add(hashes);
      kept += hashes.length;
      width = Math.max(width, hashes.length);
    }
    if (rows.size() < FEWEST) {
      return null;
    }
    List<List<RowColumn>> columns = new ArrayList<List<RowColumn>>();
    for (int i = 0; i < width; i++) {
      String name = i < header.size() ? header.get(i) : null;
      columns.add(
          Collections.singletonList(new RowColumn(access, name, Transformation.IDENTITY, false)));
    }
    RowTable table = RowTable.of(rows.toArray(new long[0][]), isCut ? -1 : rows.size());
    return new RowSide(table, null, null, columns);
  }

  /** Reads a row's cells; false when no whole one is left. */
  private boolean next(List<String> cells, boolean whole) {
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

  /** The one that is in nearly all of the first lines, as often in each; 0 when none is. */
  private static char delimiter(String text) {
    char best = 0;
    int most = 0;
    for (int d = 0; d < DELIMITERS.length(); d++) {
      char delimiter = DELIMITERS.charAt(d);
      TextRows rows = new TextRows(text, delimiter);
      List<String> cells = new ArrayList<String>();
      int first = 0;
      int same = 0;
      int lines = 0;
      while (lines < 20 && rows.next(cells, false)) {
        first = lines == 0 ? cells.size() : first;
        same += cells.size() == first ? 1 : 0;
        lines++;
      }
      if (lines >= FEWEST && first > 1 && same >= 0.9 * lines && first > most) {
        best = delimiter;
        most = first;
      }
    }
    return best;
  }
}
