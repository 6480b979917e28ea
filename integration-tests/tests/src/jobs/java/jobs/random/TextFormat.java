package jobs.random;

import java.util.ArrayList;
import java.util.List;

/** How a file has its rows. */
final class TextFormat {

  private static final char[] DELIMITERS = {',', ',', ',', ';', '\t', '|'};

  final boolean isJson;
  final boolean isGzip;
  final boolean lowerCase;
  private final char delimiter;
  private final boolean quotesAll;

  TextFormat(Dice dice) {
    isJson = dice.percent(25);
    isGzip = dice.percent(20);
    lowerCase = dice.percent(40);
    delimiter = DELIMITERS[dice.below(DELIMITERS.length)];
    quotesAll = dice.percent(25);
  }

  String ending() {
    String ending = isJson ? ".jsonl" : delimiter == '\t' ? ".tsv" : ".csv";
    return isGzip ? ending + ".gz" : ending;
  }

  /** Null when there is none. */
  String header(List<String> names) {
    return isJson ? null : line(names, names);
  }

  /** A row's line. */
  String line(List<String> names, List<?> values) {
    StringBuilder line = new StringBuilder(isJson ? "{" : "");
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      String text = Type.text(value);
      if (isJson) {
        line.append(i == 0 ? "" : ", ").append('"').append(names.get(i)).append("\": ");
        boolean isPlain = value instanceof Number || value instanceof Boolean;
        if (value == null) {
          line.append("null");
          continue;
        }
        line.append(isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
      } else {
        boolean isQuoted = quotesAll || text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0;
        line.append(i == 0 ? "" : String.valueOf(delimiter));
        line.append(isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
      }
    }
    return line.append(isJson ? "}" : "").toString();
  }

  /** The values of a line; what is in JSON without quotes as text, too, and nothing as null. */
  Object[] values(String line) {
    Object[] values = (isJson ? jsonValues(line) : cells(line)).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i].equals("") || isJson && values[i].equals("null") ? null : values[i];
    }
    return values;
  }

  private List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Of the flat objects that {@link #line} makes. */
  private static List<String> jsonValues(String line) {
    List<String> values = new ArrayList<>();
    int at = line.indexOf("\": ");
    while (at >= 0) {
      int start = at + 3;
      StringBuilder value = new StringBuilder();
      int end = start;
      if (line.charAt(start) == '"') {
        for (end = start + 1; line.charAt(end) != '"'; end++) {
          end += line.charAt(end) == '\\' ? 1 : 0;
          value.append(line.charAt(end));
        }
      } else {
        for (; line.charAt(end) != ',' && line.charAt(end) != '}'; end++) {
          value.append(line.charAt(end));
        }
      }
      values.add(value.toString());
      at = line.indexOf("\": ", end);
    }
    return values;
  }
}
