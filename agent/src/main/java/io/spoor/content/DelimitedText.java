package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the header of text with delimiters. */
final class DelimitedText {

  private static final String DELIMITERS = ",;\t|";
  private static final int MAX_COLUMNS = 2000;

  private static final int SAMPLED_LINES = 20;

  private DelimitedText() {}

  /**
   * The columns of a header line; empty when the first line is not one for certain. A first line of
   * names may be data itself, and data must not get into an event: it is a header only if in one of
   * its columns every value of two or more lines below is something that is no name, such as a
   * number.
   */
  static List<String> header(byte[] data, int offset, int length) {
    List<String> none = new ArrayList<String>();
    List<String> lines = lines(data, offset, length);
    if (lines.size() < 3) {
      return none;
    }
    char delimiter = delimiter(lines.get(0));
    List<String> cells = split(lines.get(0), delimiter);
    Set<String> seen = new HashSet<String>();
    for (String cell : cells) {
      if (!isName(cell) || !seen.add(cell)) {
        return none;
      }
    }
    boolean[] named = new boolean[cells.size()];
    boolean[] other = new boolean[cells.size()];
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = split(line, delimiter);
      if (values.size() != cells.size()) {
        return none;
      }
      for (int i = 0; i < values.size(); i++) {
        named[i] |= isName(values.get(i));
        other[i] |= !values.get(i).isEmpty() && !isName(values.get(i));
      }
    }
    boolean differs = false;
    for (int i = 0; i < cells.size(); i++) {
      differs |= other[i] && !named[i];
    }
    return differs && cells.size() <= MAX_COLUMNS ? cells : none;
  }

  /** The first complete lines, without a byte order mark. */
  private static List<String> lines(byte[] data, int offset, int length) {
    List<String> lines = new ArrayList<String>();
    int end = offset + length;
    int start = offset;
    if (FileFormat.starts(data, offset, length, "\u00ef\u00bb\u00bf")) {
      start += 3;
    }
    for (int i = start; i < end && lines.size() < SAMPLED_LINES; i++) {
      if (data[i] == '\n' || data[i] == '\r') {
        if (i > start) {
          lines.add(new String(data, start, i - start, StandardCharsets.UTF_8));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static char delimiter(String line) {
    char best = ',';
    int most = 0;
    for (int d = 0; d < DELIMITERS.length(); d++) {
      int count = 0;
      for (int i = 0; i < line.length(); i++) {
        if (line.charAt(i) == DELIMITERS.charAt(d)) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = DELIMITERS.charAt(d);
      }
    }
    return best;
  }

  private static List<String> split(String line, char delimiter) {
    List<String> cells = new ArrayList<String>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? delimiter : line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (i == line.length() || (c == delimiter && !quoted)) {
        cells.add(cell.toString().trim());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  /** A column name begins with a letter and holds no digits-only, date or sentence-like text. */
  static boolean isName(String cell) {
    if (cell.isEmpty() || cell.length() > 128) {
      return false;
    }
    if (!Character.isLetter(cell.charAt(0)) && cell.charAt(0) != '_') {
      return false;
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!Character.isLetterOrDigit(c) && " _-.#%/()".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
