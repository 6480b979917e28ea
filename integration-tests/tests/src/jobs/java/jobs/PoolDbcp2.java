package jobs;

import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;

/** Runs SQL through a Commons DBCP pool with pooled statements. Argument: the JDBC URL. */
public final class PoolDbcp2 {

  private PoolDbcp2() {}

  public static void main(String[] args) throws SQLException {
    try (BasicDataSource pool = new BasicDataSource()) {
      pool.setUrl(args[0]);
      pool.setMaxTotal(2);
      pool.setPoolPreparedStatements(true);
      PoolUse.run(pool, "dbcp");
    }
  }
}
