package jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** Runs SQL through a HikariCP pool. Argument: the JDBC URL. */
public final class PoolHikari {

  private PoolHikari() {}

  public static void main(String[] args) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      PoolUse.run(pool, "hikari");
    }
  }
}
