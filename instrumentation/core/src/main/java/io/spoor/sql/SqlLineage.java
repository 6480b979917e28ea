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

  /** A text of more is a dump, of which a limit has to be kept in memory. */
  private static final int MAX_STATEMENTS = 5_000;

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
      return script(sql, dialect, limits, catalog, 0);
    } catch (Throwable t) {
      return new SqlScript(
          Collections.singletonList(
              SqlStatement.opaque("not readable: " + t.getClass().getName())));
    }
  }

  /** The same without the net: what fails inside is thrown. */
  static SqlScript script(CharSequence sql, Dialect dialect, Limits limits) {
    return script(sql, dialect, limits, SqlCatalog.NONE, 0);
  }

  private static SqlScript script(
      CharSequence sql, Dialect dialect, Limits limits, SqlCatalog catalog, int level) {
    List<SqlStatement> out = new ArrayList<SqlStatement>(2);
    read(sql, dialect, limits, new ScriptCatalog(catalog), level, out);
    SqlScript script = new SqlScript(out);
    return script.runsPrepared() ? script.resolved(dialect) : script;
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
      if (out.size() >= MAX_STATEMENTS) {
        out.add(SqlStatement.opaque("the text holds more statements than the limit"));
        return;
      }
      Splitter.Range range = ranges.get(i);
      int inner = EmbeddedText.find(tokens, range.from, range.to);
      if (inner >= 0 && level < MAX_EMBEDDED) {
        read(tokens.unquoted(inner), dialect, limits, catalog, level + 1, out);
        continue;
      }
      Scan scan = new Scan(tokens, dialect, limits);
      scan.level = level;
      scan.inBlock = range.inBlock || level > 0 && dialect.isPostgresFamily();
      if (tokens.truncated && i == ranges.size() - 1) {
        scan.partial("the text is longer than the limit");
      }
      SqlStatement statement = StatementReader.read(scan, range.from, range.to, catalog);
      catalog.learn(statement);
      out.add(statement);
    }
  }

  /** A text inside the statement that is read; empty when texts are nested too deep. */
  static SqlScript nested(Scan scan, String text) {
    if (scan.level >= MAX_EMBEDDED) {
      scan.partial("texts are nested deeper than the limit");
      return new SqlScript(Collections.<SqlStatement>emptyList());
    }
    return script(text, scan.dialect, scan.limits, SqlCatalog.NONE, scan.level + 1);
  }
}
