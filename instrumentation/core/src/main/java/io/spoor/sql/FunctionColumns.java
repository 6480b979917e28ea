package io.spoor.sql;

/** Says which columns a table function, an unnested array or rows of VALUES offer. */
final class FunctionColumns {

  /** Functions whose columns are always the same: the name, then its columns. */
  private static final String[][] KNOWN = {
    {"FLATTEN", "seq", "key", "path", "index", "value", "this"},
    {"SPLIT_TO_TABLE", "seq", "index", "value"},
    {"STRTOK_SPLIT_TO_TABLE", "seq", "index", "value"},
    {"OPENJSON", "key", "value", "type"},
    {"STRING_SPLIT", "value", "ordinal"},
    {"GENERATE_SERIES", "generate_series", "value"},
    {"EXPLODE", "col", "key", "value"},
    {"EXPLODE_OUTER", "col", "key", "value"},
    {"POSEXPLODE", "pos", "col", "key", "value"},
    {"POSEXPLODE_OUTER", "pos", "col", "key", "value"},
    {"JSON_EACH", "key", "value", "type", "atom", "id", "parent", "fullkey", "path"},
    {"JSON_TREE", "key", "value", "type", "atom", "id", "parent", "fullkey", "path"},
    {"JSONB_EACH", "key", "value"},
    {"JSON_EACH_TEXT", "key", "value"},
    {"JSONB_EACH_TEXT", "key", "value"},
    {"JSON_ARRAY_ELEMENTS", "value"},
    {"JSONB_ARRAY_ELEMENTS", "value"},
    {"JSON_ARRAY_ELEMENTS_TEXT", "value"},
    {"JSONB_ARRAY_ELEMENTS_TEXT", "value"},
    {"UNNEST", "unnest"},
    {"GENERATE_DATE_ARRAY"},
    {"REGEXP_SPLIT_TO_TABLE"},
    {"STRING_TO_TABLE"},
    {"GENERATE_SUBSCRIPTS"},
    {"RANGE", "range", "id"},
    {"NUMBERS", "number"},
  };

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ExpressionReader expressions;

  FunctionColumns(ColumnWork work, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.expressions = expressions;
  }

  ColumnList read(Relation relation, Scope scope) {
    if (relation.from == relation.to) {
      return rows(relation, scope);
    }
    int open = tokens.isParen(relation.to) ? relation.to : -1;
    int from = open < 0 ? relation.from : open + 1;
    int to = open < 0 ? relation.to : scan.close(open);
    work.collector.begin();
    expressions.influences(scope, from, to, Ways.TRANSFORMATION);
    relation.content = work.collector.take();
    ColumnList columns = new ColumnList();
    if (relation.columnList >= 0) {
      listed(relation, scope, open, columns);
    } else if (relation.alias >= 0 && aliasIsColumn(open)) {
      columns.add(
          OutColumn.named(work.names.ofToken(relation.alias), relation.alias, relation.content));
    } else if (open >= 0 && !known(relation, open, columns) && !defined(relation, open, columns)) {
      columns.add(OutColumn.star(null, null));
    }
    if (relation.offset >= 0) {
      columns.add(
          OutColumn.named(work.names.ofToken(relation.offset), relation.offset, Sources.NONE));
    }
    return columns;
  }

  /** Whether the alias of a function of one column, or of an array, names the column too. */
  private boolean aliasIsColumn(int open) {
    return (scan.dialect == Dialect.BIGQUERY || scan.dialect.isPostgresFamily())
        && (open < 0
            || tokens.isWord(open - 1, "UNNEST")
            || tokens.isWord(open - 1, "GENERATE_SERIES")
            || tokens.isWord(open - 1, "REGEXP_SPLIT_TO_TABLE")
            || tokens.isWord(open - 1, "STRING_TO_TABLE")
            || tokens.isWord(open - 1, "GENERATE_DATE_ARRAY"));
  }

  /** {@code f(..) AS t (a, b)} or LATERAL VIEW f(..) t AS a, b. */
  private void listed(Relation relation, Scope scope, int open, ColumnList columns) {
    boolean list = tokens.isParen(relation.columnList);
    int close = list ? scan.close(relation.columnList) : tokens.size;
    int argument = open < 0 ? -1 : open + 1;
    int end = open < 0 ? -1 : scan.close(open);
    boolean byPosition =
        open >= 0 && tokens.isWord(open - 1, "UNNEST") && commas(open + 1, end) > 0;
    for (int p = relation.columnList + 1; p < close && tokens.isName(p); ) {
      Sources sources = relation.content;
      if (relation.numbered && NameLists.next(tokens, p, close) >= close) {
        sources = Sources.NONE;
      } else if (byPosition) {
        sources = argument >= end ? Sources.NONE : argument(scope, argument, end);
        argument = argument >= end ? end : NameLists.next(tokens, argument, end);
      }
      columns.add(OutColumn.named(work.names.ofToken(p), p, sources));
      if (list) {
        p = NameLists.next(tokens, p, close);
      } else if (tokens.kind[p + 1] == Tokens.COMMA) {
        p += 2;
      } else {
        break;
      }
    }
  }

  private int commas(int from, int end) {
    int count = 0;
    for (int p = from; p < end; p = NameLists.next(tokens, p, end)) {
      count++;
    }
    return count - 1;
  }

  private Sources argument(Scope scope, int from, int end) {
    work.collector.begin();
    expressions.influences(scope, from, NameLists.end(tokens, from, end), Ways.TRANSFORMATION);
    return work.collector.take();
  }

  private boolean known(Relation relation, int open, ColumnList columns) {
    int name = open - 1;
    if (tokens.keyword[name] == Keyword.TABLE && tokens.isName(open + 1)) {
      name = open + 1; // TABLE(flatten(..))
      while (tokens.kind[name + 1] == Tokens.DOT && tokens.isName(name + 2)) {
        name += 2;
      }
    }
    for (String[] function : KNOWN) {
      if (tokens.isWord(name, function[0])) {
        for (int i = 1; i < function.length; i++) {
          add(function[i], relation, columns);
        }
        return true;
      }
    }
    return false;
  }

  private void add(String column, Relation relation, ColumnList columns) {
    columns.add(OutColumn.constant(work.names.of(column), column, relation.content));
  }

  /** JSON_TABLE and XMLTABLE: COLUMNS (a INT PATH '$.a', ..). */
  private boolean defined(Relation relation, int open, ColumnList columns) {
    int close = scan.close(open);
    boolean found = false;
    for (int p = open + 1; p < close; p++) {
      boolean list = tokens.isWord(p, "COLUMNS");
      if (list) {
        found = true;
        define(tokens.isParen(p + 1) ? p + 2 : p + 1, close, relation, columns);
        p = tokens.isParen(p + 1) ? scan.close(p + 1) : close;
      }
    }
    return found;
  }

  private void define(int from, int close, Relation relation, ColumnList columns) {
    for (int p = from; p < close; p++) {
      byte before = tokens.kind[p - 1];
      boolean begins =
          before == Tokens.COMMA || before == Tokens.OPEN || tokens.isWord(p - 1, "COLUMNS");
      if (begins && tokens.isName(p) && !tokens.isWord(p, "NESTED")) {
        columns.add(OutColumn.named(work.names.ofToken(p), p, relation.content));
      }
    }
  }

  /** VALUES in place of a table; only the queries in it bring columns of tables. */
  private ColumnList rows(Relation relation, Scope scope) {
    int open = tokens.isParen(relation.from) ? relation.from : relation.from + 1;
    ColumnList columns = new RowColumns(work, expressions).read(scope, open, scan.to);
    if (relation.columnList >= 0 && tokens.isParen(relation.columnList)) {
      ColumnList named = new ColumnList();
      int close = scan.close(relation.columnList);
      int index = 0;
      for (int p = relation.columnList + 1; p < close; p = NameLists.next(tokens, p, close)) {
        if (tokens.isName(p)) {
          Sources sources =
              index < columns.size() ? columns.get(index).sources(work) : Sources.NONE;
          named.add(OutColumn.named(work.names.ofToken(p), p, sources));
          index++;
        }
      }
      return named;
    }
    return columns;
  }
}
