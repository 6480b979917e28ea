package io.spoor.agent;

import io.spoor.boot.record.Choice;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.instrumentation.jdbc.JdbcUrl;
import io.spoor.instrumentation.jdk.FileRules;

/**
 * The job's connections, each with the session that its statements have made. Spoor's thread only.
 */
final class Sessions {

  private final JdbcUrl urls;
  private final FileRules rules;
  private final DatabaseEnquiry enquiry;

  /**
   * @param enquiry null when databases are not asked
   */
  Sessions(JdbcUrl urls, FileRules rules, DatabaseEnquiry enquiry) {
    this.urls = urls;
    this.rules = rules;
    this.enquiry = enquiry;
  }

  /** A connection was given another catalog or schema, after what was taken so far. */
  void chosen(Choice choice) {
    Session session = of(choice.owner);
    if (session != null) {
      session.chosen(choice);
    }
  }

  /**
   * The session of a connection's state, made at first sight: from then on the files of an embedded
   * database are known as such. Null for a URL that is not understood.
   */
  Session of(SpoorState connection) {
    if (connection == null) {
      return null;
    }
    Session session = (Session) connection.unit;
    if (session == null) {
      Database database = urls.parse((String) connection.about, (String) connection.detail);
      if (database == null) {
        return null;
      }
      session = new Session(database);
      connection.unit = session;
      if (database.path() != null) {
        rules.addStore(database.path());
      }
    }
    if (enquiry != null && session.opened().path() == null) {
      // Each time: a driver may use a connection before it is told how the job logged in.
      enquiry.met(session.opened(), connection.batch);
    }
    return session;
  }
}
