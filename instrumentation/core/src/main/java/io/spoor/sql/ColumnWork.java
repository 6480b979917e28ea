package io.spoor.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all readers of one statement's columns share: names, tables, base columns, the budget. */
final class ColumnWork {

  /** Bound of all sets together, so that no statement costs more than milliseconds. */
  private static final int MAX_STEPS = 200_000;

  final Scan scan;
  final Tokens tokens;
  final Names tableNames;
  final NameTable names;
  final SourceCollector collector = new SourceCollector();
  final Parameters parameters;
  private final SqlCatalog catalog;
  private final Map<String, TableRef> tables = new HashMap<String, TableRef>();
  private final Map<Long, BaseColumn> bases = new HashMap<Long, BaseColumn>();
  private int steps;

  /** Why columns are missing; the first reason stays. */
  String partialReason;

  ColumnWork(Scan scan, Names tableNames, SqlCatalog catalog) {
    this.scan = scan;
    this.tokens = scan.tokens;
    this.tableNames = tableNames;
    this.names = new NameTable(scan.tokens);
    this.parameters = new Parameters(scan.tokens);
    this.catalog = catalog;
  }

  void partial(String reason) {
    if (partialReason == null) {
      partialReason = reason;
    }
  }

  /** Takes from the budget; false when it is used up. */
  boolean spend(int more) {
    steps += more;
    if (steps > MAX_STEPS || steps < 0) {
      partial("the statement holds more columns than the limit");
      return false;
    }
    return true;
  }

  /** The table of that name; null for one of the database's own that is left out. */
  TableRef table(TableName name) {
    String key = name.isFile() ? "\n" + name.table() : name.toString().toLowerCase(Locale.ROOT);
    TableRef known = tables.get(key);
    if (known == null) {
      boolean system = !scan.limits.systemTables() && tableNames.isSystem(name);
      List<String> columns = system ? null : catalog.columns(name);
      boolean empty = columns != null && columns.isEmpty();
      known = new TableRef(system ? null : name, tables.size(), empty ? null : columns);
      tables.put(key, known);
    }
    return known.name == null ? null : known;
  }

  /** The column of a table; its spelling is that of the first call. */
  BaseColumn base(TableRef table, int name, String spelling, boolean quoted) {
    Long key = (long) table.id << 32 | name;
    BaseColumn base = bases.get(key);
    if (base == null) {
      base = BaseColumn.of(table.name, spelling, quoted);
      bases.put(key, base);
    }
    return base;
  }

  /**
   * The column that the chain of the tokens {@code [token, to)} begins with; the whole path where
   * the catalogue lists it as a column.
   */
  BaseColumn base(TableRef table, int token, int to) {
    if (to > token + 1 && table.columns != null) {
      StringBuilder path = new StringBuilder();
      for (int i = token; i < to; i += 2) {
        path.append(i > token ? "." : "").append(tokens.unquoted(i));
      }
      int name = names.of(path.toString());
      OutColumn listed = table.offered(names).find(name);
      if (listed != null) {
        return base(table, name, listed.spelling, true);
      }
    }
    return base(table, token);
  }

  private BaseColumn base(TableRef table, int token) {
    Long key = (long) table.id << 32 | names.ofToken(token);
    BaseColumn base = bases.get(key);
    if (base == null) {
      boolean quoted = tokens.kind[token] != Tokens.WORD;
      base = BaseColumn.of(table.name, tokens.unquoted(token), quoted);
      bases.put(key, base);
    }
    return base;
  }
}
