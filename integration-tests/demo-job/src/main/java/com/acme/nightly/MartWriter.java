package com.acme.nightly;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fills the tables of the sales mart; each night starts from empty tables. */
final class MartWriter {

  private static final int BATCH_SIZE = 50;

  private static final String[] DDL = {
    "DROP TABLE IF EXISTS COUNTRY_RESULT",
    "DROP TABLE IF EXISTS TARGET_RESULT",
    "DROP TABLE IF EXISTS TOP_PRODUCT",
    "DROP TABLE IF EXISTS MONTH_SALES",
    "DROP TABLE IF EXISTS SALES_TARGET",
    "CREATE TABLE SALES_TARGET (COUNTRY VARCHAR(30), STATE VARCHAR(30), MONTH_NO INT,"
        + " TARGET DECIMAL(12,2), PRIMARY KEY (COUNTRY, STATE, MONTH_NO))",
    "CREATE TABLE MONTH_SALES (COUNTRY VARCHAR(30), STATE VARCHAR(30), MONTH_NO INT,"
        + " SALES DECIMAL(14,4), COST DECIMAL(14,4), UNITS DECIMAL(14,4),"
        + " PRIMARY KEY (COUNTRY, STATE, MONTH_NO))",
    "CREATE TABLE TOP_PRODUCT (STATE VARCHAR(30), RANK_NO INT, PRODUCT VARCHAR(60),"
        + " FAMILY VARCHAR(30), SALES DECIMAL(14,4), PRIMARY KEY (STATE, RANK_NO))",
    "CREATE TABLE TARGET_RESULT (COUNTRY VARCHAR(30), STATE VARCHAR(30), MONTH_NO INT,"
        + " SALES DECIMAL(14,4), TARGET DECIMAL(12,2), VARIANCE DECIMAL(14,4))"
  };

  private final Connection connection;

  MartWriter(Connection connection) {
    this.connection = connection;
  }

  void createTables() throws SQLException {
    Statement statement = connection.createStatement();
    try {
      for (int i = 0; i < DDL.length; i++) {
        statement.execute(DDL[i]);
      }
    } finally {
      statement.close();
    }
  }

  void insertTargets(List<Target> targets) throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO SALES_TARGET (COUNTRY, STATE, MONTH_NO, TARGET) VALUES (?, ?, ?, ?)");
    try {
      int rows = 0;
      for (Target target : targets) {
        insert.setString(1, target.country);
        insert.setString(2, target.state);
        insert.setInt(3, target.month);
        insert.setBigDecimal(4, target.amount);
        insert.addBatch();
        if (++rows % BATCH_SIZE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } finally {
      insert.close();
    }
  }

  void insertMonthSales(List<MonthSales> months) throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement insert =
        connection.prepareStatement("INSERT INTO MONTH_SALES VALUES (?, ?, ?, ?, ?, ?)");
    try {
      int rows = 0;
      for (MonthSales month : months) {
        insert.setString(1, month.country);
        insert.setString(2, month.state);
        insert.setInt(3, month.month);
        insert.setBigDecimal(4, month.sales);
        insert.setBigDecimal(5, month.cost);
        insert.setBigDecimal(6, month.units);
        insert.addBatch();
        if (++rows % BATCH_SIZE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      connection.commit();
    } finally {
      insert.close();
      connection.setAutoCommit(true);
    }
  }

  void insertTopProducts(List<TopProduct> products) throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO TOP_PRODUCT (STATE, RANK_NO, PRODUCT, FAMILY, SALES)"
                + " VALUES (?, ?, ?, ?, ?)");
    try {
      for (TopProduct product : products) {
        insert.setString(1, product.state);
        insert.setInt(2, product.rank);
        insert.setString(3, product.product);
        insert.setString(4, product.family);
        insert.setBigDecimal(5, product.sales);
        insert.addBatch();
      }
      insert.executeBatch();
    } finally {
      insert.close();
    }
  }

  /** Compares sales with targets inside the database; returns the number of rows. */
  int fillTargetResult() throws SQLException {
    Statement statement = connection.createStatement();
    try {
      return statement.executeUpdate(
          "INSERT INTO TARGET_RESULT (COUNTRY, STATE, MONTH_NO, SALES, TARGET, VARIANCE)"
              + " SELECT M.COUNTRY, M.STATE, M.MONTH_NO, M.SALES, T.TARGET, M.SALES - T.TARGET"
              + " FROM MONTH_SALES M JOIN SALES_TARGET T ON T.COUNTRY = M.COUNTRY"
              + " AND T.STATE = M.STATE AND T.MONTH_NO = M.MONTH_NO");
    } finally {
      statement.close();
    }
  }

  /** Sums up by country inside the database. */
  void fillCountryResult() throws SQLException {
    Statement statement = connection.createStatement();
    try {
      statement.execute(
          "CREATE TABLE COUNTRY_RESULT AS SELECT COUNTRY, SUM(SALES) AS SALES,"
              + " SUM(TARGET) AS TARGET FROM TARGET_RESULT GROUP BY COUNTRY");
    } finally {
      statement.close();
    }
  }
}
