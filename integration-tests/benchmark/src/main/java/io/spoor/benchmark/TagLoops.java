package io.spoor.benchmark;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The hooks at one call of the application that makes a value of another, called as woven code
 * calls them: while nobody looks, while a row is open whose values went into it, and while none
 * did.
 */
final class TagLoops implements AutoCloseable {

  private static final MethodHandle USING = hook("using");
  private static final MethodHandle MADE = hook("made");

  private final Field looking;
  private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:tags");
  private final Statement statement;
  private final ResultSet rows;
  private final Object value;
  private final Object other = new String("other");
  private final Object result = new String("result");

  /** Read in each turn, so that the JIT compiler cannot find out that nothing happens in any. */
  private volatile int step = 1;

  TagLoops() throws SQLException, ReflectiveOperationException {
    looking = Class.forName("java.lang.SpoorHooks").getField("looking");
    statement = connection.createStatement();
    rows =
        statement.executeQuery(
            "select x, 'value ' || x, 'b' || x, 'c' || x, x + 2 from system_range(1, 9)");
    rows.next();
    rows.getString(3);
    rows.getString(4);
    rows.getBigDecimal(5);
    value = rows.getString(2);
  }

  private static MethodHandle hook(String name) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName("java.lang.SpoorHooks"),
              name,
              MethodType.methodType(void.class, Object.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The agent has no hook " + name, e);
    }
  }

  void addTo(Map<String, Loop> loops) {
    loops.put(
        "hooks of a call in the application, nobody looks", times -> call(times, other, false));
    loops.put("the same with a row open, another value", times -> call(times, other, true));
    loops.put("the same with a row open, a value of it", times -> call(times, value, true));
  }

  private long call(int times, Object used, boolean looks) throws Exception {
    boolean before = looking.getBoolean(null);
    long turns = 0;
    looking.setBoolean(null, looks);
    try {
      for (int i = 0; i < times; i++) {
        USING.invokeExact(used, 14);
        MADE.invokeExact(result, 14);
        turns += step;
      }
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    } finally {
      looking.setBoolean(null, before);
    }
    return turns;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
