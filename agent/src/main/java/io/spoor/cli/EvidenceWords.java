package io.spoor.cli;

import io.spoor.model.Rung;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Evidence as a clause of a sentence: {@code of 214 sampled rows 214 agree}. */
final class EvidenceWords {
  private EvidenceWords() {}

  /** All pieces, the strongest first; what others than Spoor say is quoted. */
  static String of(List<String> evidence) {
    if (evidence.isEmpty()) {
      return "the event does not say why";
    }
    List<String> clauses = new ArrayList<>();
    for (List<String> piece : EvidenceText.pieces(evidence)) {
      clauses.add(clause(piece));
    }
    return Plain.line(String.join("; besides, ", clauses));
  }

  private static String clause(List<String> piece) {
    Rung rung = Rung.of(piece.get(0));
    if (rung == null) {
      return "the event says " + String.join(", ", piece);
    }
    int colon = piece.get(0).indexOf(": ");
    String detail = colon < 0 ? null : piece.get(0).substring(colon + 2);
    String words = words(rung, detail);
    String figures = figures(piece.subList(1, piece.size()), rung == Rung.CONTAINMENT);
    boolean isPlain = rung == Rung.ROW_MATCH && detail == null && figures.startsWith("of ");
    return isPlain ? figures : words + (figures.isEmpty() ? "" : ": " + figures);
  }

  private static String words(Rung rung, String detail) {
    String brackets = detail == null ? "" : " (" + detail + ")";
    switch (rung) {
      case SQL:
        return detail == null
            ? "a statement says so"
            : "a statement says so (" + detail.replace('_', ' ') + ")";
      case COPY:
        return "the content was copied" + brackets;
      case IDENTITY:
        return "the very objects that were read were written" + brackets;
      case ROW_MATCH:
        return "sampled rows are the same" + brackets;
      case DERIVATION:
        return detail == null ? "a rule holds" : "by the rule '" + detail + "'";
      case CONTAINMENT:
        return detail == null
            ? "its values are among those of the input"
            : "it has " + detail + " as the input";
      case LIBRARY:
        return "the machine-learning library says so" + brackets;
      case EXCLUSIVE:
        return detail == null
            ? "no other input could have fed it"
            : detail.startsWith("the only") ? "it is " + detail : detail;
      default:
        return "it is one of several that could have fed it" + brackets;
    }
  }

  /**
   * What the figures of rows mean, and the others as they are.
   *
   * @param ofValues whether they are about values, whatever rows these are in
   */
  private static String figures(List<String> figures, boolean ofValues) {
    String by = null;
    String agree = null;
    String chance = null;
    List<String> others = new ArrayList<>();
    for (String figure : figures) {
      String rest = figure.substring(figure.indexOf(' ') + 1);
      if (figure.startsWith("by ")) {
        by = rest;
      } else if (figure.startsWith("agree ") && rest.matches("\\d{1,9}/\\d{1,9}")) {
        agree = rest;
      } else if (figure.startsWith("chance ") && rest.matches("[01](\\.\\d+)?")) {
        chance = rest;
      } else {
        others.add(figure);
      }
    }
    StringBuilder text = new StringBuilder();
    if (agree != null) {
      int slash = agree.indexOf('/');
      text.append("of ").append(Plain.count(Long.parseLong(agree.substring(slash + 1))));
      text.append(ofValues ? " different values that were compared" : " sampled rows");
      text.append(by == null ? "" : ", linked by " + link(by) + ",");
      text.append(' ').append(Plain.count(Long.parseLong(agree.substring(0, slash))));
      text.append(ofValues ? " are in both" : " agree");
    } else if (by != null) {
      text.append("linked by ").append(link(by));
    }
    if (chance != null) {
      text.append(text.length() == 0 ? "" : "; ")
          .append("by chance ")
          .append(percent(Double.parseDouble(chance)))
          .append(ofValues ? " would be" : " would");
    }
    if (!others.isEmpty()) {
      String more = String.join(", ", others);
      text.append(text.length() == 0 ? more : " (" + more + ")");
    }
    return text.toString();
  }

  private static String link(String by) {
    switch (by) {
      case "row read before":
        return "the row that the thread had read before";
      case "order":
        return "the order in which they come";
      case "object":
        return "objects that they share";
      case "join":
        return "a key of the one that is in the other";
      default:
        return "the " + by;
    }
  }

  /**
   * To stand in brackets: {@code 60 of 63 agree, 20 % by chance}, behind the rule if there is one;
   * empty without figures.
   */
  static String brief(List<String> evidence) {
    String agree = null;
    String chance = null;
    String first = evidence.get(0);
    boolean isRule = Rung.of(first) == Rung.DERIVATION && first.indexOf(": ") > 0;
    String rule = isRule ? Plain.line(first.substring(first.indexOf(": ") + 2)) + "; " : "";
    for (String figure : evidence) {
      if (figure.matches("agree \\d{1,9}/\\d{1,9}")) {
        agree = figure.substring(6).replace("/", " of ") + " agree";
      } else if (figure.matches("chance [01](\\.\\d+)?")) {
        chance = percent(Double.parseDouble(figure.substring(7))) + " by chance";
      }
    }
    return agree == null ? "" : rule + (chance == null ? agree : agree + ", " + chance);
  }

  /** {@code 20 %}, {@code 0.48 %}. */
  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share * 100).round(new MathContext(2));
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
