package io.spoor.agent;

import io.spoor.ledger.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the text of Parquet's message types, as {@code org.apache.parquet.schema.MessageType}
 * writes it: {@code message m { required int32 id; optional binary name (STRING); optional group
 * tags (LIST) { .. } }}.
 */
final class ParquetSchema {

  private static final int MOST = 2000;

  private ParquetSchema() {}

  /** The columns of the first level; a group is one, with a type where it is annotated. */
  static List<Column> columns(String message) {
    List<Column> columns = new ArrayList<Column>();
    int start = message.indexOf('{');
    int depth = 0;
    StringBuilder field = new StringBuilder();
    for (int i = start + 1; start >= 0 && i < message.length() && columns.size() < MOST; i++) {
      char c = message.charAt(i);
      if (c == '{' || c == ';') {
        if (depth == 0) {
          add(columns, field.toString());
          field.setLength(0);
        }
        depth += c == '{' ? 1 : 0;
      } else if (c == '}') {
        if (--depth < 0) {
          break;
        }
      } else if (depth == 0) {
        field.append(c);
      }
    }
    return columns;
  }

  /** Repetition, type, name, and in brackets what values of the type mean. */
  private static void add(List<Column> columns, String field) {
    String meaning = null;
    String plain = field.trim();
    int open = plain.indexOf('(', plain.indexOf(' ') + 1);
    boolean ofType = plain.startsWith("fixed_len_byte_array(", plain.indexOf(' ') + 1);
    if (ofType) {
      open = plain.indexOf('(', open + 1);
    }
    if (open > 0) {
      String inside = plain.substring(open + 1).replaceAll("[(),].*", "");
      meaning = inside.trim().toLowerCase(Locale.ROOT);
      plain = plain.substring(0, open);
    }
    String[] words = plain.trim().split("\\s+");
    if (words.length >= 3) {
      String type = words[1].replaceAll("\\(.*", "");
      boolean isGroup = type.equals("group");
      columns.add(new Column(words[2], meaning != null ? meaning : isGroup ? null : type));
    }
  }
}
