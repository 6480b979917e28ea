package io.spoor.agent;

import io.spoor.boot.record.SqlUse;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.SqlText;

/**
 * Reads the text of a use of SQL with what is known of its connection and its database, and anew
 * when that has changed. Spoor's thread only.
 */
final class SqlReader {

  /** Characters of SQL that messages show. */
  private static final int LONGEST_TASK = 1000;

  private final Sessions sessions;
  private final Scripts scripts;
  private final Misunderstood misunderstood;

  /** Grows with each dataset that was dropped: what is recorded of it is recorded anew then. */
  private long deletions;

  SqlReader(Sessions sessions, Scripts scripts, Misunderstood misunderstood) {
    this.sessions = sessions;
    this.scripts = scripts;
    this.misunderstood = misunderstood;
  }

  /** A dataset was dropped or renamed. */
  void deleted() {
    deletions++;
  }

  KnownUse known(SqlUse use) {
    KnownUse known = (KnownUse) use.lineage;
    if (known == null || known.keeper != this) {
      KnownUse before = known;
      known = use.rowsOf == null ? read(use) : changeOfRows(use);
      known = before == null ? known : known.after(before);
      use.lineage = known;
    } else if (isStale(known, use) && use.rowsOf == null && known.task == null) {
      known = read(use).after(known);
      use.lineage = known;
    }
    return known;
  }

  /** Unqualified names mean other tables now, or a table of it was dropped meanwhile. */
  private boolean isStale(KnownUse known, SqlUse use) {
    Database now = known.session == null ? null : known.session.database(use.era);
    return now != null
        && (known.database != now && use.done > known.takenRuns
            || known.deletions != deletions && !known.outputs.isEmpty());
  }

  KnownUse read(SqlUse use) {
    String sql = (String) use.about;
    Session session = sessions.of(use.owner);
    misunderstood.task();
    if (session == null) {
      misunderstood.addAccess(
          "SQL on a connection whose URL is not understood: its tables have no name", null);
      return KnownUse.unreadable(this);
    }
    Database database = session.database(use.era);
    if (database == null) {
      misunderstood.addAccess("SQL of a time whose default schema is forgotten", null);
      return KnownUse.unreadable(this);
    }
    SqlScript script =
        scripts.withBodies(session.resolve(scripts.read(sql, use.key, database)), database);
    KnownUse known = new KnownUse(this, session, database, script, task(sql, database), deletions);
    if (sql.length() > LONGEST_TASK) {
      // It is read: what is kept of a long text is what messages show of it.
      use.about = known.task;
    }
    for (SqlStatement statement : script.statements()) {
      if (statement.partial()) {
        misunderstood.addAccess(
            "SQL not fully understood: " + statement.partialReason(), known.task);
      }
    }
    return known;
  }

  /** What a use's texts do with question marks in place of their values. */
  SqlScript readAsked(SqlUse use, KnownUse known) {
    // No text has the key of another but for the bits.
    SqlScript script = scripts.read(use.literals.asked(), ~use.key, known.database);
    return known.session.resolve(script);
  }

  /** What messages show of a SQL text; null for a text that is not worth keeping for that. */
  private static String task(String sql, Database database) {
    return sql.length() <= LONGEST_TASK
        ? null
        : SqlText.normalise(sql.substring(0, LONGEST_TASK), database.dialect()) + " ...";
  }

  static String taskOf(SqlUse use, KnownUse known) {
    if (use.rowsOf != null || known.database == null) {
      return null;
    }
    return known.task != null
        ? known.task
        : SqlText.normalise((String) use.about, known.database.dialect());
  }

  /** Rows of a query's result set that the job changed: they are in the one table it reads. */
  private KnownUse changeOfRows(SqlUse use) {
    KnownUse query = known(use.rowsOf);
    KnownUse known =
        new KnownUse(this, query.session, query.database, query.script, null, deletions);
    // The query's own reads are told with the query.
    known.readsRecorded = true;
    return known;
  }
}
