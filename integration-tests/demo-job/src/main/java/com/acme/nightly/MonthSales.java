package com.acme.nightly;

import java.math.BigDecimal;

/** Sales of a state in a month. */
final class MonthSales {
  final String country;
  final String state;
  final int month;
  BigDecimal sales = BigDecimal.ZERO;
  BigDecimal cost = BigDecimal.ZERO;
  BigDecimal units = BigDecimal.ZERO;

  MonthSales(String country, String state, int month) {
    this.country = country;
    this.state = state;
    this.month = month;
  }
}
