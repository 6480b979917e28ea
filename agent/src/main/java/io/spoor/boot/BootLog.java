package io.spoor.boot;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes to Spoor's log before, or instead of, the runtime's own. Quiet when that is impossible.
 */
final class BootLog {

  private BootLog() {}

  static void write(File home, String sentence) {
    if (home == null) {
      return;
    }
    File folder = new File(home, "logs");
    File log = new File(folder, "spoor.log");
    if (!folder.isDirectory() && !folder.mkdirs()) {
      return;
    }
    String line = new java.util.Date() + " ERROR " + sentence + "\n";
    try (FileOutputStream out = new FileOutputStream(log, true)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // There is no other place: the job's own output is not ours.
      return;
    }
  }
}
