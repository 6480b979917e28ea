package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which lists decide on the rows of an input that are in an output. */
class DecidingColumnsTest {

  private static final int CUSTOMERS = 60;

  private final Random random = new Random(4);
  private final Sides sides = new Sides();

  /** The first of each customer, and then others of theirs. */
  private List<Object[]> orders() {
    List<Object[]> orders = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int customer = i < CUSTOMERS ? i : random.nextInt(CUSTOMERS);
      orders.add(new Object[] {i + 1, "customer " + customer * 7919, "city " + customer * 104729});
    }
    return orders;
  }

  /** Numbers, beside something else. */
  private List<Object[]> events(int first, int last) {
    List<Object[]> events = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      events.add(new Object[] {i, random.nextInt(1 << 30)});
    }
    return events;
  }

  private int filters(List<Object[]> orders, List<Object[]> out, List<Object[]> events) {
    RowSide input = sides.side(false, "ORDERS", Sides.table(orders), "ID", "CUSTOMER", "CITY");
    RowSide list = sides.side(false, "EVENTS", Sides.table(events), "ID", "WHAT");
    RowTable rows = Sides.table(out);
    RowLink link = RowMatcher.match(input.table(), rows, null);
    assertNotNull(link, "rows are linked");
    Candidate from = new Candidate(input, link, OutputSearch.all(rows.size()), rows.size());
    return DecidingColumns.filters(List.of(from), List.of(input, list), rows).size();
  }

  /** Those whose number is among the events': of the order, and of the event. */
  @Test
  void aListDecides() {
    List<Object[]> orders = orders();
    List<Object[]> out = new ArrayList<>();
    for (Object[] order : orders.subList(0, 200)) {
      out.add(order.clone());
    }
    assertEquals(2, filters(orders, out, events(1, 200)));
  }

  /** The first order of each has a low number; its other orders are not left out by that. */
  @Test
  void eachOnceIsNoFilter() {
    List<Object[]> orders = orders();
    List<Object[]> out = new ArrayList<>();
    for (Object[] order : orders.subList(0, CUSTOMERS)) {
      out.add(new Object[] {order[1], order[2]});
    }
    assertEquals(0, filters(orders, out, events(1, CUSTOMERS)));
  }
}
