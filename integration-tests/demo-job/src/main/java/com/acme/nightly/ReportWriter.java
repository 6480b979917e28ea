package com.acme.nightly;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the report: a line for each state, its best month, and a total for each country. */
final class ReportWriter {

  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final Connection connection;

  ReportWriter(Connection connection) {
    this.connection = connection;
  }

  /** Returns the number of lines, the header not counted. */
  int write(File file) throws IOException, SQLException {
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file), "UTF-8")));
    try {
      out.print("country,state,sales,target,percent,best_month\n");
      int lines = writeStates(out);
      lines += writeCountries(out);
      if (out.checkError()) {
        throw new IOException("Cannot write " + file);
      }
      return lines;
    } finally {
      out.close();
    }
  }

  private int writeStates(PrintWriter out) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      ResultSet rows =
          statement.executeQuery(
              "SELECT COUNTRY, STATE, MONTH_NO, SALES, TARGET FROM TARGET_RESULT"
                  + " ORDER BY COUNTRY, STATE, MONTH_NO");
      int lines = 0;
      String country = null;
      String state = null;
      BigDecimal sales = BigDecimal.ZERO;
      BigDecimal target = BigDecimal.ZERO;
      BigDecimal best = BigDecimal.ZERO;
      int bestMonth = 0;
      while (rows.next()) {
        if (state != null && !state.equals(rows.getString("STATE"))) {
          print(out, country, state, sales, target, Integer.toString(bestMonth));
          lines++;
          sales = BigDecimal.ZERO;
          target = BigDecimal.ZERO;
          best = BigDecimal.ZERO;
        }
        country = rows.getString("COUNTRY");
        state = rows.getString("STATE");
        BigDecimal month = rows.getBigDecimal("SALES");
        sales = sales.add(month);
        target = target.add(rows.getBigDecimal("TARGET"));
        if (month.compareTo(best) > 0) {
          best = month;
          bestMonth = rows.getInt("MONTH_NO");
        }
      }
      if (state != null) {
        print(out, country, state, sales, target, Integer.toString(bestMonth));
        lines++;
      }
      rows.close();
      return lines;
    } finally {
      statement.close();
    }
  }

  private int writeCountries(PrintWriter out) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      ResultSet rows =
          statement.executeQuery(
              "SELECT COUNTRY, SALES, TARGET FROM COUNTRY_RESULT ORDER BY COUNTRY");
      int lines = 0;
      while (rows.next()) {
        print(out, rows.getString(1), "*", rows.getBigDecimal(2), rows.getBigDecimal(3), "");
        lines++;
      }
      rows.close();
      return lines;
    } finally {
      statement.close();
    }
  }

  private static void print(
      PrintWriter out,
      String country,
      String state,
      BigDecimal sales,
      BigDecimal target,
      String bestMonth) {
    BigDecimal percent = sales.multiply(HUNDRED).divide(target, 1, RoundingMode.HALF_UP);
    out.print(country + ',' + state + ',' + sales.setScale(2, RoundingMode.HALF_UP) + ',');
    out.print(target.setScale(2, RoundingMode.HALF_UP) + "," + percent + ',' + bestMonth + '\n');
  }
}
