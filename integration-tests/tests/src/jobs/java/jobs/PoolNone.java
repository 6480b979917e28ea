package jobs;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** What the jobs with a pool do, without one. Argument: the JDBC URL. */
public final class PoolNone {

  private PoolNone() {}

  public static void main(String[] args) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(args[0]);
    PoolUse.run(source, "none");
  }
}
