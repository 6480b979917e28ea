package io.spoor.boot.record;

/**
 * APIs of drivers that move rows in bulk past java.sql. Each is a statement of its connection;
 * where it tells a table instead of SQL, its text is a COPY from the job, which no database ran.
 */
abstract class BulkRecorder extends StatementRecorder {

  BulkRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  @Override
  public void into(Object loader, Object table, Object schema, Object catalog, boolean isSql) {
    SpoorState s = loader == null ? null : SpoorHooks.state(loader);
    if (s instanceof StatementState && table != null) {
      StringBuilder text = new StringBuilder("copy ");
      if (isSql) {
        text.append(table);
      } else {
        append(text, catalog);
        append(text, schema);
        append(text, table);
        text.setLength(text.length() - 1);
      }
      s.about = text.append(" from stdin").toString();
    }
  }

  private static void append(StringBuilder text, Object name) {
    if (name != null) {
      text.append('"').append(name.toString().replace("\"", "\"\"")).append("\".");
    }
  }

  @Override
  public void copiedOut(Object rows, SpoorState statement, Object self) {
    if (leaves(statement) && statement.detail != null) {
      SqlUse use = (SqlUse) statement.detail;
      // How many rows a stream handed out will bring is not seen; that it brings some is assumed.
      use.reads |= 1;
      use.in += rows instanceof Long ? Math.max(0, (Long) rows) : 0;
      succeeded((StatementState) statement, use, 0);
    }
  }

  @Override
  public void flushed(SpoorState statement, Object self) {
    if (leaves(statement)) {
      StatementState s = (StatementState) statement;
      long rows = s.waiting;
      s.waiting = 0;
      if (rows > 0 && s.detail != null) {
        succeeded(s, (SqlUse) s.detail, rows);
      }
    }
  }
}
