package io.spoor.content;

import java.util.Arrays;
import java.util.List;

/**
 * What a content begins with, as hashes of its blocks: two contents are compared as far as both are
 * known. Immutable.
 */
public final class Fingerprint {

  private static final int BLOCK = 4096;
  private static final int GROUP = 8;

  /**
   * Different groups of eight bytes that a content needs to be told from others: what has fewer, an
   * empty file, a header, zeros, two jobs may have written independently.
   */
  private static final int TELLING = 32;

  private static final int BITS = 1024;
  private static final long SEED = 0xcbf29ce484222325L;

  private final long[] blocks;
  private final long rest;
  private final int length;
  private final boolean whole;
  private final boolean telling;

  private Fingerprint(byte[] bytes, boolean whole) {
    this.length = bytes.length;
    this.whole = whole;
    blocks = new long[bytes.length / BLOCK];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = hash(bytes, i * BLOCK, (i + 1) * BLOCK);
    }
    rest = hash(bytes, blocks.length * BLOCK, bytes.length);
    telling = isTelling(bytes);
  }

  /**
   * Of a file's content.
   *
   * @param bytes from its start
   * @param whole whether that is all of it
   */
  public static Fingerprint of(byte[] bytes, boolean whole) {
    return new Fingerprint(bytes, whole);
  }

  /** Of what a file has packed by gzip; null when it has not. */
  public static Fingerprint ofUnpacked(byte[] bytes, boolean whole) {
    boolean isGzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    List<Unpacked> all = isGzip ? Unpacked.all("", bytes, whole) : null;
    return all == null || all.size() != 1
        ? null
        : new Fingerprint(all.get(0).bytes(), all.get(0).isWhole());
  }

  /** Bytes that were looked at. */
  public int length() {
    return length;
  }

  /** Whether that was all. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether it is known to be the same content, from the first to the last byte. */
  public boolean isSame(Fingerprint other) {
    return whole
        && other.whole
        && length == other.length
        && rest == other.rest
        && Arrays.equals(blocks, other.blocks)
        && telling;
  }

  /** How many bytes of the beginning are the same; 0 when not all are that both know. */
  public int sameBytes(Fingerprint other) {
    if (length == other.length) {
      boolean isSame = rest == other.rest && Arrays.equals(blocks, other.blocks);
      return isSame && telling ? length : 0;
    }
    int both = Math.min(blocks.length, other.blocks.length);
    for (int i = 0; i < both; i++) {
      if (blocks[i] != other.blocks[i]) {
        return 0;
      }
    }
    return telling && other.telling ? both * BLOCK : 0;
  }

  private static long hash(byte[] bytes, int from, int to) {
    // FNV-1a by words, with the mixing of MurmurHash3 at the end.
    long hash = SEED ^ (to - from);
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  private static boolean isTelling(byte[] bytes) {
    long[] seen = new long[BITS / 64];
    int different = 0;
    for (int at = 0; at + GROUP <= bytes.length && different < TELLING; at += GROUP) {
      int bit = (int) (hash(bytes, at, at + GROUP) & (BITS - 1));
      if ((seen[bit >>> 6] >>> bit & 1) == 0) {
        seen[bit >>> 6] |= 1L << bit;
        different++;
      }
    }
    return different >= TELLING;
  }
}
