package jobs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Writes under a temporary name and renames when all is written. Arguments: source, target, "io" or
 * "nio" for the way of renaming.
 */
public final class WriteThenRename {

  private WriteThenRename() {}

  public static void main(String[] args) throws IOException {
    File temporary = new File(args[1] + ".tmp");
    File target = new File(args[1]);
    int lines = 0;
    try (BufferedReader in = new BufferedReader(new FileReader(args[0]));
        BufferedWriter out = new BufferedWriter(new FileWriter(temporary))) {
      String line;
      while ((line = in.readLine()) != null) {
        out.write(line.toUpperCase(Locale.ROOT));
        out.write('\n');
        lines++;
      }
    }
    if (args[2].equals("nio")) {
      Files.move(temporary.toPath(), target.toPath(), StandardCopyOption.ATOMIC_MOVE);
    } else if (!temporary.renameTo(target)) {
      throw new IOException("cannot rename " + temporary);
    }
    System.out.println(lines + " lines");
  }
}
