package io.spoor.agent;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.record.Login;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.sql.Dialect;
import io.spoor.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks database servers for columns of tables and bodies of procedures, where the user has switched
 * that on: on a connection of Spoor's own, made as the job made its own, never on the job's. Each
 * thing is asked for once; a server that does not answer in time, or refuses, is asked no more.
 *
 * <p>Called on Spoor's thread, which waits; the questions are put by a thread of their own, because
 * a driver that hangs cannot be trusted to come back.
 */
final class DatabaseEnquiry {

  /** Milliseconds after which it is looked whether the JVM ends. */
  private static final long SLICE = 50;

  private static final int MOST_QUESTIONS = 4000;
  private static final int MOST_COLUMNS = 2000;

  /** One server and database. */
  private static final class Place {
    final Login login;
    final Map<String, Object> answers = new HashMap<String, Object>();
    boolean isGivenUp;

    Place(Login login) {
      this.login = login;
    }
  }

  private final Map<String, Place> places = new HashMap<String, Place>();
  private final Misunderstood misunderstood;
  private final LiveRecorder recorder;
  private final long patience;

  /** Milliseconds that are left for all questions once the JVM ends, and waits for Spoor. */
  private long lastPatience;

  private EnquiryThread thread;

  /**
   * @param patience milliseconds that an answer may take
   * @param lastPatience the same for all answers together when the JVM ends, and waits for them
   */
  DatabaseEnquiry(
      Misunderstood misunderstood, LiveRecorder recorder, long patience, long lastPatience) {
    this.misunderstood = misunderstood;
    this.recorder = recorder;
    this.patience = patience;
    this.lastPatience = Math.min(patience, lastPatience);
  }

  /**
   * The job is connected to a server's database.
   *
   * @param login a {@link Login}, or null when it was not seen how
   */
  void met(Database database, Object login) {
    String name = name(database);
    if (login instanceof Login && !places.containsKey(name)) {
      places.put(name, new Place((Login) login));
    }
  }

  private static String name(Database database) {
    return database.namespace() + " " + database.catalog();
  }

  /** The columns of a table in their order; null when the server does not tell. */
  @SuppressWarnings("unchecked")
  List<String> columns(Database database, TableName table) {
    final String[] where = database.whereIs(table);
    return (List<String>)
        ask(
            database,
            "t " + where[0] + "." + where[1] + "." + where[2],
            new Question<List<String>>() {
              @Override
              public List<String> put(Connection connection) throws SQLException {
                return columns(connection, where);
              }
            });
  }

  /**
   * The text of a procedure's body; null when the product is not one whose bodies are read, the
   * procedure is written in another language, or several have the name.
   */
  String body(Database database, TableName routine) {
    final String[] where = database.whereIs(routine);
    final String sql = bodyQuery(database.dialect());
    if (sql == null) {
      return null;
    }
    // MySQL's databases are catalogs to JDBC and schemas to its own information schema.
    final String schema = where[1] == null ? where[0] : where[1];
    return (String)
        ask(
            database,
            "r " + schema + "." + where[2],
            new Question<String>() {
              @Override
              public String put(Connection connection) throws SQLException {
                return body(connection, sql, schema, where[2]);
              }
            });
  }

  private interface Question<T> {
    T put(Connection connection) throws SQLException;
  }

  private Object ask(Database database, String key, final Question<?> question) {
    final Place place = places.get(name(database));
    if (place == null || place.isGivenUp || database.path() != null) {
      return null;
    }
    if (place.answers.containsKey(key) || place.answers.size() >= MOST_QUESTIONS) {
      return place.answers.get(key);
    }
    if (patience() == 0) {
      giveUp(place, "was not waited for");
      return null;
    }
    if (thread == null || !thread.isAlive()) {
      thread = new EnquiryThread();
      thread.start();
    }
    final EnquiryThread asker = thread;
    FutureTask<Object> task =
        new FutureTask<Object>(
            new Callable<Object>() {
              @Override
              public Object call() throws Exception {
                return question.put(asker.connection(place.login));
              }
            });
    asker.add(task);
    Object answer = null;
    long start = System.nanoTime();
    try {
      answer = await(task, start);
    } catch (TimeoutException e) {
      task.cancel(true);
      thread = null;
      asker.leave();
      giveUp(place, "did not answer within " + patience() + " ms");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String state =
          cause instanceof SQLException ? ", SQLState " + ((SQLException) cause).getSQLState() : "";
      giveUp(place, "refused (" + cause.getClass().getName() + state + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp(place, "was not waited for");
    }
    if (recorder.isEnding()) {
      lastPatience = Math.max(0, lastPatience - millisSince(start));
    }
    place.answers.put(key, answer);
    return answer;
  }

  private Object await(FutureTask<Object> task, long start)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return task.get(SLICE, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (millisSince(start) >= patience()) {
          throw e;
        }
      }
    }
  }

  private long patience() {
    return recorder.isEnding() ? lastPatience : patience;
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private void giveUp(Place place, String what) {
    place.isGivenUp = true;
    misunderstood.add(
        "sql.metadata: the database " + what + ", so it is not asked for columns and bodies", null);
  }

  private static List<String> columns(Connection connection, String[] where) throws SQLException {
    String escape = connection.getMetaData().getSearchStringEscape();
    List<String> names = new ArrayList<String>();
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(where[0], literal(where[1], escape), literal(where[2], escape), "%")) {
      while (columns.next() && names.size() < MOST_COLUMNS) {
        names.add(columns.getString("COLUMN_NAME"));
      }
    }
    return names.isEmpty() || names.size() == MOST_COLUMNS
        ? null
        : Collections.unmodifiableList(names);
  }

  /** A name where the driver takes a pattern. */
  private static String literal(String name, String escape) {
    if (name == null || escape == null || escape.isEmpty()) {
      return name;
    }
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  /** With the name and the schema as parameters; null where bodies are not read. */
  private static String bodyQuery(Dialect dialect) {
    switch (dialect) {
      case POSTGRESQL:
        return "select case l.lanname when 'plpgsql' then 'DO $spoor$' || p.prosrc || '$spoor$'"
            + " else p.prosrc end from pg_catalog.pg_proc p"
            + " join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
            + " join pg_catalog.pg_language l on l.oid = p.prolang"
            + " where p.proname = ? and n.nspname = ? and l.lanname in ('sql', 'plpgsql')";
      case MYSQL:
      case MARIADB:
        return "select routine_definition from information_schema.routines"
            + " where routine_name = ? and routine_schema = ?";
      default:
        return null;
    }
  }

  private static String body(Connection connection, String sql, String schema, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, schema == null ? "" : schema);
      try (ResultSet bodies = statement.executeQuery()) {
        String body = bodies.next() ? bodies.getString(1) : null;
        return bodies.next() ? null : body;
      }
    }
  }
}
