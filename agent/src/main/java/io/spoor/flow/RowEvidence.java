package io.spoor.flow;

import io.spoor.model.Belief;
import io.spoor.model.Evidence;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What speaks for a match of columns, in the words and figures that events carry. */
final class RowEvidence {

  /** Chance is told to two figures: 0.0033. */
  private static final MathContext TWO = new MathContext(2);

  private static final String LISTED = "rows by values that are in a list, or are not";
  private static final String GROUPS = "a row for each group";
  private static final String ALL_VALUES = "the same values";

  private RowEvidence() {}

  /** How likely it is that a column of the input is in one of the output, and why. */
  static Belief of(Finding finding) {
    ColumnMatch match = finding.column;
    List<Evidence> evidence = new ArrayList<Evidence>(2);
    if (finding.rule != null) {
      evidence.add(new Evidence(Rung.DERIVATION, finding.rule.name, figures(null, match)));
      return new Belief(Confidence.of(match, true), evidence);
    }
    if (finding.contained != null) {
      String same = finding.contained.isAll() ? ALL_VALUES : null;
      evidence.add(new Evidence(Rung.CONTAINMENT, same, figures(null, match)));
      return new Belief(Confidence.ofContainment(match), evidence);
    }
    if (finding.isAggregated) {
      return of(match, Transformation.GROUP_BY);
    }
    if (match.isIdentity()) {
      List<String> agree = Collections.singletonList(agree(match.same(), match.linked()));
      evidence.add(new Evidence(Rung.IDENTITY, null, agree));
    }
    if (finding.link != null) {
      evidence.add(new Evidence(Rung.ROW_MATCH, null, figures(by(finding), match)));
    }
    return new Belief(Confidence.of(match, false), evidence);
  }

  /** Why a column is taken for what puts rows of two inputs together, or for that of groups. */
  static Belief of(ColumnMatch match, Transformation how) {
    boolean isJoin = how == Transformation.JOIN;
    String rule = how == Transformation.FILTER ? LISTED : GROUPS;
    Evidence evidence =
        isJoin
            ? new Evidence(Rung.ROW_MATCH, null, figures("by join", match))
            : new Evidence(Rung.DERIVATION, rule, figures(null, match));
    return new Belief(Confidence.ofCondition(), Collections.singletonList(evidence));
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
