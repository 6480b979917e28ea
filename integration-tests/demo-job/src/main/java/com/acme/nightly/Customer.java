package com.acme.nightly;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A customer of FoodMart, as far as the choice of a card may depend on it. */
final class Customer {
  final int id;
  final boolean golden;
  final double[] features;

  private Customer(int id, boolean golden, double[] features) {
    this.id = id;
    this.golden = golden;
    this.features = features;
  }

  static List<Customer> readAll(Connection foodmart) throws SQLException {
    List<Customer> customers = new ArrayList<Customer>();
    Statement statement = foodmart.createStatement();
    try {
      ResultSet rows =
          statement.executeQuery(
              "select \"customer_id\", \"member_card\", \"yearly_income\", \"total_children\","
                  + " \"num_children_at_home\", \"num_cars_owned\", \"houseowner\""
                  + " from \"foodmart\".\"customer\" order by \"customer_id\"");
      while (rows.next()) {
        double[] features = {
          income(rows.getString(3)) / 100.0,
          rows.getInt(4),
          rows.getInt(5),
          rows.getInt(6),
          "Y".equals(rows.getString(7)) ? 1 : 0
        };
        customers.add(new Customer(rows.getInt(1), "Golden".equals(rows.getString(2)), features));
      }
      rows.close();
    } finally {
      statement.close();
    }
    return customers;
  }

  /** The lower end of a range such as {@code $30K - $50K}. */
  private static int income(String range) {
    int end = range.indexOf('K');
    return Integer.parseInt(range.substring(1, end));
  }
}
