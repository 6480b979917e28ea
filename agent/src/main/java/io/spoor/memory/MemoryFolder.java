package io.spoor.memory;

import io.spoor.files.PrivateFiles;
import io.spoor.files.Reason;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The folder with the memories of jobs, one file each, limited in bytes and age. Several JVMs share
 * it: files are replaced as a whole, one writer at a time. What goes wrong is kept as a sentence.
 */
final class MemoryFolder {

  private static final String SUFFIX = ".memory";
  private static final long DAY = 86400000L;

  /** Bytes of all memories, beyond which the oldest go. */
  private static final long MOST = 8L << 20;

  private static final int TRIES = 20;

  private final File folder;
  private final long days;
  private final List<String> complaints;

  /**
   * @param days after which what was not used goes
   * @param complaints gets a sentence for each thing that goes wrong
   */
  MemoryFolder(File folder, long days, List<String> complaints) {
    this.folder = folder;
    this.days = days;
    this.complaints = complaints;
  }

  /** When what was used last is too old, in milliseconds since 1970. */
  long oldest() {
    return System.currentTimeMillis() - days * DAY;
  }

  /** What is remembered of a job; null when nothing is. */
  JobMemory of(String namespace, String name) {
    File file = file(namespace, name);
    if (!file.isFile()) {
      return null;
    }
    try {
      return read(file);
    } catch (IOException e) {
      complaints.add(
          "What was remembered of this job is not used: "
              + file
              + " cannot be read: "
              + Reason.of(e)
              + ".");
    } catch (RuntimeException e) {
      complaints.add(
          "What was remembered of this job is not used and will be replaced: "
              + file
              + " is damaged: "
              + e.getMessage()
              + ".");
    }
    return null;
  }

  /** The memories of all jobs that are not too old, the newest first. */
  List<File> files() {
    File[] found = folder.listFiles();
    List<File> files = new ArrayList<File>();
    for (File file : found == null ? new File[0] : found) {
      if (file.getName().endsWith(SUFFIX) && file.lastModified() >= oldest()) {
        files.add(file);
      }
    }
    File[] sorted = files.toArray(new File[0]);
    final long[] times = new long[sorted.length];
    Integer[] order = new Integer[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      times[i] = sorted[i].lastModified();
      order[i] = i;
    }
    Arrays.sort(
        order,
        new Comparator<Integer>() {
          @Override
          public int compare(Integer one, Integer other) {
            return Long.compare(times[other], times[one]);
          }
        });
    files.clear();
    for (int each : order) {
      files.add(sorted[each]);
    }
    return files;
  }

  /** One of them; null when it cannot be read, of which the job that it is of will tell. */
  static JobMemory peek(File file) {
    try {
      return read(file);
    } catch (IOException e) {
      return null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static JobMemory read(File file) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
      long length = file.length();
      if (length == 0 || length > 4 * MemoryText.MOST) {
        throw new IllegalArgumentException("it is too short or too long");
      }
      byte[] bytes = new byte[(int) length];
      in.readFully(bytes);
      return MemoryText.read(bytes);
    }
  }

  /** Replaces what is remembered of a job; how many datasets found no room. */
  int save(JobMemory memory) {
    MemoryText.Written text = MemoryText.write(memory);
    RandomAccessFile lock = null;
    try {
      PrivateFiles.createFolder(folder);
      lock = PrivateFiles.open(new File(folder, ".lock"));
      if (!lock(lock)) {
        complaints.add(
            "This run is not remembered: another process keeps "
                + folder
                + " locked. The next run will try again.");
        return 0;
      }
      replace(file(memory.namespace, memory.name), text.bytes);
      prune();
    } catch (IOException e) {
      complaints.add(
          "This run is not remembered: " + folder + " cannot be written: " + Reason.of(e) + ".");
    } finally {
      close(lock);
    }
    return text.leftOut;
  }

  private static boolean lock(RandomAccessFile file) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        FileLock lock = file.getChannel().tryLock();
        if (lock != null) {
          return true;
        }
        Thread.sleep(5); // others only replace a file
      } catch (OverlappingFileLockException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static void close(RandomAccessFile lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The lock goes with the process.
      return;
    }
  }

  private void replace(File file, byte[] bytes) throws IOException {
    File next = new File(folder, file.getName() + ".new");
    if (next.exists() && !next.delete()) {
      throw new IOException("an old " + next.getName() + " cannot be deleted");
    }
    PrivateFiles.createFile(next);
    try (FileOutputStream out = new FileOutputStream(next)) {
      out.write(bytes);
    }
    try {
      Files.move(next.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next.toPath(), file.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes what is too old, and the oldest while there is too much. */
  private void prune() {
    File[] all = folder.listFiles();
    List<File> young = files();
    for (File file : all == null ? new File[0] : all) {
      if (file.getName().endsWith(SUFFIX) && !young.contains(file)) {
        file.delete();
      }
    }
    long total = 0;
    for (File file : young) {
      total += file.length();
      if (total > MOST) {
        file.delete();
      }
    }
  }

  private File file(String namespace, String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((namespace + "\n" + name).getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        hex.append(Integer.toHexString(digest[i] & 0xFF | 0x100).substring(1));
      }
      return new File(folder, hex + SUFFIX);
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it (MessageDigest's own documentation).
      throw new IllegalStateException(e);
    }
  }
}
