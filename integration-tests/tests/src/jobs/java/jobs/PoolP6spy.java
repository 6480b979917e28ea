package jobs;

import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Runs SQL through p6spy, as the driver of a pool and as a data source over another. Argument: the
 * JDBC URL.
 */
public final class PoolP6spy {

  private PoolP6spy() {}

  public static void main(String[] args) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0].replaceFirst("^jdbc:", "jdbc:p6spy:"));
    config.setDriverClassName("com.p6spy.engine.spy.P6SpyDriver");
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      PoolUse.run(pool, "driver");
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(args[0]);
    PoolUse.run(new P6DataSource(source), "source");
  }
}
