package io.spoor.sql;

/** Reads the calls of the products' own routines that carry rows between tables and files. */
final class ProcedureReader {

  private final Scan scan;
  private final Tokens tokens;

  ProcedureReader(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  /** Reads the call whose name begins at {@code start}; false when the routine is another. */
  boolean read(Scope scope, int start) {
    int p = start;
    while (scan.isName(p) && scan.kind(p + 1) == Tokens.DOT) {
      p += 2;
    }
    int first = scan.isParen(p + 1) ? p + 2 : p + 1;
    if (scan.isWord(p, "CSVWRITE")) {
      return csvWrite(scope, first);
    }
    if (scan.isWord(p, "ADMIN_CMD")) {
      return scan.kind(first) == Tokens.STRING && adminCommand(scope, first);
    }
    if (scan.isWord(p, "SYSCS_EXPORT_TABLE")
        || scan.isWord(p, "SYSCS_EXPORT_TABLE_LOBS_TO_EXTFILE")) {
      return table(scope, first, argument(first, 2), true);
    }
    if (scan.isWord(p, "SYSCS_EXPORT_QUERY")
        || scan.isWord(p, "SYSCS_EXPORT_QUERY_LOBS_TO_EXTFILE")) {
      return query(scope, argument(first, 1), first);
    }
    if (scan.isWord(p, "SYSCS_IMPORT_TABLE")
        || scan.isWord(p, "SYSCS_IMPORT_TABLE_LOBS_FROM_EXTFILE")) {
      return table(scope, first, argument(first, 2), false);
    }
    if (scan.isWord(p, "SYSCS_IMPORT_DATA")
        || scan.isWord(p, "SYSCS_IMPORT_DATA_LOBS_FROM_EXTFILE")) {
      return table(scope, first, argument(first, 4), false);
    }
    return scan.isWord(p, "SP_RENAME") && rename(scope, first);
  }

  /** The token of an argument that is one token, as those before it are; -1 when there is none. */
  private int argument(int first, int index) {
    int p = first;
    for (int i = 0; i < index; i++) {
      if (scan.kind(p + 1) != Tokens.COMMA) {
        return -1;
      }
      p += 2;
    }
    return p;
  }

  private boolean isText(int p) {
    return p >= 0 && scan.kind(p) == Tokens.STRING;
  }

  /** H2: CALL CSVWRITE('file', 'query'). */
  private boolean csvWrite(Scope scope, int file) {
    return query(scope, file, argument(file, 1));
  }

  private boolean query(Scope scope, int file, int query) {
    if (!isText(file) || !isText(query)) {
      return false;
    }
    scan.kind = StatementKind.COPY;
    add(file, TableName.file(tokens.unquoted(file)), scope, true);
    queryInText(query, tokens.unquoted(query), scope);
    return true;
  }

  /** Derby: schema, table, .., file. */
  private boolean table(Scope scope, int schema, int file, boolean reads) {
    int table = argument(schema, 1);
    if (!isText(file) || !isText(table)) {
      return false;
    }
    String name = tokens.unquoted(table);
    if (isText(schema)) {
      name = tokens.unquoted(schema) + "." + name;
    }
    scan.kind = StatementKind.COPY;
    add(table, Names.ofText(name), scope, !reads);
    add(file, TableName.file(tokens.unquoted(file)), scope, reads);
    return true;
  }

  private void add(int token, TableName name, Scope scope, boolean written) {
    Relation.Kind kind = name.isFile() ? Relation.Kind.FILE : Relation.Kind.DERIVED;
    Relation relation = new Relation(kind, token, token + 1, written);
    relation.name = name;
    if (written) {
      scan.target(relation);
    } else {
      scope.add(relation);
    }
  }

  /** The tables that a query in a literal reads. */
  void queryInText(int token, String query, Scope scope) {
    SqlScript script = SqlLineage.nested(scan, query);
    boolean found = false;
    for (int i = 0; i < script.statements().size(); i++) {
      for (TableName name : script.statements().get(i).inputs()) {
        add(token, name, scope, false);
        found = true;
      }
    }
    if (!found) {
      scan.partial("no table was found in the text of the query");
    }
  }

  /** SQL Server: EXEC sp_rename 'old', 'new' renames a table unless a third argument says what. */
  private boolean rename(Scope scope, int old) {
    int other = argument(old, 1);
    if (!isText(old) || !isText(other) || scan.kind(other + 1) == Tokens.COMMA) {
      return false;
    }
    scan.kind = StatementKind.RENAME;
    add(old, Names.ofText(tokens.unquoted(old)), scope, false);
    add(other, Names.ofText(tokens.unquoted(other)), scope, true);
    return true;
  }

  // ---- Db2

  /** EXPORT TO f OF DEL SELECT .., LOAD|IMPORT FROM f OF DEL INSERT INTO t. */
  private boolean adminCommand(Scope scope, int token) {
    Words words = new Words(tokens.unquoted(token));
    String verb = words.next();
    boolean export = verb.equalsIgnoreCase("EXPORT");
    if (!export && !verb.equalsIgnoreCase("LOAD") && !verb.equalsIgnoreCase("IMPORT")) {
      return false;
    }
    words.next(); // TO or FROM
    String file = words.next();
    scan.kind = StatementKind.COPY;
    add(token, TableName.file(unquoted(file)), scope, export);
    for (String word = words.next(); !word.isEmpty(); word = words.next()) {
      if (export && (word.equalsIgnoreCase("SELECT") || word.equalsIgnoreCase("WITH"))) {
        queryInText(token, words.from(), scope);
        return true;
      }
      if (!export && word.equalsIgnoreCase("INTO")) {
        String table = words.next();
        int bracket = table.indexOf('(');
        add(token, Names.ofText(bracket < 0 ? table : table.substring(0, bracket)), scope, true);
        return true;
      }
    }
    scan.partial("the table of the command was not found");
    return true;
  }

  private static String unquoted(String word) {
    int last = word.length() - 1;
    return last > 0 && word.charAt(0) == '"' && word.charAt(last) == '"'
        ? word.substring(1, last)
        : word;
  }

  /** The words of a command, which is no SQL. */
  private static final class Words {
    private final String text;
    private int from;
    private int at;

    Words(String text) {
      this.text = text;
    }

    /** The next word; empty at the end. */
    String next() {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      from = at;
      while (at < text.length() && text.charAt(at) > ' ') {
        at++;
      }
      return text.substring(from, at);
    }

    /** The text from the last word on. */
    String from() {
      return text.substring(from);
    }
  }
}
