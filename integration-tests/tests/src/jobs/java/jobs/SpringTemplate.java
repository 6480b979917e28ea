package jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads, writes and adds up with Spring's JdbcTemplate. Argument: the JDBC URL. */
public final class SpringTemplate {

  private SpringTemplate() {}

  private static final class ItemAndUnits implements RowMapper<Object[]> {
    @Override
    public Object[] mapRow(ResultSet rows, int number) throws SQLException {
      return new Object[] {rows.getInt("id"), rows.getInt("amount")};
    }
  }

  public static void main(String[] args) {
    SingleConnectionDataSource source = new SingleConnectionDataSource(args[0], true);
    try {
      JdbcTemplate template = new JdbcTemplate(source);
      List<Object[]> orders =
          template.query("select id, amount from orders where amount > ?", new ItemAndUnits(), 10);
      int[] batch = template.batchUpdate("insert into stock (item, units) values (?, ?)", orders);
      int totals =
          template.update(
              "insert into totals (name, total)"
                  + " select c.name, sum(o.amount) from orders o"
                  + " join customers c on c.id = o.customer group by c.name");
      int changed =
          new NamedParameterJdbcTemplate(template)
              .update(
                  "update totals set total = total + 1 where name = :name",
                  Collections.singletonMap("name", "Ann Archer"));
      System.out.println(batch.length + " items, " + totals + " totals, " + changed + " changed");
    } finally {
      source.destroy();
    }
  }
}
