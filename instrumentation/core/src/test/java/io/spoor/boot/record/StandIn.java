package io.spoor.boot.record;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.DelegatingConnection;

/** A driver's connection that carries its state, and objects that tell which one they are of. */
final class StandIn extends DelegatingConnection<Connection> implements SpoorCarrier {

  private SpoorState state;

  StandIn() {
    super(null);
  }

  /** A java.sql object whose class is not woven; its getConnection returns the connection. */
  static <T> T of(Connection connection, Class<T> type) {
    Object made =
        Proxy.newProxyInstance(
            StandIn.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "getConnection":
                  return connection;
                case "getAutoCommit":
                  return true;
                case "hashCode":
                  return System.identityHashCode(self);
                case "equals":
                  return self == arguments[0];
                default:
                  throw new SQLException(method.getName());
              }
            });
    return type.cast(made);
  }

  @Override
  public boolean getAutoCommit() {
    return true;
  }

  @Override
  public SpoorState spoor$state() {
    return state;
  }

  @Override
  public void spoor$state(SpoorState value) {
    state = value;
  }
}
