package jobs;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * Reads, writes and adds up with MyBatis and its pool: statement by statement, then in a batch.
 * Argument: the JDBC URL.
 */
public final class MyBatisMappers {

  private MyBatisMappers() {}

  /** The statements. */
  public interface Shop {
    @Select("select id as \"id\", amount as \"amount\" from orders where amount > #{least}")
    List<Map<String, Object>> orders(@Param("least") int least);

    @Insert("insert into stock (item, units) values (#{id}, #{amount})")
    int addStock(Map<String, Object> order);

    @Insert(
        "insert into totals (name, total)"
            + " select c.name, sum(o.amount) from orders o"
            + " join customers c on c.id = o.customer group by c.name")
    int addTotals();

    @Update("update totals set total = total + 1 where name = #{name}")
    int change(@Param("name") String name);
  }

  public static void main(String[] args) {
    PooledDataSource pool = new PooledDataSource("org.h2.Driver", args[0], null, null);
    Configuration configuration =
        new Configuration(new Environment("job", new JdbcTransactionFactory(), pool));
    configuration.addMapper(Shop.class);
    SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(configuration);
    List<Map<String, Object>> orders;
    int rows = 0;
    try (SqlSession session = sessions.openSession()) {
      Shop shop = session.getMapper(Shop.class);
      orders = shop.orders(10);
      for (Map<String, Object> order : orders) {
        rows += shop.addStock(order);
      }
      rows += shop.addTotals() + shop.change("Ann Archer");
      session.commit();
    }
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      Shop shop = session.getMapper(Shop.class);
      for (Map<String, Object> order : orders) {
        shop.addStock(order);
      }
      for (int count : session.flushStatements().get(0).getUpdateCounts()) {
        rows += count;
      }
      session.commit();
    }
    pool.forceCloseAll();
    System.out.println(rows + " rows written");
  }
}
