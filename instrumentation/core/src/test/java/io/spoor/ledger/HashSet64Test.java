package io.spoor.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashSet64Test {

  /** Few values and many removals: chains grow, break and close over the table's end. */
  @Test
  void doesWhatASetOfTheJdkDoes() {
    Random random = new Random(7);
    for (int range : new int[] {10, 100, 5000}) {
      HashSet64 set = new HashSet64();
      Set<Long> expected = new HashSet<>();
      for (int i = 0; i < 50_000; i++) {
        // Many share their place: the low bits are few.
        long value = (1 + random.nextInt(range)) * (random.nextBoolean() ? 16L : 1L);
        if (random.nextInt(3) > 0) {
          assertEquals(expected.add(value), set.add(value));
        } else {
          assertEquals(expected.remove(value), set.remove(value));
        }
        assertEquals(expected.size(), set.size());
      }
      for (long value = 1; value <= range * 16L; value++) {
        assertEquals(expected.contains(value), set.contains(value));
      }
    }
  }

  @Test
  void isMergedIntoAnother() {
    HashSet64 set = new HashSet64();
    HashSet64 other = new HashSet64();
    for (long value = 1; value <= 1000; value++) {
      set.add(value);
      other.add(value * 2);
    }
    set.addAllTo(other);
    assertEquals(1500, other.size());
  }
}
