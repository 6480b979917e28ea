package jobs;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * Writes in branches of global transactions that are committed or rolled back in one phase and in
 * two, and between them in auto-commit mode. Argument: h2, derby or hsqldb.
 */
public final class XaBranches {

  private static final String[] TABLES = {
    "source", "one_phase", "undone", "two_phases", "prepared_undone", "outside"
  };

  private XaBranches() {}

  private static final class Branch implements Xid {
    private final String name;

    Branch(String name) {
      this.name = name;
    }

    @Override
    public int getFormatId() {
      return 1;
    }

    @Override
    public byte[] getGlobalTransactionId() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] getBranchQualifier() {
      return new byte[] {1};
    }
  }

  public static void main(String[] args) throws SQLException, XAException {
    XAConnection xa = source(args[0]).getXAConnection();
    XAResource resource = xa.getXAResource();
    try (Connection connection = xa.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("create table " + table + " (id int)");
      }
      statement.execute("insert into source values (1)");
      Xid one = begin(resource, "one");
      insert(statement, "one_phase");
      resource.end(one, XAResource.TMSUCCESS);
      resource.commit(one, true);
      Xid two = begin(resource, "two");
      insert(statement, "undone");
      resource.end(two, XAResource.TMSUCCESS);
      resource.rollback(two);
      insert(statement, "outside");
      Xid three = begin(resource, "three");
      insert(statement, "two_phases");
      resource.end(three, XAResource.TMSUCCESS);
      resource.prepare(three);
      resource.commit(three, false);
      Xid four = begin(resource, "four");
      insert(statement, "prepared_undone");
      resource.end(four, XAResource.TMSUCCESS);
      resource.prepare(four);
      resource.rollback(four);
      for (String table : TABLES) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          System.out.println(table + " " + rows.getInt(1));
        }
      }
    }
    xa.close();
  }

  private static Xid begin(XAResource resource, String name) throws XAException {
    Xid xid = new Branch(name);
    resource.start(xid, XAResource.TMNOFLAGS);
    return xid;
  }

  private static void insert(Statement statement, String table) throws SQLException {
    statement.executeUpdate("insert into " + table + " select id from source");
  }

  private static XADataSource source(String product) throws SQLException {
    switch (product) {
      case "h2":
        org.h2.jdbcx.JdbcDataSource h2 = new org.h2.jdbcx.JdbcDataSource();
        h2.setURL("jdbc:h2:mem:xa");
        return h2;
      case "derby":
        org.apache.derby.jdbc.EmbeddedXADataSource derby =
            new org.apache.derby.jdbc.EmbeddedXADataSource();
        derby.setDatabaseName("memory:xa");
        derby.setCreateDatabase("create");
        return derby;
      default:
        org.hsqldb.jdbc.pool.JDBCXADataSource hsqldb = new org.hsqldb.jdbc.pool.JDBCXADataSource();
        hsqldb.setUrl("jdbc:hsqldb:mem:xa");
        hsqldb.setUser("SA");
        return hsqldb;
    }
  }
}
