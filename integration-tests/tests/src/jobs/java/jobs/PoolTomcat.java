package jobs;

import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Runs SQL through a Tomcat JDBC pool with cached statements. Argument: the JDBC URL. */
public final class PoolTomcat {

  private PoolTomcat() {}

  public static void main(String[] args) throws SQLException {
    PoolProperties properties = new PoolProperties();
    properties.setUrl(args[0]);
    properties.setDriverClassName("org.h2.Driver");
    properties.setInitialSize(2);
    properties.setMaxActive(2);
    properties.setMinIdle(1);
    properties.setMaxIdle(2);
    properties.setJdbcInterceptors("ConnectionState;StatementCache");
    DataSource pool = new DataSource(properties);
    try {
      PoolUse.run(pool, "tomcat");
    } finally {
      pool.close();
    }
  }
}
