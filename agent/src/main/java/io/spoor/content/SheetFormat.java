package io.spoor.content;

import io.spoor.content.XmlScan.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of sheets in a workbook (ECMA-376, SpreadsheetML): an archive with an entry for each sheet
 * and one for the texts that they share. Dates are numbers there, and are not recognised.
 */
final class SheetFormat {

  private static final String SHEETS = "xl/worksheets/";

  private final List<String> shared = new ArrayList<String>();

  private SheetFormat() {}

  /** Whether the entries of an archive are those of a workbook. */
  static boolean isWorkbook(List<Unpacked> entries) {
    for (Unpacked entry : entries) {
      if (entry.name().startsWith("xl/")) {
        return true;
      }
    }
    return false;
  }

  /** The rows of each sheet that has some. */
  static List<FileRows> read(List<Unpacked> entries) {
    SheetFormat format = new SheetFormat();
    for (Unpacked entry : entries) {
      if (entry.name().equals("xl/sharedStrings.xml")) {
        format.readShared(text(entry));
      }
    }
    List<FileRows> sheets = new ArrayList<FileRows>();
    for (Unpacked entry : entries) {
      if (entry.name().startsWith(SHEETS) && entry.name().endsWith(".xml")) {
        FileRows rows = format.sheet(text(entry));
        if (rows != null) {
          sheets.add(rows);
        }
      }
    }
    return sheets;
  }

  private static String text(Unpacked entry) {
    return new String(entry.bytes(), StandardCharsets.UTF_8);
  }

  /** Texts with parts in different fonts are one; how they are spoken is left out. */
  private void readShared(String xml) {
    XmlScan scan = new XmlScan(xml);
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    boolean isSpoken = false;
    for (Kind kind = scan.next(); kind != Kind.STOP; kind = scan.next()) {
      if (kind == Kind.TEXT) {
        text.append(isText && !isSpoken ? scan.value() : "");
        continue;
      }
      boolean starts = kind == Kind.START;
      if (scan.name().equals("t")) {
        isText = starts;
      } else if (scan.name().equals("rPh")) {
        isSpoken = starts;
      } else if (scan.name().equals("si") && !starts) {
        shared.add(text.toString());
        text.setLength(0);
      }
    }
  }

  private FileRows sheet(String xml) {
    XmlScan scan = new XmlScan(xml);
    List<List<String>> rows = new ArrayList<List<String>>();
    int cells = 0;
    List<String> row = null;
    Kind kind = scan.next();
    while (kind != Kind.STOP && cells < FileRows.CELLS + FileRows.WIDEST) {
      if (kind == Kind.START && scan.name().equals("row")) {
        row = new ArrayList<String>();
      } else if (kind == Kind.START && scan.name().equals("c") && row != null) {
        if (!cell(scan, row)) {
          break;
        }
      } else if (kind == Kind.END && scan.name().equals("row")) {
        rows.add(row);
        cells += row.size();
        row = null;
      }
      kind = scan.next();
    }
    List<String> header = header(rows);
    FileRows.Collector table = new FileRows.Collector();
    for (List<String> each : rows.subList(header.isEmpty() ? 0 : 1, rows.size())) {
      Object[] values = new Object[each.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(each.get(i));
      }
      if (!table.add(values)) {
        break;
      }
    }
    return table.done(header, scan.isAtEnd());
  }

  /** Adds a cell at its place; false where it breaks off, or its text is not known. */
  private boolean cell(XmlScan scan, List<String> row) {
    String type = attribute(scan, "t");
    int place = place(attribute(scan, "r"), row.size());
    StringBuilder value = new StringBuilder();
    boolean isValue = false;
    Kind kind = scan.next();
    while (kind != Kind.END || !scan.name().equals("c")) {
      if (kind == Kind.STOP) {
        return false;
      }
      if (kind == Kind.TEXT) {
        value.append(isValue ? scan.value() : "");
      } else if (scan.name().equals("v") || scan.name().equals("t")) {
        isValue = kind == Kind.START;
      }
      kind = scan.next();
    }
    String text = value.toString();
    if ("s".equals(type)) {
      int index = index(text);
      if (index < 0 || index >= shared.size()) {
        return false;
      }
      text = shared.get(index);
    }
    while (row.size() < place) {
      row.add("");
    }
    if (place < FileRows.WIDEST && place == row.size()) {
      row.add("e".equals(type) ? "" : text);
    }
    return true;
  }

  private static String attribute(XmlScan scan, String name) {
    List<String> attributes = scan.attributes();
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return null;
  }

  /** Of {@code B3} it is 1. */
  private static int place(String reference, int next) {
    if (reference == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < reference.length() && column <= FileRows.WIDEST; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    return Math.min(column - 1, FileRows.WIDEST);
  }

  private static int index(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Numbers are written as computers do. */
  private static Object value(String cell) {
    boolean mayHaveExponent = !cell.isEmpty() && cell.charAt(0) <= '9' && cell.indexOf('E') > 0;
    if (mayHaveExponent) {
      try {
        return Double.valueOf(cell);
      } catch (NumberFormatException e) {
        return cell;
      }
    }
    return cell;
  }

  /** The first row, if it has names and beneath one of them is nothing that could be one. */
  private static List<String> header(List<List<String>> rows) {
    List<String> none = new ArrayList<String>();
    if (rows.size() < FileRows.FEWEST) {
      return none;
    }
    Set<String> seen = new HashSet<String>();
    boolean differs = false;
    for (int column = 0; column < rows.get(0).size(); column++) {
      String name = rows.get(0).get(column);
      if (!DelimitedText.isName(name) || !seen.add(name)) {
        return none;
      }
      boolean isOther = true;
      for (List<String> row : rows.subList(1, rows.size())) {
        String value = column < row.size() ? row.get(column) : "";
        isOther &= !value.isEmpty() && !DelimitedText.isName(value);
      }
      differs |= isOther;
    }
    return differs ? rows.get(0) : none;
  }
}
