package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How many rows are kept, by the effort that is taken. */
class RowStoreTest {

  private static final int ROWS = 5000;

  /** Nearly as long as the longest text of which more than a hash is kept. */
  private static final Object WIDE = "a text of sixty letters, or of so many that few will fit in";

  private final RowRing ring = new RowRing();

  private void add(RowStore store, int from, int to) {
    for (int i = from; i < to; i++) {
      ring.next();
      ring.put(1, "customer-" + i * 7919 % 100003);
      ring.put(2, (long) (i % 3));
      store.end(ring, null, 0);
    }
  }

  private static RowStore store(Effort effort) {
    RowRoom room = new RowRoom();
    if (effort == Effort.MORE) {
      assertTrue(room.takeMore());
    }
    return new RowStore(false, effort, room);
  }

  private int kept(RowStore store) {
    add(store, 0, ROWS);
    assertEquals(ROWS, store.rows().total);
    return store.rows().hashes.length;
  }

  @Test
  void moreEffortKeepsMore() {
    int less = kept(store(Effort.LESS));
    int usual = kept(store(Effort.USUAL));
    int more = kept(store(Effort.MORE));

    assertTrue(less >= 100 && less <= 200, less + " rows");
    assertTrue(usual > less && usual <= 400, usual + " rows");
    assertTrue(more > 5 * usual, more + " rows");
  }

  /** Whoever can read single columns of a row need not put them into a ring to know. */
  @Test
  void columnsTellWhetherARowIsKept() {
    RowStore store = new RowStore(true);
    addInGroups(store, 0);
    assertEquals(RowStore.ALL_COLUMNS, store.deciding());
    for (int i = 1; i < ROWS; i++) {
      addInGroups(store, i);
    }
    assertEquals(3, store.deciding(), "the key, and what its groups are by");
    int wanted = 0;
    int byGroup = 0;
    for (int i = ROWS; i < 4 * ROWS; i++) {
      putInGroups(i);
      boolean isOfKey = store.wants(0, ring.hash(0));
      boolean isOfGroup = store.wants(1, ring.hash(1));
      assertEquals(store.wants(ring), isOfKey || isOfGroup, "row " + i);
      wanted += isOfKey ? 1 : 0;
      byGroup += isOfGroup ? 1 : 0;
      store.end(ring, null, 0);
    }
    assertTrue(wanted > 0 && wanted < ROWS, wanted + " rows");
    assertTrue(byGroup > 0 && byGroup < ROWS, byGroup + " rows of groups");
  }

  /** Without a key the first rows are kept, and of no group all of them. */
  @Test
  void noGroupIsWholeWhereNoColumnIsAKey() {
    RowStore store = new RowStore(true);
    for (int i = 0; i < ROWS; i++) {
      ring.next();
      ring.put(1, (long) (i % 40));
      ring.put(2, "kind " + i % 3);
      store.end(ring, null, 0);
    }
    KeptRows rows = store.rows();
    assertTrue(rows.hashes.length < rows.total, rows.hashes.length + " rows");
    for (long[] row : rows.hashes) {
      assertFalse(rows.keepsAll(0, row[0]) || rows.keepsAll(1, row[1]));
    }
  }

  private void putInGroups(int i) {
    ring.next();
    ring.put(1, "customer-" + i * 7919 % 100003);
    ring.put(2, (long) (i % 40));
  }

  private void addInGroups(RowStore store, int i) {
    putInGroups(i);
    store.end(ring, null, 0);
  }

  /** But for those rows that came just when room was made. */
  private static void assertNearlySame(RowStore one, RowStore other) {
    Set<Long> both = places(one);
    Set<Long> all = places(one);
    both.retainAll(places(other));
    all.addAll(places(other));
    assertTrue(all.size() - both.size() <= 5, all + " and, in both, " + both);
  }

  private static Set<Long> places(RowStore store) {
    Set<Long> places = new TreeSet<>();
    for (long place : store.rows().ordinals) {
      places.add(place);
    }
    return places;
  }

  /** What comes later finds the same as if it had been said at once, but for the first rows. */
  @Test
  void toldLate() {
    RowStore late = store(Effort.MORE);
    add(late, 0, 3000);
    late.take(Effort.USUAL);
    add(late, 3000, ROWS);
    KeptRows rows = late.rows();

    assertEquals(ROWS, rows.total);
    assertTrue(late.heapBytes() <= Effort.USUAL.room, late.heapBytes() + " bytes");
    assertTrue(rows.hashes.length >= 100, rows.hashes.length + " rows");
    RowStore usual = store(Effort.USUAL);
    add(usual, 0, ROWS);
    assertNearlySame(usual, late);
  }

  /** Before it is known which columns are like keys. */
  @Test
  void toldAmongTheFirstRows() {
    RowStore early = store(Effort.MORE);
    add(early, 0, 500);
    early.take(Effort.USUAL);
    add(early, 500, ROWS);
    RowStore usual = store(Effort.USUAL);
    add(usual, 0, ROWS);

    assertNearlySame(usual, early);
  }

  @Test
  void withoutKey() {
    RowStore store = store(Effort.MORE);
    for (int i = 0; i < ROWS; i++) {
      ring.next();
      ring.put(1, (long) (i % 7));
      store.end(ring, null, 0);
    }
    assertEquals(2000, store.rows().hashes.length);
    store.take(Effort.USUAL);

    assertEquals(400, store.rows().hashes.length);
    assertEquals(399, store.rows().ordinals[399]);
  }

  @Test
  void moreIsForFew() {
    RowRoom room = new RowRoom();
    RowStore[] stores = new RowStore[20];
    for (int i = 0; i < stores.length; i++) {
      stores[i] = new RowStore(false, Effort.USUAL, room);
      stores[i].take(Effort.MORE);
    }
    int more = 0;
    for (RowStore store : stores) {
      more += kept(store) > 1000 ? 1 : 0;
    }
    assertEquals(8, more);
    stores[0].take(Effort.LESS);

    assertTrue(room.takeMore(), "given back");
  }

  /** Labels have places of their own behind all positions, which take no room. */
  @Test
  void byLabelAsManyAsByPosition() {
    RowStore labelled = store(Effort.USUAL);
    ring.store(labelled);
    for (int i = 0; i < ROWS; i++) {
      ring.next();
      ring.putLabelled("NAME", (Object) ("customer-" + i * 7919 % 100003));
      ring.putLabelled("GROUP", (long) (i % 3));
      labelled.end(ring, null, 0);
    }
    RowStore usual = store(Effort.USUAL);
    add(usual, 0, ROWS);

    assertEquals(places(usual), places(labelled));
    assertEquals(RowRing.LABELLED, labelled.rows().begin);
    assertEquals(2, labelled.rows().hashes[0].length);
  }

  /** What is not there then was not read, which is evidence; a few of these rows fill the room. */
  @Test
  void whatTheThresholdLetsInIsThere() {
    for (int time = 0; time < 20; time++) {
      RowStore store = store(Effort.USUAL);
      ring.store(store);
      Set<Long> all = new TreeSet<>();
      for (int i = 0; i < 200; i++) {
        String key = "customer-" + time + "-" + i * 7919 % 100003;
        all.add(ValueHash.of(key));
        ring.next();
        ring.put(1, key);
        for (int column = 2; column <= RowRing.WIDTH; column++) {
          ring.put(column, WIDE);
          ring.putLabelled("label " + column, WIDE);
        }
        store.end(ring, null, 0);
        KeptRows rows = store.rows();
        Set<Long> expected = new TreeSet<>(all);
        expected.removeIf(hash -> !rows.keeps(0, hash));
        for (long[] row : rows.hashes) {
          expected.remove(row[0]);
        }
        assertEquals(Set.of(), expected, key);
      }
    }
  }

  /**
   * Two keys in any order on both sides: of many rows those are kept whose number has a small hash,
   * and of the other key nothing is claimed that does not hold.
   */
  @Test
  void ofManyRowsTheNumberDecidesOnBothSides() {
    RowStore here = store(Effort.USUAL);
    RowStore there = store(Effort.USUAL);
    ring.store(here);
    Set<Long> numbers = new TreeSet<>();
    for (int i = 0; i < 4 * RowStore.ALL_KEYS; i++) {
      ring.next();
      ring.put(1, (Object) ("customer-" + i));
      ring.put(2, (long) i);
      here.end(ring, null, 0);
      ring.next();
      ring.put(1, (Object) ("" + i));
      ring.put(2, (Object) ("customer-" + i));
      there.end(ring, null, 0);
      numbers.add(ValueHash.of(i));
    }
    KeptRows rows = here.rows();
    KeptRows others = there.rows();
    Set<Long> late = new TreeSet<>();
    for (int i = 0; i < rows.ordinals.length; i++) {
      if (rows.ordinals[i] >= RowStore.ALL_KEYS) {
        late.add(rows.hashes[i][1]);
      }
    }
    Set<Long> lateThere = new TreeSet<>();
    for (int i = 0; i < others.ordinals.length; i++) {
      if (others.ordinals[i] >= RowStore.ALL_KEYS) {
        lateThere.add(others.hashes[i][0]);
      }
    }
    assertTrue(late.size() > 50, "only " + late.size());
    assertEquals(late, lateThere);
    for (long[] row : rows.hashes) {
      numbers.remove(row[1]);
    }
    numbers.removeIf(hash -> !rows.keeps(1, hash));
    assertEquals(Set.of(), numbers);
    assertFalse(rows.keeps(0, ValueHash.of("customer-19999")), "not looked at any more");
  }

  /** All sides at once, and files: what is kept stays within the room, and nobody has nothing. */
  @Test
  void allSidesShareOneRoom() {
    RowRoom room = new RowRoom();
    RowStore[] stores = new RowStore[RowRoom.MOST_SIDES];
    for (int i = 0; i < stores.length; i++) {
      stores[i] = new RowStore(true, Effort.USUAL, room);
      stores[i].take(Effort.MORE);
    }
    long files = 2L << 20;
    room.add(files);
    for (RowStore store : stores) {
      add(store, 0, ROWS);
    }
    long bytes = 0;
    for (RowStore store : stores) {
      bytes += store.heapBytes();
      assertTrue(store.rows().hashes.length >= 50, store.rows().hashes.length + " rows");
    }
    assertTrue(room.isShort());
    assertTrue(bytes + files <= RowRoom.ALL, bytes + " bytes");
    assertTrue(bytes > RowRoom.ALL / 2, bytes + " bytes");
  }

  /** What a unit of work kept is there again for the next ones. */
  @Test
  void aUnitGivesItsPartBack() {
    RowRoom room = new RowRoom();
    for (int unit = 0; unit < 20; unit++) {
      RowRoom part = room.part();
      RowStore[] stores = new RowStore[16];
      for (int i = 0; i < stores.length; i++) {
        stores[i] = new RowStore(false, Effort.USUAL, part);
        add(stores[i], 0, 1000);
        assertTrue(stores[i].heapBytes() > Effort.USUAL.room / 2, "unit " + unit);
      }
      part.release();
      add(stores[0], 1000, 2000);
    }
  }

  /** The ring rules rows out by their first value, and what is kept is the same and whole. */
  @Test
  void whatTheRingRulesOutIsNotKeptAnyway() {
    RowStore asked = store(Effort.USUAL);
    RowStore ruled = store(Effort.USUAL);
    RowRing ruling = new RowRing();
    ring.store(asked);
    ruling.store(ruled);
    int passed = 0;
    for (int i = 0; i < 3 * RowStore.ALL_KEYS; i++) {
      for (RowRing each : new RowRing[] {ring, ruling}) {
        // As parameters are: what was set for the row before is there still.
        each.put(2, "customer-" + i);
        each.put(1, (long) i);
        each.put(3, i / 4.0);
        each.put(4, (Object) Integer.valueOf(-i));
      }
      asked.end(ring, null, 0);
      if (ruling.pass()) {
        passed++;
      } else {
        ruling.end(null, 0);
      }
    }
    KeptRows expected = asked.rows();
    KeptRows rows = ruled.rows();
    assertEquals(expected.total, rows.total);
    assertArrayEquals(expected.ordinals, rows.ordinals);
    assertArrayEquals(expected.hashes, rows.hashes);
    assertArrayEquals(expected.values, rows.values);
    assertTrue(passed > RowStore.ALL_KEYS, "only " + passed);
  }
}
