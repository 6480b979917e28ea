package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text with columns of a fixed width: where all lines have a blank at the same place,
 * unless each of them goes on right behind it, as words of one value do. A value that is split
 * would be another value, so there have to be many lines, and none that does not fit.
 */
final class FixedWidthFormat implements RowFormat {

  /** Blanks that so many lines have in common are not there by chance. */
  private static final int FEWEST_LINES = 20;

  private static final int LONGEST_LINE = 2000;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    List<String> lines = lines(bytes, whole);
    if (lines == null || lines.size() < FEWEST_LINES) {
      return null;
    }
    List<int[]> columns = columns(lines.subList(1, lines.size()));
    if (columns.size() < 2 || columns.size() > FileRows.WIDEST) {
      return null;
    }
    List<String> header = header(lines, columns);
    boolean isRow = header.isEmpty() && fits(lines.get(0), columns);
    FileRows.Collector rows = new FileRows.Collector();
    boolean hasRoom = true;
    for (int i = isRow ? 0 : 1; i < lines.size() && hasRoom; i++) {
      Object[] cells = new Object[columns.size()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = cell(lines.get(i), columns.get(column));
      }
      hasRoom = rows.add(cells);
    }
    return rows.done(header, whole);
  }

  @Override
  public RowReader reader(byte[] bytes, FileRows rows) {
    List<String> lines = lines(bytes, false);
    List<int[]> columns = columns(lines.subList(1, lines.size()));
    boolean isRow = rows.name(0) == null && fits(lines.get(0), columns);
    return new FixedWidthReader(columns, !isRow);
  }

  /** Whether it is one of text, and none too long. */
  static boolean isLine(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) == '\ufffd') {
        return false;
      }
    }
    return line.length() <= LONGEST_LINE;
  }

  /** Those that are complete; null when it is no text of such lines. */
  static List<String> lines(byte[] bytes, boolean whole) {
    List<String> lines = new ArrayList<String>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int start = text.startsWith("\ufeff") ? 1 : 0;
    for (int i = start; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '\n') {
        int end = i > start && text.charAt(i - 1) == '\r' ? i - 1 : i;
        if (end - start > LONGEST_LINE) {
          return null;
        }
        if (end > start && (i < text.length() || whole)) {
          lines.add(text.substring(start, end));
        }
        start = i + 1;
      } else if (c < ' ' && c != '\r' || c == '\ufffd') {
        return null;
      }
    }
    return lines;
  }

  /** From where to where each goes. */
  private static List<int[]> columns(List<String> lines) {
    int width = 0;
    for (String line : lines) {
      width = Math.max(width, line.length());
    }
    int[] filled = new int[width + 2];
    for (String line : lines) {
      for (int at = 0; at < line.length(); at++) {
        filled[at + 1] += line.charAt(at) == ' ' ? 0 : 1;
      }
    }
    List<int[]> columns = new ArrayList<int[]>();
    int start = -1;
    for (int at = 0; at <= width; at++) {
      boolean isFilled = at < width && filled[at + 1] > 0;
      boolean isWithin = at < width && filled[at] == lines.size() && filled[at + 2] == lines.size();
      if (isFilled && start < 0) {
        start = at;
      } else if (!isFilled && !isWithin && start >= 0) {
        columns.add(new int[] {start, at});
        start = -1;
      }
    }
    return columns;
  }

  static String cell(String line, int[] column) {
    return column[0] >= Math.min(column[1], line.length())
        ? ""
        : line.substring(column[0], Math.min(column[1], line.length())).trim();
  }

  /** Whether a line has nothing between the columns. */
  static boolean fits(String line, List<int[]> columns) {
    int end = 0;
    for (int[] column : columns) {
      if (!cell(line, new int[] {end, column[0]}).isEmpty()) {
        return false;
      }
      end = column[1];
    }
    return cell(line, new int[] {end, line.length()}).isEmpty();
  }

  /** The first line, if it has a name for each column and others have values that are none. */
  private static List<String> header(List<String> lines, List<int[]> columns) {
    List<String> none = new ArrayList<String>();
    List<String> header = new ArrayList<String>();
    String line = lines.get(0);
    boolean differs = false;
    int at = 0;
    for (int i = 0; i < columns.size(); i++) {
      // A name may be wider than what stands below, as far as the columns beside it.
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      int end = line.indexOf(' ', at);
      end = end < 0 ? line.length() : end;
      boolean isAbove =
          end > columns.get(i)[0]
              && at < columns.get(i)[1]
              && (i == 0 || at >= columns.get(i - 1)[1])
              && (i == columns.size() - 1 || end <= columns.get(i + 1)[0]);
      String name = isAbove ? line.substring(at, end) : "";
      if (!DelimitedText.isName(name) || header.contains(name)) {
        return none;
      }
      header.add(name);
      at = end;
      differs |= isNoName(lines, columns.get(i));
    }
    return differs && line.substring(at).trim().isEmpty() ? header : none;
  }

  private static boolean isNoName(List<String> lines, int[] column) {
    for (int i = 1; i < lines.size(); i++) {
      String value = cell(lines.get(i), column);
      if (value.isEmpty() || DelimitedText.isName(value)) {
        return false;
      }
    }
    return true;
  }
}
