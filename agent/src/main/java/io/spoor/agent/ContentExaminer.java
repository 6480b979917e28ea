package io.spoor.agent;

import io.spoor.boot.record.ContentRing;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the first bytes of streams as they pass: which format, and for delimited text with a
 * header the columns. Nothing of the content is kept.
 */
final class ContentExaminer implements ContentRing.Examiner {

  private static final String DELIMITERS = ",;\t|";
  private static final int MAX_COLUMNS = 2000;
  private static final int SAMPLED_LINES = 20;

  private final FileRecords files;

  ContentExaminer(FileRecords files) {
    this.files = files;
  }

  @Override
  public void examine(SpoorState stream, boolean written, byte[] data, int offset, int length) {
    FileRecords.Use use = files.use(stream);
    if (use == null) {
      return;
    }
    boolean first = written ? !use.examinedOut : !use.examinedIn;
    if (written) {
      use.examinedOut = true;
    } else {
      use.examinedIn = true;
    }
    // Only a piece that begins at the start of the file has a header.
    if (!first || (stream.mode & SpoorHooks.APPEND) != 0) {
      return;
    }
    files.take(stream);
    Access access = written ? use.output : use.input;
    if (access == null) {
      return;
    }
    String format = format(use.id.name(), data, offset, length);
    access.setFormat(format);
    if ("csv".equals(format)) {
      for (String column : header(data, offset, length)) {
        access.addColumn(new Column(column, null));
      }
    }
  }

  /** By content where it has a signature, else by name. */
  private static String format(String name, byte[] data, int offset, int length) {
    if (starts(data, offset, length, "PAR1")) {
      return "parquet";
    }
    if (starts(data, offset, length, "Obj\u0001")) {
      return "avro";
    }
    if (starts(data, offset, length, "ORC")) {
      return "orc";
    }
    if (length > 1 && (data[offset] & 0xff) == 0x1f && (data[offset + 1] & 0xff) == 0x8b) {
      return "gzip";
    }
    if (starts(data, offset, length, "PK\u0003\u0004")) {
      return "zip";
    }
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    String[][] endings = {
      {".csv", "csv"},
      {".tsv", "csv"},
      {".psv", "csv"},
      {".json", "json"},
      {".jsonl", "json"},
      {".ndjson", "json"},
      {".xml", "xml"},
      {".txt", "text"}
    };
    for (String[] ending : endings) {
      // A temporary name keeps its ending in front: report.csv.tmp
      if (lower.endsWith(ending[0]) || lower.contains(ending[0] + ".")) {
        return ending[1];
      }
    }
    return null;
  }

  private static boolean starts(byte[] data, int offset, int length, String signature) {
    if (length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if (data[offset + i] != (byte) signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The columns of a header line; empty when the first line is not one for certain. A first line of
   * names may be data itself, and data must not get into an event: it is a header only if a line
   * below holds something that is no name, such as a number, in one of its columns.
   */
  private static List<String> header(byte[] data, int offset, int length) {
    List<String> none = new ArrayList<String>();
    List<String> lines = lines(data, offset, length);
    if (lines.size() < 2) {
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
    boolean differs = false;
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = split(line, delimiter);
      if (values.size() != cells.size()) {
        return none;
      }
      for (String value : values) {
        differs |= !value.isEmpty() && !isName(value);
      }
    }
    return differs && cells.size() <= MAX_COLUMNS ? cells : none;
  }

  /** The first complete lines, without a byte order mark. */
  private static List<String> lines(byte[] data, int offset, int length) {
    List<String> lines = new ArrayList<String>();
    int end = offset + length;
    int start = offset;
    if (starts(data, offset, length, "\u00ef\u00bb\u00bf")) {
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
  private static boolean isName(String cell) {
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
