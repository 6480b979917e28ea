package io.spoor.agent;

import io.spoor.ledger.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the columns in the texts of schemas: of Parquet's MessageType, {@code message m { required
 * int32 id; optional binary name (STRING); optional group tags (LIST) { .. } }}, and of ORC's
 * TypeDescription, {@code struct<id:int,name:string,tags:array<string>>}.
 */
final class SchemaText {

  private static final int MOST = 2000;

  private SchemaText() {}

  /** The columns of the first level; none of what is no record. */
  static List<Column> columns(String schema) {
    return schema.startsWith("struct<") ? ofOrc(schema) : ofParquet(schema);
  }

  private static List<Column> ofOrc(String struct) {
    List<Column> columns = new ArrayList<Column>();
    int depth = 0;
    int start = struct.indexOf('<') + 1;
    for (int i = start; i < struct.length() && columns.size() < MOST; i++) {
      char c = struct.charAt(i);
      if (depth == 0 && (c == ',' || c == '>')) {
        // Names with other letters than those of a word stand in back quotes.
        String field = struct.substring(start, i);
        int colon = field.indexOf(':', field.startsWith("`") ? field.indexOf('`', 1) : 0);
        if (colon > 0) {
          String type = field.substring(colon + 1);
          String name = field.substring(0, colon).replace("`", "");
          columns.add(new Column(name, type.replaceAll("[<(].*", "")));
        }
        start = i + 1;
      }
      depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
    }
    return columns;
  }

  /** A group is a column, with a type where it is annotated. */
  private static List<Column> ofParquet(String message) {
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
