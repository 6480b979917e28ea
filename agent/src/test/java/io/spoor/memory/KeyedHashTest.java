package io.spoor.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  /** The vector for eight bytes that the algorithm's authors publish. */
  @Test
  void isSipHash() {
    KeyedHash hash = KeyedHash.ofKey(0x0706050403020100L, 0x0F0E0D0C0B0A0908L);

    assertEquals(0x93F5F5799A932462L, hash.of(0x0706050403020100L));
  }

  @Test
  void dependsOnTheWholeSalt() {
    KeyedHash one = KeyedHash.of("a salt of many bytes, 1".getBytes(StandardCharsets.UTF_8));
    KeyedHash other = KeyedHash.of("a salt of many bytes, 2".getBytes(StandardCharsets.UTF_8));

    assertNotEquals(one.of(5), other.of(5));
  }
}
