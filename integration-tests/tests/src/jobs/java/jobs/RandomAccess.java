package jobs;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Reads records from the last to the first and writes them to another file. Arguments: source,
 * target.
 */
public final class RandomAccess {

  private static final int RECORD = 16;

  private RandomAccess() {}

  public static void main(String[] args) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(args[0], "r");
        RandomAccessFile out = new RandomAccessFile(args[1], "rw")) {
      out.setLength(0);
      byte[] record = new byte[RECORD];
      long records = in.length() / RECORD;
      for (long i = records - 1; i >= 0; i--) {
        in.seek(i * RECORD);
        in.readFully(record);
        out.write(record);
      }
      System.out.println(records + " records");
    }
  }
}
