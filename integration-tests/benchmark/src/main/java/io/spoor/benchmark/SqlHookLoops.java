package io.spoor.benchmark;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * The hooks of one execution called as woven code calls them, with the driver's own objects but
 * without the database: H2's two microseconds vary by more from loop to loop than the hooks cost.
 */
final class SqlHookLoops implements AutoCloseable {

  private static final Class<?> HOOKS = named("SpoorHooks");
  private static final Class<?> STATE = named("SpoorState");
  private static final MethodHandle STATE_OF = hook("state", STATE, Object.class);
  private static final MethodHandle EXECUTING =
      hook("executing", void.class, STATE, Object.class, Object.class)
          .asType(MethodType.methodType(void.class, Object.class, Object.class, Object.class));
  private static final MethodHandle EXECUTED =
      hook("executed", void.class, Object.class, STATE, Object.class)
          .asType(MethodType.methodType(void.class, Object.class, Object.class, Object.class));
  private static final MethodHandle CLOSED =
      hook("closed", void.class, STATE, Object.class)
          .asType(MethodType.methodType(void.class, Object.class, Object.class));

  private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:hooks");
  private final Object statement;
  private final Object statementState;
  private final Object rows;
  private final Object rowsState;

  SqlHookLoops() throws SQLException {
    PreparedStatement query = connection.prepareStatement("select x from system_range(1, 9)");
    ResultSet result = query.executeQuery();
    statement = query;
    rows = result;
    statementState = stateOf(statement);
    rowsState = stateOf(rows);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("java.lang." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("This JVM runs without the agent", e);
    }
  }

  private static MethodHandle hook(String name, Class<?> result, Class<?>... arguments) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(HOOKS, name, MethodType.methodType(result, arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The agent has no hook " + name, e);
    }
  }

  private static Object stateOf(Object object) {
    try {
      return STATE_OF.invoke(object);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("hooks of executeQuery and close of its rows", this::execute);
  }

  private long execute(int times) {
    try {
      for (int i = 0; i < times; i++) {
        EXECUTING.invokeExact(statementState, statement, (Object) null);
        EXECUTED.invokeExact(rows, statementState, statement);
        CLOSED.invokeExact(rowsState, rows);
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return times;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
