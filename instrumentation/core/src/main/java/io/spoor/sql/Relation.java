package io.spoor.sql;

/** One entry of a FROM clause, or the target of a statement that writes. */
final class Relation {

  enum Kind {
    /** A name: a table, a view or a common table expression. */
    NAMED,
    /** A query in parentheses. */
    DERIVED,
    /** A table function whose rows come from its arguments alone. */
    FUNCTION,
    FILE,
    /** A parameter or something not understood. */
    UNKNOWN
  }

  final Kind kind;

  /** Token range of the name; for a file only {@link #name} counts. */
  final int from;

  final int to;

  /** Whether the statement writes it. */
  boolean target;

  /** Token of the alias, or -1. */
  int alias = -1;

  /** The query of a derived table, or of the CTE the name was resolved to; else null. */
  Query query;

  /** Whether it turned out to be no table: the UPDATE target met again, a path into a row. */
  boolean ignored;

  /** Whether it is written, and its values also go into another table that is written. */
  boolean crossed;

  /** Whether it is written, and rows of it are handed on: DELETE .. RETURNING. */
  boolean returned;

  /** Set for tables and files. */
  TableName name;

  /** The opening parenthesis of the list of column names behind the name or alias, or -1. */
  int columnList = -1;

  /**
   * For a target the opening parenthesis of its own values: INSERT ALL INTO t VALUES (..); or -1.
   */
  int valueList = -1;

  /** For a target the opening parenthesis of PARTITION (..), or -1. */
  int partition = -1;

  /** For a target whether columns are matched by name: INSERT .. BY NAME. */
  boolean byName;

  /** The opening parenthesis of USING behind it, or -1. */
  int using = -1;

  /** Whether it is joined by all columns of the same name. */
  boolean natural;

  /** The word PIVOT or UNPIVOT behind it, or -1. */
  int pivot = -1;

  /** What it offers; set when columns are read. */
  ColumnList columns;

  /** The table itself; null when it is none, or when the columns are not read. */
  TableRef table;

  /** Number of the name by which columns are qualified, or -1. */
  int handleName = -1;

  /** For a target whether it takes what OUTPUT hands on: OUTPUT .. INTO t. */
  boolean fromOutput;

  /** Whether its last column is the position of the row: WITH ORDINALITY. */
  boolean numbered;

  /** The token that names the position of an array's element, or -1. */
  int offset = -1;

  /** The columns that PIVOT turns by; null for none. */
  Sources pivotSources;

  /** Numbers of the table's and the schema's own names; -1 for none. */
  int tableName = -1;

  int schemaName = -1;

  /** Numbers of the names in USING; null for none. */
  int[] usingNames;

  /** What any column of a function is made of; null for other kinds. */
  Sources content;

  Relation(Kind kind, int from, int to, boolean target) {
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.target = target;
  }

  /** The token by which columns are qualified: the alias or the last part of the name, or -1. */
  int handle() {
    return alias >= 0 ? alias : kind == Kind.NAMED ? to - 1 : -1;
  }
}
