package io.spoor.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.record.ValueHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What Java's own serialisation writes, of all kinds of rows. */
class SerialFormatTest {

  private static class Place implements Serializable {
    private static final long serialVersionUID = 1;
    String city;
    Place other;

    Place(String city) {
      this.city = city;
      this.other = this;
    }
  }

  private static class Base implements Serializable {
    private static final long serialVersionUID = 1;
    long id;
    Integer units;
  }

  private static final class Item extends Base {
    private static final long serialVersionUID = 1;
    String name;
    boolean isOld;
    double weight = 1.5;
    BigDecimal price;
    BigInteger big = BigInteger.TEN.negate();
    Date at = new Date(TimeUnit.DAYS.toMillis(365));
    LocalDate on = LocalDate.of(2024, 1, 31);
    TimeUnit unit = TimeUnit.DAYS;
    List<String> tags = new ArrayList<>(List.of("a", "b"));
    int[] codes = {1, 2};
    transient String not = "written";
    Place place;

    Item(int i, Place place) {
      this.id = i;
      this.units = i % 2 == 0 ? null : i;
      this.name = "item " + i;
      this.isOld = i % 2 == 0;
      this.price = BigDecimal.valueOf(100L * i, 2);
      this.place = place;
    }
  }

  record Pair(String name, int units) implements Serializable {}

  private static byte[] written(Object... objects) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeInt(objects.length);
      for (Object each : objects) {
        out.writeObject(each);
      }
    }
    return bytes.toByteArray();
  }

  private static FileRows read(byte[] bytes, boolean whole) {
    List<FileRows> sides = ContentRows.of("rows.ser", bytes, whole);
    return sides.isEmpty() ? null : sides.get(0);
  }

  /** A row as a map, and so that values of the same hash are equal. */
  private static Map<String, Long> row(FileRows rows, int row) {
    Map<String, Long> values = new TreeMap<>();
    for (int i = 0; i < rows.width(); i++) {
      values.put(String.valueOf(rows.name(i)), rows.cells().hashes[row][i]);
    }
    return values;
  }

  private static List<Item> items() {
    Place rome = new Place("Rome");
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      items.add(new Item(i, rome));
    }
    return items;
  }

  private static void isItems(FileRows rows) {
    assertEquals(5, rows.cells().hashes.length);
    assertEquals(5, rows.total());
    for (int i = 1; i <= 5; i++) {
      Map<String, Long> expected = new TreeMap<>();
      expected.put("id", ValueHash.of(i));
      expected.put("units", i % 2 == 0 ? 0 : ValueHash.of(i));
      expected.put("name", ValueHash.of("item " + i));
      expected.put("isOld", ValueHash.of(i % 2 == 0));
      expected.put("weight", ValueHash.of(1.5));
      expected.put("price", ValueHash.of(i));
      expected.put("big", ValueHash.of(-10));
      expected.put("at", ValueHash.of(new java.sql.Timestamp(TimeUnit.DAYS.toMillis(365))));
      expected.put("on", ValueHash.of("2024-01-31"));
      expected.put("unit", ValueHash.of("DAYS"));
      expected.put("place.city", ValueHash.of("Rome"));
      expected.put("place.other.city", ValueHash.of("Rome"));
      assertEquals(expected, row(rows, i - 1));
    }
  }

  @Test
  void beansInCollections() throws IOException {
    for (Object rows :
        List.of(
            items(),
            new LinkedList<>(items()),
            new ArrayDeque<>(items()),
            Arrays.asList(items().toArray()),
            java.util.Collections.unmodifiableList(items()),
            List.copyOf(items()),
            items().toArray(new Item[0]))) {
      isItems(read(written(rows), true));
    }
  }

  @Test
  void beansOneAfterTheOther() throws IOException {
    isItems(read(written(items().toArray()), true));
  }

  @Test
  void records() throws IOException {
    FileRows rows =
        read(
            written(List.of(new Pair("a", 1), new Pair("b", 2), new Pair("c", 3)).toArray()), true);
    assertEquals(Map.of("name", ValueHash.of("b"), "units", ValueHash.of(2)), row(rows, 1));
  }

  @Test
  void maps() throws IOException {
    List<Object> maps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, Object> map = i % 2 == 0 ? new LinkedHashMap<>() : new LinkedHashMap<>(50);
      map.put("id", i);
      map.put("name", "n" + i);
      maps.add(map);
    }
    FileRows rows = read(written(maps), true);
    assertEquals(4, rows.total());
    assertEquals(Map.of("id", ValueHash.of(3), "name", ValueHash.of("n3")), row(rows, 3));
  }

  @Test
  void arrays() throws IOException {
    List<Object[]> arrays = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      arrays.add(new Object[] {i, "n" + i, null, new BigDecimal("1.50")});
    }
    FileRows rows = read(written(arrays), true);
    assertEquals(null, rows.name(0));
    double[][] numbers = {{1, 1.5}, {2, 2.5}, {3, 3.5}};
    assertEquals(ValueHash.of("2.5"), read(written((Object) numbers), true).cells().hashes[1][1]);
    assertEquals(
        List.of(ValueHash.of(2), ValueHash.of("n2"), 0L, ValueHash.of("1.5")),
        Arrays.stream(rows.cells().hashes[2]).boxed().toList());
  }

  @Test
  void noRows() throws IOException {
    assertEquals(null, read(written("a", "b", "c"), true));
    assertEquals(null, read(written(new ArrayList<>(List.of("a", "b", "c"))), true));
    assertEquals(null, read(written(new Pair("a", 1)), true));
    assertEquals(null, read(written(new Pair("a", 1), new Place("b"), new Pair("c", 1)), true));
    assertEquals(null, read(written(new double[] {1, 2, 3}), true));
  }

  @Test
  void whateverBreaksOffOrIsDamaged() throws IOException {
    byte[] bytes = written(items());
    for (int length = 0; length < bytes.length; length++) {
      FileRows rows = read(Arrays.copyOf(bytes, length), false);
      assertTrue(rows == null || rows.cells().hashes.length <= 5 && rows.total() < 0);
      byte[] damaged = bytes.clone();
      damaged[length] ^= (byte) 0x85;
      read(damaged, true);
    }
    FileRows most = read(Arrays.copyOf(bytes, bytes.length - 1), false);
    assertEquals(ValueHash.of("item 4"), row(most, 3).get("name"));
  }
}
