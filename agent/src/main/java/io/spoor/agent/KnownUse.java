package io.spoor.agent;

import io.spoor.instrumentation.jdbc.Database;
import io.spoor.ledger.Access;
import io.spoor.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** What Spoor made of one use of SQL, and what it has taken from it so far. Spoor's thread only. */
final class KnownUse {

  final Session session;

  /** Null, as the session, for SQL that could not be read. */
  final Database database;

  final SqlScript script;

  /** How many datasets had been dropped when it was read. */
  final long deletions;

  /** What messages show of a text that is not kept; null for one that is. */
  final String task;

  /** Whose accesses these are: a use may go on after its unit of work has ended. */
  final SqlReader keeper;

  final List<Access> inputs = new ArrayList<Access>();
  final List<Access> outputs = new ArrayList<Access>();

  /** Inputs whose rows go to the job, once it fetches any. */
  final List<Access> rowSources = new ArrayList<Access>();

  boolean readsRecorded;
  boolean writesRecorded;
  boolean feeds;
  boolean described;
  long takenRuns;
  long takenKept;
  long takenFailures;

  KnownUse(
      SqlReader keeper,
      Session session,
      Database database,
      SqlScript script,
      String task,
      long deletions) {
    this.keeper = keeper;
    this.session = session;
    this.database = database;
    this.script = script;
    this.task = task;
    this.deletions = deletions;
  }

  /** SQL of which nothing can be said. */
  static KnownUse unreadable(SqlReader keeper) {
    return new KnownUse(keeper, null, null, null, null, 0);
  }

  /** The same use, read anew: what was taken from it stays taken. */
  KnownUse after(KnownUse before) {
    takenRuns = before.takenRuns;
    takenKept = before.takenKept;
    takenFailures = before.takenFailures;
    described = before.described;
    return this;
  }
}
