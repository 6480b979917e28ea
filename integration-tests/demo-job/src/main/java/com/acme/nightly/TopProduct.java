package com.acme.nightly;

import java.math.BigDecimal;

/** One of the best selling products of a state. */
final class TopProduct {
  final String state;
  final int rank;
  final String product;
  final String family;
  final BigDecimal sales;

  TopProduct(String state, int rank, String product, String family, BigDecimal sales) {
    this.state = state;
    this.rank = rank;
    this.product = product;
    this.family = family;
    this.sales = sales;
  }
}
