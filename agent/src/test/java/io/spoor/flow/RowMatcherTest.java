package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.spoor.boot.record.ValueHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which columns of sampled rows are found to be the same. */
class RowMatcherTest {

  private final Random random = new Random(1);

  private static RowTable table(List<Object[]> rows) {
    long[][] hashes =
        rows.stream()
            .map(row -> java.util.Arrays.stream(row).mapToLong(ValueHash::of).toArray())
            .toArray(long[][]::new);
    return RowTable.of(hashes, null, hashes.length);
  }

  private static String columns(RowLink link) {
    StringBuilder text = new StringBuilder(link.kind().name());
    for (ColumnMatch each : link.columns()) {
      text.append(' ').append(each.input()).append("->").append(each.output());
    }
    return text.toString();
  }

  /** Customers: number, address, city, amount. */
  private List<Object[]> customers(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Object[] {
            i + 1,
            "user" + random.nextInt(1000000) + "@host",
            List.of("Rome", "Oslo", "Bonn", "Lima").get(random.nextInt(4)),
            random.nextInt(100000) / 100.0
          });
    }
    return rows;
  }

  private static List<Object[]> pick(List<Object[]> rows, int... columns) {
    List<Object[]> picked = new ArrayList<>();
    for (Object[] row : rows) {
      Object[] some = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        some[i] = row[columns[i]];
      }
      picked.add(some);
    }
    return picked;
  }

  @Test
  void aCopy() {
    List<Object[]> rows = customers(50);
    RowLink link = RowMatcher.match(table(rows), table(rows), null);
    assertEquals("KEY 0->0 1->1 2->2 3->3", columns(link));
  }

  @Test
  void otherOrderOfRowsAndColumns() {
    List<Object[]> rows = customers(50);
    List<Object[]> out = pick(rows, 3, 1, 2);
    Collections.shuffle(out, random);
    assertEquals("KEY 3->0 1->1 2->2", columns(RowMatcher.match(table(rows), table(out), null)));
  }

  @Test
  void someOfTheRows() {
    List<Object[]> rows = customers(200);
    List<Object[]> out = new ArrayList<>(rows);
    out.removeIf(row -> !row[2].equals("Oslo"));
    // The city is the same everywhere: nothing shows where it comes from.
    assertEquals("KEY 0->0 1->1 3->3", columns(RowMatcher.match(table(rows), table(out), null)));
  }

  @Test
  void otherTypes() {
    List<Object[]> rows = customers(50);
    List<Object[]> out = new ArrayList<>();
    for (Object[] row : rows) {
      out.add(new Object[] {"" + row[0], row[1].toString().toUpperCase(), " " + row[3] + "0"});
    }
    assertEquals("KEY 0->0 1->1 3->2", columns(RowMatcher.match(table(rows), table(out), null)));
  }

  /** Both are numbered from one, and nothing else is the same. */
  @Test
  void numbersAloneProveNothing() {
    assertNull(RowMatcher.match(table(customers(50)), table(customers(50)), null));
    assertNull(
        RowMatcher.match(table(pick(customers(50), 0)), table(pick(customers(50), 0)), null));
  }

  /** The same states and months in the same order are in any two tables about them. */
  @Test
  void aGridProvesNothing() {
    List<Object[]> sales = new ArrayList<>();
    List<Object[]> targets = new ArrayList<>();
    for (String state : List.of("CA", "OR", "WA", "BC", "DF")) {
      for (int month = 1; month <= 12; month++) {
        sales.add(new Object[] {state, month, random.nextInt(100000)});
        targets.add(new Object[] {state, month, random.nextInt(100000)});
      }
    }
    assertNull(RowMatcher.match(table(targets), table(sales), null));
  }

  @Test
  void byPlaceWhereValuesRepeat() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(new Object[] {random.nextInt(30) * 7 + 5000, "p" + random.nextInt(25)});
    }
    assertEquals("RANK 0->0 1->1", columns(RowMatcher.match(table(rows), table(rows), null)));
  }

  /** What was read before tells rows apart that look the same. */
  @Test
  void byWhatWasReadBefore() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> out = new ArrayList<>();
    int[] window = new int[40];
    for (int i = 0; i < 80; i++) {
      rows.add(new Object[] {random.nextInt(5), random.nextInt(5)});
      if (i % 2 == 0) {
        window[out.size()] = i;
        out.add(new Object[] {rows.get(i)[1]});
      }
    }
    assertEquals("WINDOW 1->0", columns(RowMatcher.match(table(rows), table(out), window)));
  }

  @Test
  void twoTablesThatHaveNothingInCommon() {
    List<Object[]> one = pick(customers(100), 1, 2, 3);
    List<Object[]> other = pick(customers(100), 1, 2, 3);
    assertNull(RowMatcher.match(table(one), table(other), null));
  }
}
