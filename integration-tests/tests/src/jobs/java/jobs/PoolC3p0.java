package jobs;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.sql.SQLException;

/** Runs SQL through a c3p0 pool with cached statements. Argument: the JDBC URL. */
public final class PoolC3p0 {

  private PoolC3p0() {}

  public static void main(String[] args) throws SQLException {
    ComboPooledDataSource pool = new ComboPooledDataSource();
    try {
      pool.setJdbcUrl(args[0]);
      pool.setInitialPoolSize(2);
      pool.setMinPoolSize(2);
      pool.setMaxPoolSize(2);
      pool.setNumHelperThreads(1);
      pool.setMaxStatements(10);
      PoolUse.run(pool, "c3p0");
    } finally {
      pool.close();
    }
  }
}
