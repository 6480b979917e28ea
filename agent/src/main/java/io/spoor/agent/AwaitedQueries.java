package io.spoor.agent;

import io.spoor.boot.record.SqlUse;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queries that ran, and of whose results the driver has not said yet in which schemas their tables
 * are: execute returns before the job asks for the result, and Spoor's thread may be faster than
 * the job's. Spoor's thread only.
 */
final class AwaitedQueries {

  /** Queries that are waited for; others are taken as they are. */
  private static final int MOST = 1000;

  /**
   * Nanoseconds that a result is waited for: a job that never asks for it has read all the same,
   * and a checkpoint has to tell.
   */
  private static final long PATIENCE = 3000000000L;

  private final Map<SqlUse, Long> since = new LinkedHashMap<SqlUse, Long>();

  /** Whether a use of SQL that has run is to be taken later. */
  boolean awaits(SqlUse use, SqlScript script) {
    // What sets a schema by a query is what the era after it is about.
    if (use.shaped || use.isSetting() || since.size() >= MOST || !isQuery(script)) {
      return false;
    }
    if (!since.containsKey(use)) {
      since.put(use, System.nanoTime());
    }
    return true;
  }

  private static boolean isQuery(SqlScript script) {
    boolean isQuery = !script.statements().isEmpty();
    for (SqlStatement statement : script.statements()) {
      isQuery &= statement.isRowSource() && statement.outputs().isEmpty();
    }
    return isQuery;
  }

  /**
   * Those that were waited for long enough, or whose results were seen: they are to be taken now.
   *
   * @param all whether the unit of work ends, so that nothing is waited for
   */
  List<SqlUse> over(boolean all) {
    List<SqlUse> over = new ArrayList<SqlUse>();
    long now = since.isEmpty() ? 0 : System.nanoTime();
    for (Iterator<Map.Entry<SqlUse, Long>> each = since.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<SqlUse, Long> waiting = each.next();
      if (all || waiting.getKey().shaped || now - waiting.getValue() >= PATIENCE) {
        over.add(waiting.getKey());
        each.remove();
      }
    }
    return over;
  }
}
