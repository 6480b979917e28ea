package io.spoor.instrumentation.jdbc;

import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * The calls of java.sql that carry SQL, rows, parameters and counts (JDBC 4.3, chapters 9 to 15).
 */
public final class Jdbc implements Description {

  /**
   * Getters of a result set, a driver's own among them, but not what getters call themselves (H2,
   * PostgreSQL), nor what tells of columns where a result set is its own metadata (SQLite).
   */
  private static final String GETTERS =
      "get*-get-getInternal-getFixedString-getLength-getColumnOID"
          + "-getColumnClassName-getColumnDisplaySize-getColumnLabel-getColumnName-getColumnType"
          + "-getColumnTypeName-getCatalogName-getSchemaName-getTableName-getPrecision-getScale";

  private static final String O = "Ljava/lang/Object;";
  private static final String S = "Ljava/lang/SpoorState;";
  private static final String SQL = "(Ljava/lang/String;";

  @Override
  public void describe(Hooks hooks) {
    KnownDrivers.describe(hooks);
    hooks
        .role("driver")
        .method("connect", SQL + "Ljava/util/Properties;)")
        .onReturn("connected", "(" + O + O + O + ")V", "result", "0", "1");
    Hooks.Methods connection = hooks.role("connection");
    connection
        .method("createStatement", "(", 'A')
        .onReturn("created", "(" + O + S + O + ")V", "result", "state", "this")
        .method("prepareStatement", SQL, 'A')
        .onReturn("prepared", "(" + O + S + O + O + ")V", "result", "state", "this", "0")
        .method("prepareCall", SQL, 'A')
        .onReturn("prepared", "(" + O + S + O + O + ")V", "result", "state", "this", "0")
        .method("close", "()V")
        .onReturn("closed", "(" + S + O + ")V", "state", "this");
    connection
        .method("setCatalog", "(Ljava/lang/String;)V")
        .onEntry("asking", "(" + O + ")V", "this")
        .onReturn("chosen", "(" + S + O + O + "Z)V", "state", "this", "0", "#0")
        .onReturn("answered", "(" + O + ")V", "this")
        .onThrow("answered", "(" + O + ")V", "this")
        .method("setSchema", "(Ljava/lang/String;)V")
        .onEntry("asking", "(" + O + ")V", "this")
        .onReturn("chosen", "(" + S + O + O + "Z)V", "state", "this", "0", "#1")
        .onReturn("answered", "(" + O + ")V", "this")
        .onThrow("answered", "(" + O + ")V", "this");
    transactions(connection);
    appenders(connection);
    globalTransactions(hooks);
    hooks
        .role("metadata")
        .method("get*-getConnection", "(", 'A')
        .onEntry("asking", "(" + O + ")V", "this")
        .onReturn("answered", "(" + O + ")V", "this")
        .onThrow("answered", "(" + O + ")V", "this");
    bulk(hooks);
    Hooks.Methods statement = hooks.role("statement");
    executes(statement, SQL, "0");
    statement
        .method("executeBatch", "()")
        .onEntry("executing", "(" + S + O + O + ")V", "state", "this", "null")
        .onReturn("executedBatch", "(" + O + S + O + ")V", "result", "state", "this")
        .onThrow("failed", "(Ljava/lang/Throwable;" + S + O + ")V", "thrown", "state", "this")
        .method("executeLargeBatch", "()")
        .onEntry("executing", "(" + S + O + O + ")V", "state", "this", "null")
        .onReturn("executedBatch", "(" + O + S + O + ")V", "result", "state", "this")
        .onThrow("failed", "(Ljava/lang/Throwable;" + S + O + ")V", "thrown", "state", "this")
        .method("getResultSet", "()", 'A')
        .onReturn("results", "(" + O + S + O + ")V", "result", "state", "this")
        .method("getUpdateCount", "()", 'I')
        .onReturn("updateCount", "(J" + S + O + ")V", "result", "state", "this")
        .method("getLargeUpdateCount", "()", 'J')
        .onReturn("updateCount", "(J" + S + O + ")V", "result", "state", "this")
        .method("getMoreResults", "(", 'I')
        .onReturn("moreResults", "(Z" + S + O + ")V", "result", "state", "this")
        .method("clearBatch", "()V")
        .onReturn("clearBatch", "(" + S + ")V", "state")
        .method("addBatch", SQL)
        .onEntry("addBatch", "(" + S + O + O + ")V", "state", "this", "0")
        .method("close", "()V")
        .onReturn("closed", "(" + S + O + ")V", "state", "this");
    Hooks.Methods prepared = hooks.role("prepared");
    executes(prepared, "()", "null");
    prepared
        .method("addBatch", "()V")
        .onEntry("addBatch", "(" + S + O + O + ")V", "state", "this", "null")
        .method("set*-setNull", "(I", 'V')
        .onEntry("set", "(" + S + "I" + O + ")V", "state", "0", "1")
        .method("set*-setNull", "(I", 'V')
        .onEntry("set", "(" + S + "IJ)V", "state", "0", "1")
        .method("set*-setNull", "(I", 'V')
        .onEntry("set", "(" + S + "ID)V", "state", "0", "1");
    Hooks.Methods results = hooks.role("results");
    results
        .method("next", "()Z")
        .onReturn("next", "(Z" + S + ")V", "result", "state")
        .onThrow("readFailed", "(Ljava/lang/Throwable;" + S + O + ")V", "thrown", "state", "this")
        .method("close", "()V")
        .onReturn("closed", "(" + S + O + ")V", "state", "this");
    changesOfRows(results);
    String[] keys = {"I", O};
    String[] prefixes = {"(I", SQL};
    for (int i = 0; i < keys.length; i++) {
      results
          .method(GETTERS, prefixes[i], 'A')
          .onReturn("get", "(" + O + S + keys[i] + ")V", "result", "state", "0")
          .method(GETTERS, prefixes[i], 'I')
          .onReturn("get", "(J" + S + keys[i] + ")V", "result", "state", "0")
          .method(GETTERS, prefixes[i], 'J')
          .onReturn("get", "(J" + S + keys[i] + ")V", "result", "state", "0")
          .method(GETTERS, prefixes[i], 'D')
          .onReturn("get", "(D" + S + keys[i] + ")V", "result", "state", "0");
    }
  }

  /** Where a transaction ends, and what lies in between (JDBC 4.3, chapters 10 and 12). */
  private static void transactions(Hooks.Methods methods) {
    String connection = "(" + S + O + ")V";
    String withSavepoint = "(" + S + O + O + ")V";
    methods
        .method("setAutoCommit", "(Z)V")
        .onReturn("autoCommit", "(" + S + O + "Z)V", "state", "this", "0")
        .method("commit", "()V")
        .onReturn("committed", connection, "state", "this")
        .onThrow("commitFailed", "(Ljava/lang/Throwable;" + S + O + ")V", "thrown", "state", "this")
        .method("rollback", "()V")
        .onReturn("rolledBack", withSavepoint, "state", "this", "null")
        .method("rollback", "(Ljava/sql/Savepoint;)V")
        .onReturn("rolledBack", withSavepoint, "state", "this", "0")
        // Derby's own names for the end of a branch.
        .method("xa_commit", "(Z)V")
        .onReturn("committed", connection, "state", "this")
        .method("xa_rollback", "()V")
        .onReturn("rolledBack", withSavepoint, "state", "this", "null")
        .method("setSavepoint", "(", 'A')
        .onReturn("savepoint", "(" + O + S + O + ")V", "result", "state", "this")
        .method("releaseSavepoint", "(Ljava/sql/Savepoint;)V")
        .onReturn("released", withSavepoint, "state", "this", "0");
  }

  /** Connections of a transaction manager, and the branches they work in (JDBC 4.3, 12.2). */
  private static void globalTransactions(Hooks hooks) {
    hooks
        .role("pooled")
        .method("getConnection", "()", 'A')
        .onReturn("pooled", "(" + O + O + ")V", "result", "this");
    String xid = "(Ljavax/transaction/xa/Xid;";
    String branch = "(I" + O + O + "I)V";
    hooks
        .role("resource")
        .method("start", xid, 'V')
        .onReturn("branch", branch, "#0", "this", "0", "#1")
        .method("end", xid, 'V')
        .onReturn("branch", branch, "#0", "this", "0", "#2")
        .method("prepare", xid, 'I')
        .onReturn("branch", branch, "result", "this", "0", "#3")
        .method("commit", xid, 'V')
        .onReturn("branch", branch, "#0", "this", "0", "#4")
        .method("rollback", xid, 'V')
        .onReturn("branch", branch, "#0", "this", "0", "#5");
  }

  /** DuckDB's appenders: as statements of their connection, by the name of their table. */
  private static void appenders(Hooks.Methods connection) {
    String text = "Ljava/lang/String;";
    String[][] names = {{"0", "null", "null"}, {"1", "0", "null"}, {"2", "1", "0"}};
    String into = "(" + O + O + O + O + "Z)V";
    String parameters = "(";
    for (String[] name : names) {
      parameters += text;
      for (String method : new String[] {"createAppender", "createSingleValueAppender"}) {
        connection
            .method(method, parameters + ")", 'A')
            .onReturn("created", "(" + O + S + O + ")V", "result", "state", "this")
            .onReturn("into", into, "result", name[0], name[1], name[2], "#0");
      }
    }
  }

  /**
   * APIs of drivers that move rows past java.sql: CopyManager of PostgreSQL and its kin, DuckDB's
   * appenders, SQL Server's bulk copy.
   */
  private static void bulk(Hooks hooks) {
    String executing = "(" + S + O + O + ")V";
    String ended = "(" + S + O + ")V";
    String failed = "(Ljava/lang/Throwable;" + S + O + ")V";
    Hooks.Methods bulk = hooks.role("bulk");
    String[] connections = {
      "org/postgresql/core/Base", "com/amazon/redshift/core/Base", "java/sql/"
    };
    for (String each : connections) {
      bulk.method("<init>", "(L" + each + "Connection;)", 'V')
          .onReturn("created", "(" + O + S + O + ")V", "this", "null", "0");
    }
    bulk.method("copyIn", SQL, 'J')
        .onEntry("executing", executing, "state", "this", "0")
        .onReturn("executedCount", "(J" + S + O + ")V", "result", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this")
        // What is handed out is written to, then ended.
        .method("copyIn", SQL, 'A')
        .onReturn("prepared", "(" + O + S + O + O + ")V", "result", "state", "this", "0")
        .method("endCopy", "()J")
        .onEntry("executing", executing, "state", "this", "null")
        .onReturn("executedCount", "(J" + S + O + ")V", "result", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this")
        .method("copyOut", SQL)
        .onEntry("executing", executing, "state", "this", "0")
        .onReturn("copiedOut", "(" + O + S + O + ")V", "result", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this")
        .method("endRow", "()")
        .onReturn("addBatch", executing, "state", "this", "null")
        .method("setDestinationTableName", SQL, 'V')
        .onReturn("into", "(" + O + O + O + O + "Z)V", "this", "0", "null", "null", "#1")
        .method("writeToServer", "(L", 'V')
        .onEntry("executing", executing, "state", "this", "null")
        .onReturn("executed", "(" + O + S + O + ")V", "null", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this");
    for (String flushing : new String[] {"flush", "close"}) {
      bulk.method(flushing, "()")
          .onEntry("executing", executing, "state", "this", "null")
          .onReturn("flushed", ended, "state", "this")
          .onThrow("failed", failed, "thrown", "state", "this");
    }
    bulk.method("close", "()").onReturn("closed", ended, "state", "this");
  }

  /** Rows that are inserted, updated and deleted through a result set (JDBC 4.3, 15.2.4). */
  private static void changesOfRows(Hooks.Methods results) {
    String[] methods = {"insertRow", "updateRow", "deleteRow"};
    for (int i = 0; i < methods.length; i++) {
      results
          .method(methods[i], "()V")
          .onEntry("changing", "(" + S + O + ")V", "state", "this")
          .onReturn("changed", "(" + S + O + "I)V", "state", "this", "#" + (i + 1))
          .onThrow(
              "changeFailed", "(Ljava/lang/Throwable;" + S + O + ")V", "thrown", "state", "this");
    }
    results
        .method("update*", "(I", 'V')
        .onEntry("update", "(" + S + "I)V", "state", "0")
        .method("update*", SQL, 'V')
        .onEntry("update", "(" + S + O + ")V", "state", "0");
  }

  private static void executes(Hooks.Methods methods, String parameters, String sql) {
    String executing = "(" + S + O + O + ")V";
    String failed = "(Ljava/lang/Throwable;" + S + O + ")V";
    methods
        .method("executeQuery", parameters, 'A')
        .onEntry("executing", executing, "state", "this", sql)
        .onReturn("executed", "(" + O + S + O + ")V", "result", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this")
        .method("execute", parameters, 'I')
        .onEntry("executing", executing, "state", "this", sql)
        .onReturn("executed", "(" + O + S + O + ")V", "null", "state", "this")
        .onThrow("failed", failed, "thrown", "state", "this");
    String[] updates = {"executeUpdate", "executeLargeUpdate"};
    char[] kinds = {'I', 'J'};
    for (int i = 0; i < updates.length; i++) {
      methods
          .method(updates[i], parameters, kinds[i])
          .onEntry("executing", executing, "state", "this", sql)
          .onReturn("executedCount", "(J" + S + O + ")V", "result", "state", "this")
          .onThrow("failed", failed, "thrown", "state", "this");
    }
  }
}
