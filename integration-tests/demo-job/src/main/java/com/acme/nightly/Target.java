package com.acme.nightly;

import java.math.BigDecimal;

/** Sales target of a state for a month. */
final class Target {
  final String country;
  final String state;
  final int month;
  final BigDecimal amount;

  Target(String country, String state, int month, BigDecimal amount) {
    this.country = country;
    this.state = state;
    this.month = month;
    this.amount = amount;
  }
}
