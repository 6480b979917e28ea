package io.spoor.instrumentation.jdbc;

import io.spoor.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the URLs of one database product are read and its tables named: a row. Immutable. */
final class Product {

  /** First part of namespaces: {@code postgres} of {@code postgres://host:5432}. */
  final String namespace;

  final Dialect dialect;

  /** The port where a URL has none; 0 when names then go without. */
  final int port;

  /**
   * What the product does to names: U unquoted ones become upper case, L lower case, l quoted ones
   * too, = all stay, P as the server's file system has it.
   */
  final char letterCase;

  /**
   * Parts of a dataset's name: c catalog (database, project), s schema, t table. Without c the
   * database is part of the namespace.
   */
  final String names;

  /** Form of the address; {@link JdbcUrl} knows them. */
  final String form;

  /**
   * Where the catalog is found, the first that is there: {@code /} path, {@code /0} a part of it,
   * {@code user}, {@code =x} the word itself, otherwise a parameter.
   */
  final String[] catalogFrom;

  /** Where the default schema is found likewise; a parameter with ! is spelled as it is stored. */
  final String[] schemaFrom;

  /**
   * What the product knows about itself, which is no data: {@code x.} a schema, {@code x*} tables
   * without schema that begin so, or a table.
   */
  private final String[] catalogue;

  private Product(String[] cells) {
    namespace = cells[1];
    dialect = Dialect.valueOf(cells[2]);
    port = Integer.parseInt(cells[3]);
    letterCase = cells[4].charAt(0);
    names = cells[5];
    form = cells[6];
    catalogFrom = words(cells[7]);
    schemaFrom = words(cells[8]);
    catalogue = words(cells[9]);
  }

  /** Reads a row of ten cells. */
  static Product parse(String row) {
    String[] cells = new String[10];
    int from = 0;
    for (int i = 0; i < cells.length; i++) {
      int end = row.indexOf('|', from);
      cells[i] = row.substring(from, end < 0 ? row.length() : end);
      from = end + 1;
    }
    return new Product(cells);
  }

  private static String[] words(String cell) {
    List<String> words = new ArrayList<String>();
    int from = 0;
    while (from < cell.length()) {
      int blank = cell.indexOf(' ', from);
      int end = blank < 0 ? cell.length() : blank;
      words.add(cell.substring(from, end));
      from = end + 1;
    }
    return words.toArray(new String[0]);
  }

  boolean hasCatalog() {
    return names.charAt(0) == 'c';
  }

  boolean hasSchema() {
    return names.indexOf('s') >= 0;
  }

  /** The schema that a session begins with in any database; null when there is none such. */
  String firstSchema() {
    for (String source : schemaFrom) {
      if (source.charAt(0) == '=') {
        return source.substring(1);
      }
    }
    return null;
  }

  /**
   * Whether a table is the product's own description of itself.
   *
   * @param schema null when the statement names none
   */
  boolean isCatalogue(String schema, String table) {
    if ("information_schema".equalsIgnoreCase(schema)) {
      return true;
    }
    String name = table.toLowerCase(Locale.ROOT);
    for (String word : catalogue) {
      int last = word.length() - 1;
      if (word.charAt(last) == '.') {
        if (schema != null
            && schema.length() == last
            && word.regionMatches(true, 0, schema, 0, last)) {
          return true;
        }
      } else if (schema == null
          && (word.charAt(last) == '*'
              ? name.startsWith(word.substring(0, last))
              : name.equals(word))) {
        return true;
      }
    }
    return false;
  }
}
