package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which input has the different values of an output's column, and when that says nothing. */
class ContainedColumnsTest {

  private static final String NOWHERE = ": none of the rows that were read has its values";
  private static final String REFUTED =
      ": other inputs explain every column that varies; it explains none better";

  private final Random random = new Random(4);
  private final Sides sides = new Sides();

  private List<String> mails(int count) {
    Set<String> mails = new LinkedHashSet<>();
    while (mails.size() < count) {
      mails.add("user" + random.nextInt(1000000) + "@example.org");
    }
    return new ArrayList<>(mails);
  }

  /** Orders, each of one of the customers, and each customer has some. */
  private List<Object[]> orders(List<?> customers, int count) {
    List<Object[]> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int one = i < customers.size() ? i : random.nextInt(customers.size());
      orders.add(new Object[] {i + 1, customers.get(one), random.nextInt(100000)});
    }
    Collections.shuffle(orders, random);
    return orders;
  }

  /** In another order, and not the same objects. */
  private List<Object[]> once(List<?> values) {
    List<Object[]> rows = new ArrayList<>();
    for (Object each : values) {
      boolean isText = each instanceof String;
      rows.add(new Object[] {isText ? new String((String) each) : (Object) (0 + (Integer) each)});
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private void said(String... expected) {
    assertEquals(List.of(expected), sides.said());
  }

  @Test
  void eachCustomerOnce() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(false, "OTHERS", orders(mails(60), 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    said(
        "ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY), CUSTOMER -> * (GROUP_BY)]",
        "OTHERS of 400 not in OUT" + REFUTED);
  }

  @Test
  void howSureThatIs() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    Flow flow = sides.compared().flows().get(0);
    assertEquals(0.8, flow.confidence());
    assertEquals(
        List.of("containment: the same values", "agree 60/60", "chance 0.0013"),
        flow.evidence().get(0).texts());
  }

  /** What decided on them may have been another input, so none is refuted. */
  @Test
  void someOfTheCustomers() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(false, "OTHERS", orders(mails(60), 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers.subList(10, 45)), "MAIL");
    said("ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY)]");
  }

  @Test
  void fewerThanTwenty() {
    List<String> customers = mails(19);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    said("OUT.MAIL of 19" + NOWHERE);
  }

  @Test
  void notAllOfThem() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    List<String> more = mails(6);
    more.addAll(customers);
    sides.add(true, "OUT", once(more), "MAIL");
    said("OUT.MAIL of 66" + NOWHERE);
  }

  /** It may be the name of something that is not known. */
  @Test
  void allButOne() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    List<String> more = new ArrayList<>(customers);
    more.add("unknown");
    sides.add(true, "OUT", once(more), "MAIL");
    said("ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY), CUSTOMER -> * (GROUP_BY)]");
  }

  @Test
  void smallNumbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      numbers.add(3 * i);
    }
    sides.add(false, "ORDERS", orders(numbers, 900), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(numbers), "CUSTOMER");
    said("OUT.CUSTOMER of 200: small whole numbers, as any column may have them");
  }

  @Test
  void numbersThatFollowOneAnother() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      numbers.add(4_000_000 + i);
    }
    sides.add(false, "ORDERS", orders(numbers, 900), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(numbers), "CUSTOMER");
    said("OUT.CUSTOMER of 200" + NOWHERE);
  }

  @Test
  void codesThatAreAllThereAre() {
    List<String> codes = new ArrayList<>();
    for (int i = 10; i < 100; i++) {
      codes.add("C-" + i);
    }
    sides.add(false, "ORDERS", orders(codes, 900), "ID", "CODE", "AMOUNT");
    sides.add(true, "OUT", once(codes), "CODE");
    said("OUT.CODE of 90" + NOWHERE);
  }

  @Test
  void twoWithTheSameValues() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(false, "RETURNS", orders(customers, 300), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    said("OUT.MAIL of 60: several inputs explain it equally well: ORDERS, RETURNS");
  }

  /** One has just these, the other one has some more. */
  @Test
  void theOneWithoutOthers() {
    List<String> customers = mails(60);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(false, "RETURNS", orders(customers.subList(0, 40), 300), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers.subList(0, 40)), "MAIL");
    said(
        "RETURNS -> OUT [CUSTOMER -> MAIL (IDENTITY), CUSTOMER -> * (GROUP_BY)]",
        "ORDERS of 400 not in OUT" + REFUTED);
  }

  /** Of rows of which but a few were kept nobody knows what else is in them. */
  @Test
  void aSampleThatMayHaveThemToo() {
    List<String> customers = mails(100);
    sides.add(false, "ORDERS", orders(customers, 400), "ID", "CUSTOMER", "AMOUNT");
    List<Object[]> few = orders(customers, 4000).subList(0, 120);
    sides.add(false, "RETURNS", Sides.table(few, 4000), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    said("OUT.MAIL of 100: several inputs explain it equally well: ORDERS, RETURNS");
  }

  /** Of the half that was kept as many have the values as if all were there. */
  @Test
  void aSampleWithAsManyAsThereShouldBe() {
    List<String> customers = mails(200);
    List<Object[]> few = orders(customers, 4000).subList(0, 400);
    sides.add(false, "ORDERS", Sides.table(few, 4000), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers.subList(20, 150)), "MAIL");
    said("ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY)]");
  }

  @Test
  void aSampleWithFewerThanThereShouldBe() {
    List<String> customers = mails(200);
    List<Object[]> few = orders(customers, 4000).subList(0, 400);
    sides.add(false, "ORDERS", Sides.table(few, 4000), "ID", "CUSTOMER", "AMOUNT");
    List<String> half = mails(60);
    half.addAll(customers.subList(0, 70));
    sides.add(true, "OUT", once(half), "MAIL");
    said("OUT.MAIL of 130" + NOWHERE);
  }

  /** Too many are missing for the few rows that were not kept. */
  @Test
  void aSampleOfNearlyAllRows() {
    List<String> customers = mails(300);
    sides.add(false, "ORDERS", orders(customers, 900), "ID", "CUSTOMER", "AMOUNT");
    List<Object[]> some = orders(customers.subList(0, 150), 150).subList(0, 140);
    sides.add(false, "RETURNS", Sides.table(some, 150), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers), "MAIL");
    said(
        "ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY), CUSTOMER -> * (GROUP_BY)]",
        "RETURNS of 140 not in OUT" + REFUTED);
  }

  /** Only the name decides, and where it does not the dataset is told and no column. */
  @Test
  void twoColumnsOfOneInput() {
    List<String> customers = mails(60);
    List<Object[]> orders = new ArrayList<>();
    for (Object[] each : orders(customers, 400)) {
      orders.add(new Object[] {each[0], each[1], each[1]});
    }
    sides.add(false, "ORDERS", orders, "ID", "BUYER", "PAYER");
    sides.add(true, "PAYERS", once(customers), "PAYER");
    sides.add(true, "OUT", once(customers), "MAIL");
    said("ORDERS -> PAYERS [PAYER -> PAYER (IDENTITY), PAYER -> * (GROUP_BY)]", "ORDERS -> OUT []");
  }

  /** Both have the names, one alone has them beside the keys. */
  @Test
  void pairsOfValues() {
    List<Object[]> items = new ArrayList<>();
    for (String mail : mails(60)) {
      items.add(new Object[] {mail, "name " + random.nextInt(1000000)});
    }
    List<Object[]> orders = new ArrayList<>();
    List<Object[]> names = new ArrayList<>();
    for (Object[] each : orders(items, 400)) {
      Object[] item = (Object[]) each[1];
      orders.add(new Object[] {each[0], item[0], item[1]});
      names.add(new Object[] {random.nextInt(100000), item[1]});
    }
    List<Object[]> out = new ArrayList<>();
    for (Object[] each : items) {
      out.add(new Object[] {new String((String) each[0]), new String((String) each[1])});
    }
    Collections.shuffle(out, random);
    sides.add(false, "ORDERS", orders, "ID", "MAIL", "NAME");
    sides.add(false, "NAMES", names, "CODE", "NAME");
    sides.add(true, "OUT", out, "MAIL", "NAME");
    said(
        "ORDERS -> OUT [MAIL -> MAIL (IDENTITY), NAME -> NAME (IDENTITY),"
            + " MAIL -> * (GROUP_BY), NAME -> * (GROUP_BY)]",
        "NAMES of 400 not in OUT" + REFUTED);
  }

  /** Rows say more than values. */
  @Test
  void besideRowsThatAreLinked() {
    List<String> customers = mails(60);
    List<Object[]> orders = orders(customers, 400);
    List<Object[]> out = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      out.add(new Object[] {"key " + random.nextInt(1000000), customers.get(i)});
    }
    List<Object[]> keys = new ArrayList<>();
    for (Object[] each : out) {
      keys.add(new Object[] {each[0], random.nextInt(100000)});
    }
    Collections.shuffle(keys, random);
    sides.add(false, "ORDERS", orders, "ID", "CUSTOMER", "AMOUNT");
    sides.add(false, "KEYS", keys, "ID", "LIMIT");
    for (Object[] each : out) {
      each[1] = new String((String) each[1]);
    }
    sides.add(true, "OUT", out, "ID", "MAIL");
    said("KEYS -> OUT [ID -> ID (IDENTITY)]", "OUT.MAIL of 60" + NOWHERE);
  }

  /** Customers are a key there, and more of them than orders name. */
  @Test
  void theOneWithoutOthersBesideAKey() {
    List<String> customers = mails(200);
    sides.add(false, "CUSTOMERS", orders(customers, 200), "ID", "MAIL", "LIMIT");
    sides.add(false, "ORDERS", orders(customers.subList(0, 60), 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers.subList(0, 60)), "MAIL");
    said(
        "ORDERS -> OUT [CUSTOMER -> MAIL (IDENTITY), CUSTOMER -> * (GROUP_BY)]",
        "CUSTOMERS of 200 not in OUT" + REFUTED);
  }

  /** It may as well be a part of the customers as of those who have ordered something. */
  @Test
  void someThatAreAKeyOfAnother() {
    List<String> customers = mails(200);
    sides.add(false, "CUSTOMERS", orders(customers, 200), "ID", "MAIL", "LIMIT");
    sides.add(false, "ORDERS", orders(customers.subList(0, 60), 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", once(customers.subList(0, 40)), "MAIL");
    said("OUT.MAIL of 40: several inputs explain it equally well: CUSTOMERS, ORDERS");
  }

  /** In the order of the customers, which is no other one. */
  @Test
  void aKeyInItsOrder() {
    List<String> customers = mails(200);
    List<Object[]> rows = orders(customers, 200);
    List<Object[]> out = new ArrayList<>();
    for (Object[] each : rows.subList(0, 60)) {
      out.add(new Object[] {new String((String) each[1])});
    }
    List<String> ordering = new ArrayList<>();
    out.forEach(each -> ordering.add((String) each[0]));
    sides.add(false, "CUSTOMERS", rows, "ID", "MAIL", "LIMIT");
    sides.add(false, "ORDERS", orders(ordering, 400), "ID", "CUSTOMER", "AMOUNT");
    sides.add(true, "OUT", out, "MAIL");
    said(
        "CUSTOMERS -> OUT [MAIL -> MAIL (IDENTITY), MAIL -> * (FILTER)]",
        "ORDERS -> OUT [CUSTOMER -> * (FILTER)]");
  }
}
