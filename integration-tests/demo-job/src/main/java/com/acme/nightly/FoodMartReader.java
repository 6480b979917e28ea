package com.acme.nightly;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads sales from FoodMart; the names there are in lower case and have to be quoted. */
final class FoodMartReader {

  /** The year to report. December is kept in a table of its own. */
  private static final int YEAR = 1998;

  private static final String STORE_SALES =
      "select s.\"store_country\", s.\"store_state\", t.\"month_of_year\", s.\"store_id\","
          + " sum(f.\"store_sales\"), sum(f.\"store_cost\"), sum(f.\"unit_sales\")"
          + " from \"foodmart\".\"@FACT@\" f"
          + " join \"foodmart\".\"time_by_day\" t on t.\"time_id\" = f.\"time_id\""
          + " join \"foodmart\".\"store\" s on s.\"store_id\" = f.\"store_id\""
          + " where t.\"the_year\" = ?"
          + " group by s.\"store_country\", s.\"store_state\", t.\"month_of_year\","
          + " s.\"store_id\"";

  private static final String PRODUCT_SALES =
      "select s.\"store_state\", p.\"product_name\", c.\"product_family\","
          + " sum(f.\"store_sales\") as total"
          + " from \"foodmart\".\"sales_fact_1998\" f"
          + " join \"foodmart\".\"store\" s on s.\"store_id\" = f.\"store_id\""
          + " join \"foodmart\".\"product\" p on p.\"product_id\" = f.\"product_id\""
          + " join \"foodmart\".\"product_class\" c"
          + " on c.\"product_class_id\" = p.\"product_class_id\""
          + " group by s.\"store_state\", p.\"product_name\", c.\"product_family\""
          + " order by s.\"store_state\", total desc, p.\"product_name\"";

  private final Connection connection;

  FoodMartReader(Connection connection) {
    this.connection = connection;
  }

  /** Sales by state and month: the database sums up by store, the states are summed up here. */
  List<MonthSales> readMonthSales() throws SQLException {
    Map<String, MonthSales> byStateAndMonth = new TreeMap<String, MonthSales>();
    addStoreSales(STORE_SALES.replace("@FACT@", "sales_fact_1998"), byStateAndMonth);
    addStoreSales(STORE_SALES.replace("@FACT@", "sales_fact_dec_1998"), byStateAndMonth);
    return new ArrayList<MonthSales>(byStateAndMonth.values());
  }

  private void addStoreSales(String sql, Map<String, MonthSales> months) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setInt(1, YEAR);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        String country = rows.getString(1);
        String state = rows.getString(2);
        int month = rows.getInt(3);
        String key = country + '/' + state + '/' + (month < 10 ? "0" : "") + month;
        MonthSales sales = months.get(key);
        if (sales == null) {
          sales = new MonthSales(country, state, month);
          months.put(key, sales);
        }
        sales.sales = sales.sales.add(rows.getBigDecimal(5));
        sales.cost = sales.cost.add(rows.getBigDecimal(6));
        sales.units = sales.units.add(rows.getBigDecimal(7));
      }
      rows.close();
    } finally {
      statement.close();
    }
  }

  /** The best selling products of each state, the best first. */
  List<TopProduct> readTopProducts(int perState) throws SQLException {
    List<TopProduct> top = new ArrayList<TopProduct>();
    Statement statement = connection.createStatement();
    try {
      ResultSet rows = statement.executeQuery(PRODUCT_SALES);
      String state = null;
      int rank = 0;
      while (rows.next()) {
        String next = rows.getString("store_state");
        if (!next.equals(state)) {
          state = next;
          rank = 0;
        }
        rank++;
        if (rank <= perState) {
          BigDecimal sales = rows.getBigDecimal(4);
          top.add(
              new TopProduct(
                  state,
                  rank,
                  rows.getString("product_name"),
                  rows.getString("product_family"),
                  sales));
        }
      }
      rows.close();
    } finally {
      statement.close();
    }
    return top;
  }
}
