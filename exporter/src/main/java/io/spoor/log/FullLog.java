package io.spoor.log;

import io.spoor.files.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;

/** A log at its limit. Under a lock, so that of two JVMs only one puts it away. */
final class FullLog {

  private FullLog() {}

  /**
   * Puts it away as the one generation that is kept, and begins it anew.
   *
   * @param needed bytes that are to be added
   */
  static void putAway(File file, int needed, long limit) throws IOException {
    RandomAccessFile full = new RandomAccessFile(file, "rw");
    try {
      FileLock lock = full.getChannel().tryLock();
      if (lock != null && file.length() + needed > limit) {
        File old = new File(file.getPath() + ".1");
        if (!file.renameTo(old) && old.delete() && !file.renameTo(old)) {
          full.setLength(0);
        }
      }
    } catch (OverlappingFileLockException e) {
      // Somebody else in this JVM is at it.
      return;
    } finally {
      full.close();
    }
    PrivateFiles.createFile(file);
  }
}
