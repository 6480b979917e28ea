package io.spoor.boot.record;

import java.lang.reflect.Modifier;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.transaction.xa.Xid;

/**
 * The few questions that are put to a driver on the job's thread, because the answer cannot be had
 * later: each once, and only such as drivers answer from memory. Linked when the first driver is
 * seen; a job without java.sql never loads this class.
 */
final class JdbcFacts {

  /** Drivers whose result set metadata is local as a whole; others may query (pgjdbc does). */
  private static final String[] LOCAL = {
    "org.h2.", "org.hsqldb.", "org.apache.derby.", "org.sqlite.", "com.mysql.", "org.mariadb."
  };

  private static final String[] QUERY_ID = {"getQueryId", "getQueryID"};

  private JdbcFacts() {}

  static Object connectionOf(Object statement) {
    try {
      return ((Statement) statement).getConnection();
    } catch (SQLException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  static Object connectionOfMetaData(Object metaData) {
    try {
      return ((DatabaseMetaData) metaData).getConnection();
    } catch (SQLException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  /** Fills in URL and user of a connection that was not seen being made by a driver. */
  static void identify(ConnectionState state, Object connection) {
    try {
      DatabaseMetaData metaData = ((Connection) connection).getMetaData();
      String url = metaData.getURL();
      state.locate(url);
      // Only where unqualified tables lie in the user's schema; MySQL would query for the name.
      if (url != null
          && (url.startsWith("jdbc:derby:")
              || url.startsWith("jdbc:oracle:")
              || url.startsWith("jdbc:db2:"))) {
        state.detail = metaData.getUserName();
      }
    } catch (SQLException | RuntimeException | LinkageError e) {
      // The connection's datasets stay without a name; the ledger reports them as not understood.
      state.about = null;
    }
  }

  /** Whether what a statement does is committed at once; true where the driver does not say. */
  static boolean isAutoCommit(Object connection) {
    try {
      return ((Connection) connection).getAutoCommit();
    } catch (SQLException | RuntimeException | LinkageError e) {
      return true;
    }
  }

  /** Whether the server will do nothing but roll back; pgjdbc and its kin know. */
  static boolean isDoomed(Object statement) {
    try {
      Object connection = ((Statement) statement).getConnection();
      Object state = connection.getClass().getMethod("getTransactionState").invoke(connection);
      return "FAILED".equals(String.valueOf(state));
    } catch (SQLException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      return true;
    }
  }

  /** The name of a branch; a prepared one of H2 or PostgreSQL has another, given by its SQL. */
  static String branch(Object xid) {
    if (!(xid instanceof Xid)) {
      return String.valueOf(xid);
    }
    StringBuilder name = new StringBuilder().append(((Xid) xid).getFormatId());
    append(name.append('_'), ((Xid) xid).getGlobalTransactionId());
    append(name.append('_'), ((Xid) xid).getBranchQualifier());
    return name.toString();
  }

  private static void append(StringBuilder name, byte[] bytes) {
    for (int i = 0; bytes != null && i < bytes.length; i++) {
      name.append((char) ('a' + (bytes[i] >> 4 & 15))).append((char) ('a' + (bytes[i] & 15)));
    }
  }

  /** What a batch did before or although it failed: int[] or long[]; null when not known. */
  static Object countsOf(Throwable thrown) {
    if (!(thrown instanceof BatchUpdateException)) {
      return null;
    }
    long[] large = ((BatchUpdateException) thrown).getLargeUpdateCounts();
    return large == null ? ((BatchUpdateException) thrown).getUpdateCounts() : large;
  }

  static ResultShape describe(Object resultSet) {
    boolean local = false;
    String driver = resultSet.getClass().getName();
    for (String prefix : LOCAL) {
      local |= driver.startsWith(prefix);
    }
    try {
      ResultSetMetaData metaData = ((ResultSet) resultSet).getMetaData();
      int columns = metaData.getColumnCount();
      ResultShape shape = new ResultShape(columns);
      for (int i = 0; i < columns; i++) {
        shape.labels[i] = metaData.getColumnLabel(i + 1);
        if (local) {
          shape.names[i] = metaData.getColumnName(i + 1);
          shape.tables[i] = metaData.getTableName(i + 1);
          shape.schemas[i] = metaData.getSchemaName(i + 1);
          shape.catalogs[i] = metaData.getCatalogName(i + 1);
          shape.types[i] = metaData.getColumnTypeName(i + 1);
        }
      }
      return shape;
    } catch (SQLException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  /**
   * The id that the server gave the query, as a getter of the driver's own tells it: Snowflake's of
   * statements and results, Trino's and Presto's of results. Null where there is none.
   */
  static String queryId(Object statementOrResult) {
    for (Class<?> type = statementOrResult.getClass(); type != null; type = type.getSuperclass()) {
      String id = queryId(statementOrResult, type);
      for (Class<?> each : type.getInterfaces()) {
        id = id == null ? queryId(statementOrResult, each) : id;
      }
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  private static String queryId(Object object, Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers()) || type.getName().startsWith("java.")) {
      return null;
    }
    for (String getter : QUERY_ID) {
      try {
        Object id = type.getMethod(getter).invoke(object);
        return id instanceof String ? (String) id : null;
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        // The next one.
        continue;
      }
    }
    return null;
  }

  static void failure(SqlUse use, Throwable thrown) {
    if (thrown instanceof SQLException) {
      use.sqlState = ((SQLException) thrown).getSQLState();
      use.vendorCode = ((SQLException) thrown).getErrorCode();
    }
  }
}
