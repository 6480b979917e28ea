package jobs;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;

/**
 * Dies of an exception whose message holds data, after half of its output. Arguments: source,
 * target.
 */
public final class FailsWithException {

  private FailsWithException() {}

  public static void main(String[] args) throws IOException {
    byte[] bytes = Files.readAllBytes(Paths.get(args[0]));
    try (OutputStream out = new FileOutputStream(args[1])) {
      out.write(bytes, 0, bytes.length / 2);
      throw new IllegalStateException("card 4111-1111-1111-1111 was refused");
    }
  }
}
