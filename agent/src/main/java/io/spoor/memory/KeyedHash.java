package io.spoor.memory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes of numbers under a secret key: SipHash-2-4 (Aumasson and Bernstein, 2012). Who has the
 * hashes and not the key can neither compute that of a value that he guesses nor compare them with
 * those of another key. Immutable.
 */
public final class KeyedHash {

  private final long first;
  private final long second;

  private KeyedHash(long first, long second) {
    this.first = first;
    this.second = second;
  }

  /** With a key made of bytes of any length. */
  static KeyedHash of(byte[] salt) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(salt);
      return new KeyedHash(number(digest, 0), number(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it (MessageDigest's own documentation).
      throw new IllegalStateException(e);
    }
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = 7; i >= 0; i--) {
      number = number << 8 | bytes[from + i] & 0xFF;
    }
    return number;
  }

  /** With a key that is given. */
  static KeyedHash ofKey(long first, long second) {
    return new KeyedHash(first, second);
  }

  /** Of the eight bytes of a number, the lowest first. */
  public long of(long value) {
    long[] v = {
      first ^ 0x736F6D6570736575L,
      second ^ 0x646F72616E646F6DL,
      first ^ 0x6C7967656E657261L,
      second ^ 0x7465646279746573L
    };
    absorb(v, value);
    absorb(v, 8L << 56);
    v[2] ^= 0xFF;
    for (int i = 0; i < 4; i++) {
      round(v);
    }
    return v[0] ^ v[1] ^ v[2] ^ v[3];
  }

  private static void absorb(long[] v, long word) {
    v[3] ^= word;
    round(v);
    round(v);
    v[0] ^= word;
  }

  private static void round(long[] v) {
    v[0] += v[1];
    v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
    v[0] = Long.rotateLeft(v[0], 32);
    v[2] += v[3];
    v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
    v[2] = Long.rotateLeft(v[2], 32);
  }
}
