package jobs;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** Goes through a temporary file that the JVM deletes at its end. Arguments: source, target. */
public final class DeleteOnExit {

  private DeleteOnExit() {}

  public static void main(String[] args) throws IOException {
    File temporary = File.createTempFile("stage", ".dat");
    temporary.deleteOnExit();
    copy(new File(args[0]), temporary);
    copy(temporary, new File(args[1]));
    System.out.println("staged " + temporary.length() + " bytes");
  }

  private static void copy(File source, File target) throws IOException {
    try (FileInputStream in = new FileInputStream(source);
        FileOutputStream out = new FileOutputStream(target)) {
      byte[] buffer = new byte[512];
      int length;
      while ((length = in.read(buffer)) != -1) {
        out.write(buffer, 0, length);
      }
    }
  }
}
