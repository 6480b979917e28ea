package jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads, writes and adds up with jOOQ. Argument: the JDBC URL. */
public final class JooqQueries {

  private static final Table<Record> ORDERS = table(name("ORDERS"));
  private static final Table<Record> CUSTOMERS = table(name("CUSTOMERS"));
  private static final Table<Record> STOCK = table(name("PUBLIC", "STOCK"));
  private static final Table<Record> TOTALS = table(name("TOTALS"));
  private static final Field<Integer> ID = field(name("ORDERS", "ID"), Integer.class);
  private static final Field<Integer> AMOUNT = field(name("ORDERS", "AMOUNT"), Integer.class);
  private static final Field<Integer> CUSTOMER = field(name("ORDERS", "CUSTOMER"), Integer.class);
  private static final Field<Integer> KEY = field(name("CUSTOMERS", "ID"), Integer.class);
  private static final Field<String> WHO = field(name("CUSTOMERS", "NAME"), String.class);
  private static final Field<Integer> ITEM = field(name("ITEM"), Integer.class);
  private static final Field<Integer> UNITS = field(name("UNITS"), Integer.class);
  private static final Field<String> NAME = field(name("NAME"), String.class);
  private static final Field<BigDecimal> TOTAL = field(name("TOTAL"), BigDecimal.class);

  private JooqQueries() {}

  public static void main(String[] args) throws SQLException {
    int rows = 0;
    try (Connection connection = DriverManager.getConnection(args[0])) {
      DSLContext jooq = DSL.using(connection, SQLDialect.H2);
      List<Query> batch = new ArrayList<Query>();
      for (Record2<Integer, Integer> order :
          jooq.select(ID, AMOUNT).from(ORDERS).where(AMOUNT.gt(10)).fetch()) {
        rows +=
            jooq.insertInto(STOCK, ITEM, UNITS).values(order.value1(), order.value2()).execute();
        batch.add(jooq.insertInto(STOCK, ITEM, UNITS).values(order.value1(), 0));
      }
      for (int count : jooq.batch(batch).execute()) {
        rows += count;
      }
      for (int count :
          jooq.batch(jooq.insertInto(STOCK, ITEM, UNITS).values((Integer) null, (Integer) null))
              .bind(4, 40)
              .bind(5, 50)
              .execute()) {
        rows += count;
      }
      rows +=
          jooq.insertInto(TOTALS, NAME, TOTAL)
              .select(
                  jooq.select(WHO, sum(AMOUNT))
                      .from(ORDERS)
                      .join(CUSTOMERS)
                      .on(KEY.eq(CUSTOMER))
                      .groupBy(WHO))
              .execute();
      rows += jooq.update(TOTALS).set(TOTAL, TOTAL.plus(1)).where(NAME.eq("Ann Archer")).execute();
    }
    System.out.println(rows + " rows written");
  }
}
