package io.spoor.agent;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/** Looks at some blocks of files that are there, once the run is over. Stateless. */
final class SampledBlocks {

  private static final int BLOCKS = 32;
  private static final int BLOCK = 4096;

  private SampledBlocks() {}

  /**
   * Compares two files of one length at the same places, the last bytes among them.
   *
   * @return how many blocks are the same; -1 when one is not, 0 when that cannot be told
   */
  static int same(File one, File other) {
    try (RandomAccessFile first = new RandomAccessFile(one, "r");
        RandomAccessFile second = new RandomAccessFile(other, "r")) {
      long last = first.length() - BLOCK;
      if (last < 0 || first.length() != second.length()) {
        return last < 0 ? 0 : -1;
      }
      byte[] block = new byte[BLOCK];
      byte[] same = new byte[BLOCK];
      for (int i = 1; i <= BLOCKS; i++) {
        long at = last / BLOCKS * i + (i == BLOCKS ? last % BLOCKS : 0);
        first.seek(at);
        first.readFully(block);
        second.seek(at);
        second.readFully(same);
        if (!Arrays.equals(block, same)) {
          return -1;
        }
      }
      return BLOCKS;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * What the last four bytes of a file that gzip has packed say (RFC 1952): the size of what is
   * packed, modulo 2 to the 32.
   *
   * @return -1 when it cannot be read
   */
  static long gzipSize(File file) {
    try (RandomAccessFile packed = new RandomAccessFile(file, "r")) {
      packed.seek(Math.max(0, packed.length() - 4));
      int size = packed.readInt();
      return Integer.reverseBytes(size) & 0xffffffffL;
    } catch (IOException e) {
      return -1;
    }
  }
}
