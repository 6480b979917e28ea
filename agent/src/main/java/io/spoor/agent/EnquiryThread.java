package io.spoor.agent;

import io.spoor.boot.record.Login;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Puts questions to databases, one after the other, over connections that it closes when no
 * question has come for a while. A daemon in Spoor's own group of threads, by which the recorder
 * knows that what it does is not the job's.
 */
final class EnquiryThread extends Thread {

  private static final long IDLE = 5000;

  private static final Runnable LEAVE =
      new Runnable() {
        @Override
        public void run() {}
      };

  private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<Runnable>();
  private final Map<Login, Connection> connections = new HashMap<Login, Connection>();

  EnquiryThread() {
    super(Thread.currentThread().getThreadGroup(), "spoor-metadata");
    setDaemon(true);
    setContextClassLoader(null);
  }

  void add(Runnable question) {
    questions.add(question);
  }

  /** Ends it as soon as the driver comes back. */
  void leave() {
    questions.add(LEAVE);
  }

  @Override
  public void run() {
    try {
      while (true) {
        Runnable question = questions.poll(IDLE, TimeUnit.MILLISECONDS);
        if (question == LEAVE) {
          break;
        }
        if (question == null) {
          close();
        } else {
          question.run();
        }
      }
    } catch (InterruptedException e) {
      // Ends as if told to.
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** The connection to where a login leads; called on this thread alone. */
  Connection connection(Login login) throws SQLException {
    Connection known = connections.get(login);
    if (known != null && !known.isClosed()) {
      return known;
    }
    ClassLoader loader = login.loader();
    if (loader == null) {
      throw new SQLException("the driver is gone");
    }
    Properties properties = login.properties();
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (drivers.hasNext()) {
      Driver driver = drivers.next();
      Connection made =
          driver.acceptsURL(login.url()) ? driver.connect(login.url(), properties) : null;
      if (made != null) {
        made.setReadOnly(true);
        connections.put(login, made);
        return made;
      }
    }
    throw new SQLException("the driver is not registered as a service");
  }

  private void close() {
    for (Connection connection : connections.values()) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The server ends what is left.
        continue;
      }
    }
    connections.clear();
  }
}
