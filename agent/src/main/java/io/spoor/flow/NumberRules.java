package io.spoor.flow;

import java.math.BigDecimal;
import java.util.List;

/** Rules about numbers: the same in another format, a straight line, two columns in one. */
final class NumberRules {

  private static final String[] OPERATIONS = {
    "sum", "difference", "product", "quotient", "percentage more", "percentage less", "percentage"
  };

  private final LinkedColumn target;
  private final double tries;

  NumberRules(LinkedColumn target, double tries) {
    this.target = target;
    this.tries = tries;
  }

  /** Whether most values of a column are numbers. */
  static boolean isNumeric(LinkedColumn column) {
    int numbers = 0;
    int texts = 0;
    for (int row = 0; row < column.size(); row++) {
      numbers += column.number(row) == null ? 0 : 1;
      texts += column.text(row) == null ? 0 : 1;
    }
    return texts > 0 && numbers >= 0.9 * texts;
  }

  /** The same number as people write it. */
  Rule format(final LinkedColumn column) {
    boolean isCount = column.isProgression() && target.isProgression();
    return isCount
        ? null
        : new Trial(target.size()) {
          @Override
          boolean isThere(int row) {
            return target.number(row) != null && column.number(row) != null;
          }

          @Override
          boolean holds(int row, int result) {
            return column.number(row).compareTo(target.number(result)) == 0;
          }
        }.rule("format of a number", false, tries, 0, column);
  }

  /** Times a constant, and a constant more, rounded to the digits that the output has. */
  Rule line(final LinkedColumn column) {
    if (column.isProgression() || target.isProgression()) {
      // Numbers that grow by the same with each row: any two of them lie on a line.
      return null;
    }
    final double[] line = fit(column);
    return line == null
        ? null
        : new Trial(target.size()) {
          @Override
          boolean isThere(int row) {
            return target.number(row) != null && column.number(row) != null;
          }

          @Override
          boolean holds(int row, int result) {
            return isNear(line[0] * column.real(row) + line[1], result);
          }
        }.rule("linear", false, tries, 2, column);
  }

  /** Least squares; null when the numbers do not vary or are not on a line at all. */
  private double[] fit(LinkedColumn column) {
    int n = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = 0; row < target.size(); row++) {
      if (target.number(row) != null && column.number(row) != null) {
        n++;
        sumX += column.real(row);
        sumY += target.real(row);
      }
    }
    double xx = 0;
    double xy = 0;
    for (int row = 0; row < target.size(); row++) {
      if (target.number(row) != null && column.number(row) != null) {
        double x = column.real(row) - sumX / n;
        xx += x * x;
        xy += x * (target.real(row) - sumY / n);
      }
    }
    if (n < 3 || xx == 0 || xy == 0) {
      return null;
    }
    return new double[] {xy / xx, sumY / n - xy / xx * sumX / n};
  }

  /** Two columns in one. */
  Rule ofTwo(List<LinkedColumn> columns) {
    Rule best = null;
    for (LinkedColumn one : columns) {
      for (LinkedColumn other : columns) {
        for (int i = 0; i < OPERATIONS.length; i++) {
          boolean isSymmetric = i == 0 || i == 2 || i == 6;
          boolean isDone = isSymmetric && columns.indexOf(one) > columns.indexOf(other);
          Rule rule = one == other || isDone ? null : ofTwo(one, other, i);
          best = best == null || rule != null && rule.bits > best.bits ? rule : best;
        }
      }
    }
    return best;
  }

  private Rule ofTwo(final LinkedColumn one, final LinkedColumn other, final int operation) {
    return new Trial(target.size()) {
      @Override
      boolean isThere(int row) {
        return target.number(row) != null && one.number(row) != null && other.number(row) != null;
      }

      @Override
      boolean holds(int row, int result) {
        double x = one.real(row);
        double y = other.real(row);
        return isNear(apply(operation, x, y), result);
      }
    }.rule(OPERATIONS[operation], false, 2 * tries, 0, one, other);
  }

  private static double apply(int operation, double x, double y) {
    switch (operation) {
      case 0:
        return x + y;
      case 1:
        return x - y;
      case 2:
        return x * y;
      case 3:
        return x / y;
      case 4:
        return x * (1 + y / 100);
      case 5:
        return x * (1 - y / 100);
      default:
        return x * y / 100;
    }
  }

  /** Whether a number is the output's, rounded or cut to its digits. */
  private boolean isNear(double number, int row) {
    BigDecimal there = target.number(row);
    double unit = Math.pow(10, -Math.max(0, there.scale()));
    double far = Math.abs(number - target.real(row));
    return far <= 0.5001 * unit + 1e-9 * Math.abs(number);
  }
}
