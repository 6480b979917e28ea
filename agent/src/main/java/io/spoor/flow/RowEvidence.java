package io.spoor.flow;

import io.spoor.model.Belief;
import io.spoor.model.Evidence;
import io.spoor.model.Rung;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What speaks for a match of columns, in the words and figures that events carry. */
final class RowEvidence {

  private static final double MOST_CERTAIN = 0.99;

  /** Of what was computed: the rule may be another one that gives the same. */
  private static final double COMPUTED = 0.97;

  /** Chance is told to two figures: 0.0033. */
  private static final MathContext TWO = new MathContext(2);

  private RowEvidence() {}

  /** How likely it is that a column of the input is in one of the output, and why. */
  static Belief of(Finding finding) {
    ColumnMatch match = finding.column;
    List<Evidence> evidence = new ArrayList<Evidence>(2);
    if (finding.rule != null) {
      evidence.add(new Evidence(Rung.DERIVATION, finding.rule.name, figures(null, match)));
      return new Belief(confidence(match, COMPUTED), evidence);
    }
    if (match.isIdentity()) {
      List<String> agree = Collections.singletonList(agree(match.same(), match.linked()));
      evidence.add(new Evidence(Rung.IDENTITY, null, agree));
    }
    if (finding.link != null) {
      evidence.add(new Evidence(Rung.ROW_MATCH, null, figures(by(finding), match)));
    }
    return new Belief(
        match.isIdentity() ? MOST_CERTAIN : confidence(match, MOST_CERTAIN), evidence);
  }

  /** Why columns of two inputs are taken for what puts their rows together. */
  static Belief ofJoin(ColumnMatch match) {
    return new Belief(
        confidence(match, MOST_CERTAIN),
        Collections.singletonList(new Evidence(Rung.ROW_MATCH, null, figures("by join", match))));
  }

  private static double confidence(ColumnMatch match, double most) {
    double confidence = Math.min(most, 1 - Math.pow(2, -match.bits() / 10));
    return Math.round(confidence * 100) / 100.0;
  }

  private static List<String> figures(String by, ColumnMatch match) {
    String agree = agree(match.agreeing(), match.linked());
    String chance =
        "chance " + new BigDecimal(match.chance()).round(TWO).stripTrailingZeros().toPlainString();
    return by == null ? Arrays.asList(agree, chance) : Arrays.asList(by, agree, chance);
  }

  private static String agree(int agreeing, int linked) {
    return "agree " + agreeing + "/" + linked;
  }

  /** By what rows are linked, with the name of the key where there is one. */
  private static String by(Finding finding) {
    if (finding.link.kind() == RowLink.Kind.KEY) {
      for (RowColumn column : finding.input.columns(finding.link.keyColumn())) {
        if (column.name() != null) {
          return "by key " + column.name();
        }
      }
    }
    return "by " + finding.link.kind().label();
  }
}
