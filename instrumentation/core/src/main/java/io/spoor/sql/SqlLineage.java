package io.spoor.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Says which tables and files the statements of a text read and write.
 *
 * <p>Pure functions, safe on any thread. Nothing of the text leaves but the names of tables,
 * columns and files.
 */
public final class SqlLineage {

  /** How deep texts in texts are followed. */
  private static final int MAX_EMBEDDED = 3;

  private SqlLineage() {}

  /**
   * Reads a text of one or more statements.
   *
   * @param sql the text; null counts as empty
   * @param dialect the product's dialect, {@link Dialect#GENERIC} when unknown; not null
   * @param limits how much is read; not null
   * @return never null; whatever fails inside gives one partial statement, never an exception
   */
  public static SqlScript analyze(CharSequence sql, Dialect dialect, Limits limits) {
    return analyze(sql, dialect, limits, SqlCatalog.NONE);
  }

  /**
   * Reads a text of one or more statements.
   *
   * @param sql the text; null counts as empty
   * @param dialect the product's dialect, {@link Dialect#GENERIC} when unknown; not null
   * @param limits how much is read; not null
   * @param catalog what is known of the columns of tables; tables that the text itself creates are
   *     known from there on; not null
   * @return never null; whatever fails inside gives one partial statement, never an exception
   */
  public static SqlScript analyze(
      CharSequence sql, Dialect dialect, Limits limits, SqlCatalog catalog) {
    if (sql == null) {
      return new SqlScript(Collections.<SqlStatement>emptyList());
    }
    try {
      return script(sql, dialect, limits, catalog);
    } catch (Throwable t) {
      return new SqlScript(
          Collections.singletonList(
              SqlStatement.opaque("not readable: " + t.getClass().getName())));
    }
  }

  private static SqlScript script(
      CharSequence sql, Dialect dialect, Limits limits, SqlCatalog catalog) {
    List<SqlStatement> out = new ArrayList<SqlStatement>(2);
    read(sql, dialect, limits, new ScriptCatalog(catalog), 0, out);
    return new SqlScript(out);
  }

  /** Reads a text; one that a statement of it runs, such as a DO block, is read in its place. */
  private static void read(
      CharSequence sql,
      Dialect dialect,
      Limits limits,
      ScriptCatalog catalog,
      int level,
      List<SqlStatement> out) {
    Tokens tokens = Lexer.lex(sql, dialect, limits);
    List<Splitter.Range> ranges = Splitter.split(tokens, dialect);
    for (int i = 0; i < ranges.size(); i++) {
      Splitter.Range range = ranges.get(i);
      int inner = EmbeddedText.find(tokens, range.from, range.to);
      if (inner >= 0 && level < MAX_EMBEDDED) {
        read(tokens.unquoted(inner), dialect, limits, catalog, level + 1, out);
        continue;
      }
      Scan scan = new Scan(tokens, dialect, limits);
      scan.inBlock = range.inBlock || level > 0 && dialect.isPostgresFamily();
      if (tokens.truncated && i == ranges.size() - 1) {
        scan.partial("the text is longer than the limit");
      }
      SqlStatement statement = StatementReader.read(scan, range.from, range.to, catalog);
      catalog.learn(statement);
      out.add(statement);
    }
  }

  /** The inputs of a statement that stands in a string literal. */
  static List<TableName> inputsOfText(Scan scan, int token) {
    List<TableName> inputs = new ArrayList<TableName>();
    SqlScript script = analyze(scan.tokens.unquoted(token), scan.dialect, scan.limits);
    for (int i = 0; i < script.statements().size(); i++) {
      inputs.addAll(script.statements().get(i).inputs());
    }
    return inputs;
  }
}
