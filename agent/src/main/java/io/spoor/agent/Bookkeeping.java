package io.spoor.agent;

import io.spoor.ledger.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The tables in which frameworks note their own work: which steps ran, which migration is done,
 * which key comes next. The run reads and writes them, so they are inputs and outputs of it like
 * others; but where the framework is at work, which its writing shows, their rows say nothing of
 * the data, and they neither feed what the job writes nor are fed by what it reads. A job that only
 * reads such tables, a report on the runs of others, has them as sources.
 */
final class Bookkeeping {

  /** The tables of one framework each, under the names it gives them unless told otherwise. */
  private static final String[][] FRAMEWORKS = {
    {
      // Spring Batch; the last three where the database has no sequences.
      "BATCH_JOB_INSTANCE",
      "BATCH_JOB_EXECUTION",
      "BATCH_JOB_EXECUTION_PARAMS",
      "BATCH_JOB_EXECUTION_CONTEXT",
      "BATCH_STEP_EXECUTION",
      "BATCH_STEP_EXECUTION_CONTEXT",
      "BATCH_JOB_SEQ",
      "BATCH_JOB_EXECUTION_SEQ",
      "BATCH_STEP_EXECUTION_SEQ"
    },
    {
      // Quartz
      "QRTZ_JOB_DETAILS",
      "QRTZ_TRIGGERS",
      "QRTZ_SIMPLE_TRIGGERS",
      "QRTZ_CRON_TRIGGERS",
      "QRTZ_SIMPROP_TRIGGERS",
      "QRTZ_BLOB_TRIGGERS",
      "QRTZ_CALENDARS",
      "QRTZ_PAUSED_TRIGGER_GRPS",
      "QRTZ_FIRED_TRIGGERS",
      "QRTZ_SCHEDULER_STATE",
      "QRTZ_LOCKS"
    },
    {"FLYWAY_SCHEMA_HISTORY"},
    {"DATABASECHANGELOG", "DATABASECHANGELOGLOCK"},
    {
      // Hibernate, where the database has no sequences.
      "HIBERNATE_SEQUENCE", "HIBERNATE_SEQUENCES"
    },
  };

  private final List<String[]> working;

  private Bookkeeping(List<String[]> working) {
    this.working = working;
  }

  /** That of the frameworks which wrote a table of theirs. */
  static Bookkeeping of(Collection<Access> outputs) {
    List<String[]> working = new ArrayList<String[]>(1);
    for (String[] framework : FRAMEWORKS) {
      for (Access output : outputs) {
        if (isOneOf(framework, output)) {
          working.add(framework);
          break;
        }
      }
    }
    return new Bookkeeping(working);
  }

  /** Whether a table is the framework's, not the job's. */
  boolean owns(Access access) {
    for (String[] framework : working) {
      if (isOneOf(framework, access)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String[] tables, Access access) {
    if (access.kind() != Access.Kind.TABLE) {
      return false;
    }
    String name = access.id().name();
    String table = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    for (String known : tables) {
      if (known.equals(table)) {
        return true;
      }
    }
    return false;
  }
}
