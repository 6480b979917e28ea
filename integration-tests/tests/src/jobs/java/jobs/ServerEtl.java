package jobs;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * What a nightly load does with a database server. Arguments: JDBC URL, user, password, the schema
 * it makes, the quote of identifiers, and the rows to fetch at once.
 */
public final class ServerEtl {

  private ServerEtl() {}

  public static void main(String[] args) throws SQLException {
    String schema = args[3];
    String quote = args[4];
    String copy = quote + "Orders Copy" + quote;
    int rows;
    try (Connection source = DriverManager.getConnection(args[0], args[1], args[2]);
        Connection target = DriverManager.getConnection(args[0], args[1], args[2])) {
      describe(target);
      try (Statement ddl = target.createStatement()) {
        ddl.execute("create schema " + schema);
        ddl.execute("create table " + schema + ".Totals (name varchar(40), total int)");
        ddl.execute("create table " + copy + " (id int, " + quote + "Amount" + quote + " int)");
        ddl.execute("create table big (id int, amount int)");
      }
      load(target);
      rows = copy(source, target, copy, Integer.parseInt(args[5]));
      try (Statement sql = target.createStatement()) {
        rows +=
            sql.executeUpdate(
                "insert into "
                    + schema
                    + ".Totals (name, total) select c.name, sum(o.amount) from orders o"
                    + " join customers c on c.id = o.customer group by c.name");
      }
      if (args.length > 6) {
        call(target, args[6]);
      }
    }
    System.out.println(rows + " rows");
  }

  /** What tools ask before they start. */
  private static void describe(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String catalog = connection.getCatalog();
    try (ResultSet tables = metaData.getTables(catalog, null, "orders", null)) {
      while (tables.next()) {
        try (ResultSet columns = metaData.getColumns(catalog, null, tables.getString(3), null)) {
          while (columns.next()) {
            columns.getString(4);
          }
        }
        try (ResultSet keys = metaData.getPrimaryKeys(catalog, null, tables.getString(3))) {
          while (keys.next()) {
            keys.getString(4);
          }
        }
      }
    }
  }

  private static void load(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into orders (id, customer, amount) values (?, ?, ?)")) {
      for (int i = 0; i < 5; i++) {
        insert.setInt(1, 10 + i);
        insert.setInt(2, 1 + i % 2);
        insert.setInt(3, 100 * i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static int copy(Connection source, Connection target, String copy, int fetch)
      throws SQLException {
    int rows = 0;
    source.setAutoCommit(false);
    try (PreparedStatement select =
            source.prepareStatement(
                "select id, amount from orders where amount > ?",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        PreparedStatement insert =
            target.prepareStatement("insert into " + copy + " values (?, ?)")) {
      select.setInt(1, 10);
      select.setFetchSize(fetch);
      try (ResultSet from = select.executeQuery()) {
        while (from.next()) {
          insert.setInt(1, from.getInt("id"));
          insert.setInt(2, from.getInt(2));
          rows += insert.executeUpdate();
        }
      }
    }
    source.rollback();
    return rows;
  }

  private static void call(Connection connection, String function) throws SQLException {
    try (CallableStatement call = connection.prepareCall("{? = call " + function + "(?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, 41);
      call.execute();
      System.out.println(call.getInt(1));
    }
  }
}
