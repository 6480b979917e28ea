package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which rows are linked by nothing but the order in which they come. */
class RowOrderTest {

  private final Random random = new Random(7);

  private static RowTable table(List<?> values) {
    List<Object[]> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(new Object[] {value});
    }
    return Sides.table(rows);
  }

  @Test
  void aFewValuesInAnOrderOfTheirOwn() {
    List<String> states = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      states.add("state " + random.nextInt(6));
    }
    int[] each = new int[200];
    for (int i = 0; i < each.length; i++) {
      each[i] = i;
    }
    assertArrayEquals(each, RowOrder.link(table(states), table(states)));
  }

  /** They begin like any numbers that rise, and what they go on with is no order of the input's. */
  @Test
  void numbersThatRise() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      numbers.add(i);
    }
    List<Integer> out = new ArrayList<>(numbers.subList(0, 40));
    for (int i = 0; i < 200; i++) {
      out.add(1 + random.nextInt(30));
    }
    assertNull(RowOrder.link(table(numbers), table(out)));
  }
}
