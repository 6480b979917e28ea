package io.spoor.flow;

import io.spoor.model.Belief;
import io.spoor.model.Evidence;
import io.spoor.model.Rung;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What speaks for a match of columns, in the words and figures that events carry. */
final class RowEvidence {

  private static final double MOST_CERTAIN = 0.99;

  /** Chance is told to two figures: 0.0033. */
  private static final MathContext TWO = new MathContext(2);

  private RowEvidence() {}

  /** How likely it is that a column of the input is in one of the output, and why. */
  static Belief of(RowSide input, RowLink link, ColumnMatch match) {
    List<String> figures =
        Arrays.asList(
            by(input, link),
            "agree " + match.agreeing() + "/" + match.linked(),
            "chance "
                + new BigDecimal(match.chance()).round(TWO).stripTrailingZeros().toPlainString());
    double confidence = Math.min(MOST_CERTAIN, 1 - Math.pow(2, -match.bits() / 10));
    return new Belief(
        Math.round(confidence * 100) / 100.0,
        Collections.singletonList(new Evidence(Rung.ROW_MATCH, null, figures)));
  }

  /** By what rows are linked, with the name of the key where there is one. */
  private static String by(RowSide input, RowLink link) {
    if (link.kind() == RowLink.Kind.KEY) {
      for (RowColumn column : input.columns(link.keyColumn())) {
        if (column.name() != null) {
          return "by key " + column.name();
        }
      }
    }
    return "by " + link.kind().label();
  }
}
