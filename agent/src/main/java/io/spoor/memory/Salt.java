package io.spoor.memory;

import io.spoor.files.Reason;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * The secret under which values are remembered. It must not lie where the memory lies: who may read
 * both could find out by trying which values there were. Immutable.
 */
public final class Salt {

  private static final int SHORTEST = 16;
  private static final int LONGEST = 4096;

  private final KeyedHash hash;
  private final String problem;

  private Salt(KeyedHash hash, String problem) {
    this.hash = hash;
    this.problem = problem;
  }

  /**
   * Reads it.
   *
   * @param path of the file; null or empty when none was named
   * @param home where the memory lies, which need not exist
   */
  public static Salt read(String path, File home) {
    if (path == null || path.isEmpty()) {
      return refused(
          "flows.remember needs flows.salt.file, the name of a file outside of home with at least "
              + SHORTEST
              + " random bytes in it; nothing is remembered.");
    }
    File file = new File(path);
    try {
      // Canonical: a link to it does not make it lie elsewhere.
      if (isBeneath(file.getCanonicalFile(), home.getCanonicalFile())
          || isBeneath(file.getAbsoluteFile(), home.getAbsoluteFile())) {
        return refused(
            "The salt "
                + path
                + " lies in the home folder "
                + home
                + ", beside what it is to protect; nothing is remembered. Move it elsewhere.");
      }
      byte[] bytes = bytes(file);
      return bytes.length < SHORTEST
          ? refused(
              "The salt "
                  + path
                  + " has fewer than "
                  + SHORTEST
                  + " bytes, which could be found by trying; nothing is remembered. Put random"
                  + " bytes into it.")
          : new Salt(KeyedHash.of(bytes), null);
    } catch (IOException e) {
      return refused(
          "The salt "
              + path
              + " cannot be read: "
              + Reason.of(e)
              + "; nothing is remembered. Name a file that this user can read.");
    }
  }

  private static Salt refused(String problem) {
    return new Salt(null, problem);
  }

  private static boolean isBeneath(File file, File folder) {
    for (File above = file; above != null; above = above.getParentFile()) {
      if (above.equals(folder)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(File file) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
      byte[] bytes = new byte[(int) Math.min(LONGEST, file.length())];
      in.readFully(bytes);
      return bytes;
    }
  }

  /** Why it cannot be used, as one sentence and what to do; null when it can. */
  public String problem() {
    return problem;
  }

  /** Hashes under it; null when there is a problem. */
  KeyedHash hash() {
    return hash;
  }
}
