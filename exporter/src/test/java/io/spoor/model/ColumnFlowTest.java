package io.spoor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFlowTest {

  @Test
  void orderedByOutputInputAndTransformationThoseOfTheWholeLast() {
    List<ColumnFlow> expected =
        List.of(
            new ColumnFlow("b", "a", Transformation.IDENTITY, false),
            new ColumnFlow("b", "a", Transformation.IDENTITY, true),
            new ColumnFlow("b", "a", Transformation.AGGREGATION, false),
            new ColumnFlow("c", "a", Transformation.IDENTITY, false),
            new ColumnFlow("a", "b", Transformation.IDENTITY, false),
            new ColumnFlow("a", null, Transformation.FILTER, false),
            new ColumnFlow("b", null, Transformation.JOIN, false));
    List<ColumnFlow> sorted = new ArrayList<>(expected);
    Collections.reverse(sorted);
    Collections.sort(sorted);

    assertEquals(expected, sorted);
    for (ColumnFlow one : expected) {
      for (ColumnFlow other : expected) {
        assertEquals(one.equals(other), one.compareTo(other) == 0, one + " and " + other);
      }
    }
  }
}
