package io.spoor.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligned rows: a name on the left, short figures to the right of it, text at the end. Sections
 * share the widths. A name too long for its column stands on a line of its own, the rest below it.
 */
final class Layout {
  static final int WIDTH = 120;
  private static final int MAX_NAME = 56;
  private static final int GAP = 2;

  private final int figures;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param figures how many columns of figures each row has
   */
  Layout(int figures) {
    this.figures = figures;
  }

  /**
   * Adds a row.
   *
   * @param text of any length, or empty
   * @param figures right-aligned; empty where there is none
   */
  void row(String name, String text, String... figures) {
    rows.add(new Row(name, text, figures));
  }

  /** Adds a line that is not part of the columns. */
  void line(String line) {
    rows.add(new Row(line, null, null));
  }

  /** All rows, each ending with a newline, none longer than 120 columns where its words allow. */
  String render() {
    int name = 0;
    int[] widths = new int[figures];
    for (Row row : rows) {
      if (row.figures == null) {
        continue;
      }
      if (row.name.length() <= MAX_NAME) {
        name = Math.max(name, row.name.length());
      }
      for (int i = 0; i < figures; i++) {
        widths[i] = Math.max(widths[i], row.figures[i].length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      if (row.figures == null) {
        wrap(out, "", row.name, indent(row.name) + 4);
      } else {
        render(out, row, name, widths);
      }
    }
    return out.toString();
  }

  private void render(StringBuilder out, Row row, int nameWidth, int[] widths) {
    StringBuilder line = new StringBuilder(row.name);
    boolean more = !row.text.isEmpty() || !String.join("", row.figures).isEmpty();
    if (line.length() > nameWidth && more) {
      out.append(line).append('\n');
      line.setLength(0);
    }
    pad(line, nameWidth);
    for (int i = 0; i < figures; i++) {
      if (widths[i] > 0) {
        pad(line, line.length() + GAP + widths[i] - row.figures[i].length());
        line.append(row.figures[i]);
      }
    }
    pad(line, line.length() + GAP);
    wrap(out, line.toString(), row.text, line.length());
  }

  /** Appends head and text, broken at spaces; lines after the first are indented. */
  private static void wrap(StringBuilder out, String head, String text, int indent) {
    StringBuilder line = new StringBuilder(head).append(text);
    while (line.length() > WIDTH) {
      int space = line.lastIndexOf(" ", WIDTH);
      if (space <= Math.max(head.length(), indent)) {
        break;
      }
      trimmed(out, line.substring(0, space));
      StringBuilder rest = new StringBuilder();
      pad(rest, indent);
      line = rest.append(line, space + 1, line.length());
    }
    trimmed(out, line.toString());
  }

  private static void trimmed(StringBuilder out, String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    out.append(line, 0, end).append('\n');
  }

  private static int indent(String line) {
    int spaces = 0;
    while (spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }

  private static void pad(StringBuilder line, int width) {
    while (line.length() < width) {
      line.append(' ');
    }
  }

  private static final class Row {
    private final String name;
    private final String text;
    private final String[] figures;

    Row(String name, String text, String[] figures) {
      this.name = name;
      this.text = text;
      this.figures = figures;
    }
  }
}
