package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of outputs as a whole: what explains them, what does not, and what is left. */
class RowFlowsTest {

  private final Random random = new Random(3);
  private final Sides sides = new Sides();

  private void add(boolean isOutput, String name, List<Object[]> rows, String... columns) {
    sides.add(isOutput, name, rows, columns);
  }

  private List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Object[] {
            "k" + random.nextInt(1000000), "v" + random.nextInt(1000000), random.nextInt(9)
          });
    }
    return rows;
  }

  private List<String> said() {
    return sides.said();
  }

  @Test
  void whatIsReadAndNotUsedIsRefuted() {
    List<Object[]> rows = rows(40);
    add(false, "IN", rows, "A", "B");
    add(false, "OTHER", rows(30), "A", "B");
    add(false, "TINY", rows(2), "A", "B");
    add(true, "OUT", rows, "X", "Y");
    add(false, "LATE", rows(30), "A", "B");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY), B -> Y (IDENTITY)]",
            "OTHER of 30 not in OUT:"
                + " other inputs explain every column that varies; it explains none better"),
        said());
  }

  @Test
  void nothingIsRefutedWhileAColumnIsOpen() {
    List<Object[]> rows = rows(40);
    List<Object[]> out = new ArrayList<>();
    for (Object[] row : rows) {
      out.add(new Object[] {row[0], "new" + random.nextInt(1000000)});
    }
    add(false, "IN", rows, "A", "B");
    add(false, "OTHER", rows(30), "A", "B");
    add(true, "OUT", out, "X", "Y");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY)]",
            "OUT.Y of 40: none of the rows that were read has its values"),
        said());
  }

  @Test
  void twoThatExplainEquallyWellAreNamed() {
    List<Object[]> rows = rows(40);
    add(false, "ONE", rows, "A", "B");
    add(false, "TWIN", rows, "A", "B");
    add(true, "OUT", rows, "X", "Y");
    assertEquals(
        List.of(
            "OUT.X of 40: several inputs explain it equally well: ONE, TWIN",
            "OUT.Y of 40: several inputs explain it equally well: ONE, TWIN"),
        said());
  }

  @Test
  void whatOneOfTwoStatementsExplains() {
    List<Object[]> rows = rows(40);
    add(false, "IN", rows, "A", "B");
    add(true, "OUT", rows, "X", "Y");
    add(true, "OUT", rows(20), "X", "Y");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY), B -> Y (IDENTITY)]",
            "OUT.X of 20: where other statements write it nothing has its values",
            "OUT.Y of 20: where other statements write it nothing has its values"),
        said());
  }

  @Test
  void outputsWithoutInputs() {
    List<Object[]> constant = List.of(new Object[] {"a", 1}, new Object[] {"a", 2});
    add(true, "OUT", constant, "CONSTANT", "FEW");
    add(true, "MORE", rows(12), "X");
    assertEquals(
        List.of(
            "OUT.FEW of 2: too few rows to compare",
            "MORE.X of 12: none of the rows that were read has its values"),
        said());
  }

  private static List<Object[]> columns(List<Object[]> rows, int... columns) {
    List<Object[]> some = new ArrayList<>();
    for (Object[] row : rows) {
      some.add(java.util.Arrays.stream(columns).mapToObj(column -> row[column]).toArray());
    }
    return some;
  }

  /**
   * Each half alone has too few of the output's keys; but between its first and last it has all.
   */
  @Test
  void halvesOfAUnionByTheirKeysAlone() {
    List<Object[]> one = rows(40);
    List<Object[]> two = rows(40);
    List<Object[]> out = columns(one, 0);
    out.addAll(columns(two, 0));
    for (Object[] row : out) {
      // The very objects would be evidence of their own.
      row[0] = new String((String) row[0]);
    }
    add(false, "ONE", one, "A", "B");
    add(false, "TWO", two, "A", "B");
    add(false, "OTHER", rows(40), "A", "B");
    add(true, "OUT", out, "X");
    assertEquals(
        List.of(
            "ONE -> OUT [A -> X (IDENTITY)]",
            "TWO -> OUT [A -> X (IDENTITY)]",
            "OTHER of 40 not in OUT:"
                + " other inputs explain every column that varies; it explains none better"),
        said());
  }

  /** Some rows have changed since, so that only the table as it is has all of them. */
  @Test
  void anOlderStateOfATableIsNoSource() {
    List<Object[]> now = rows(60);
    List<Object[]> older = new ArrayList<>(now);
    for (int i = 0; i < older.size(); i += 3) {
      older.set(i, rows(1).get(0));
    }
    List<Object[]> out = columns(now, 1, 0);
    Collections.shuffle(out, random);
    add(false, "OLDER", older, "A", "B");
    add(false, "NOW", now, "A", "B");
    add(true, "OUT", out, "X", "Y");
    assertEquals(
        List.of(
            "NOW -> OUT [B -> X (IDENTITY), A -> Y (IDENTITY)]",
            "OLDER of 60 not in OUT:"
                + " other inputs explain every column that varies; it explains none better"),
        said());
  }

  /** One of the two summands is where a reference of the other one's row leads to. */
  @Test
  void aSumOverALookup() {
    List<Object[]> items = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      items.add(new Object[] {"item" + random.nextInt(1000000), random.nextInt(100000)});
    }
    List<Object[]> orders = new ArrayList<>();
    List<Object[]> out = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Object[] item = items.get(random.nextInt(items.size()));
      Object[] order = {"order" + random.nextInt(1000000), item[0], random.nextInt(100000)};
      orders.add(order);
      out.add(new Object[] {order[0], (int) order[2] + (int) item[1]});
    }
    add(false, "ORDERS", orders, "ID", "ITEM", "FREIGHT");
    add(false, "ITEMS", items, "ID", "PRICE");
    add(true, "OUT", out, "ID", "TOTAL");
    assertEquals(
        List.of(
            "ORDERS -> OUT [ID -> ID (IDENTITY), FREIGHT -> TOTAL (TRANSFORMATION)]",
            "ITEMS -> OUT [PRICE -> TOTAL (TRANSFORMATION)]"),
        said());
  }

  /** Nothing but the name decides, and where it does not neither is told. */
  @Test
  void whatIsMadeOfOneOfTwoEqualColumns() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> out = new ArrayList<>();
    for (Object[] row : rows(40)) {
      rows.add(new Object[] {row[0], row[1], row[1]});
      out.add(new Object[] {row[0], "no. " + row[1], row[1] + "-EU"});
    }
    add(false, "IN", rows, "ID", "ONE", "OTHER");
    add(true, "OUT", out, "ID", "OTHER", "THIRD");
    assertEquals(
        List.of(
            "IN -> OUT [ID -> ID (IDENTITY), OTHER -> OTHER (TRANSFORMATION)]",
            "OUT.THIRD of 40: none of the rows that were read has its values"),
        said());
  }

  /** Two readings of a table are one; values that come again in a column are its rows. */
  @Test
  void rowsThatAreThereTwice() {
    List<Object[]> rows = rows(40);
    List<Object[]> twice = new ArrayList<>(rows);
    twice.addAll(rows);
    assertEquals(40, Sides.table(twice).distinct().size());
    assertEquals(80, Sides.table(columns(twice, 2)).distinct().size());
  }
}
