package io.spoor.store;

import io.spoor.files.PrivateFiles;
import io.spoor.files.Reason;
import io.spoor.log.Log;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import java.util.UUID;

/**
 * The state of a live run on disk: the event that will tell of its failure when its JVM dies
 * without a word. Rewritten in place; the lock on it is held as long as the JVM lives. Never
 * throws; any thread. No other code of the JVM may open the file, because closing it would give up
 * the lock.
 */
public final class Checkpoint {

  static final String SUFFIX = ".checkpoint";

  private static final int TRIES = 50;

  private final File file;
  private final Log log;
  private final RandomAccessFile out;
  private long sequence;
  private long goodStart;
  private long goodEnd;
  private boolean closed;

  private Checkpoint(File file, Log log, RandomAccessFile out) {
    this.file = file;
    this.log = log;
    this.out = out;
  }

  /**
   * Begins the checkpoint of a run.
   *
   * @param runs the folder of checkpoints; created where it is missing
   * @param runId the run
   * @param log takes one sentence when it cannot be had
   * @return null when it cannot be had; the run goes on without
   */
  public static Checkpoint create(File runs, UUID runId, Log log) {
    File file = new File(runs, runId + SUFFIX);
    RandomAccessFile out = null;
    try {
      PrivateFiles.createFolder(runs);
      out = PrivateFiles.open(file);
      if (lock(out)) {
        return new Checkpoint(file, log, out);
      }
      log.warn("The checkpoint " + file + " is locked by another process; the run has none.");
    } catch (IOException e) {
      log.warn(
          "The run has no checkpoint, so its end is not recorded if the JVM is killed: "
              + file
              + " cannot be written: "
              + Reason.of(e)
              + ".");
    }
    Orphan.close(out);
    return null;
  }

  /**
   * Takes over the checkpoints of runs whose JVM is gone. Each that is returned is locked until it
   * is closed, so that two JVMs never end the same run. May be called while this JVM's own runs are
   * live, if they are named.
   *
   * @param runs the folder of checkpoints
   * @param own checkpoints of this JVM, which are left alone
   * @param log takes one sentence for each that is unreadable
   */
  public static List<Orphan> orphans(File runs, List<Checkpoint> own, Log log) {
    return Orphan.find(runs, own, log);
  }

  /** Where it is. */
  public File file() {
    return file;
  }

  /**
   * Replaces the state. A kill in the middle leaves the state before it.
   *
   * @param event the event that is to be sent if nothing else is written, without line break: FAIL
   *     while the run is live, and what it ended with as soon as that is known
   * @return false when it could not be written; the state before it stays
   */
  public synchronized boolean write(String event) {
    if (closed) {
      return false;
    }
    byte[] record = CheckpointRecord.encode(sequence + 1, event);
    // Never over the last good record: before it where there is room, else behind it.
    long start = record.length <= goodStart ? 0 : goodEnd;
    try {
      out.seek(start);
      out.write(record);
    } catch (IOException e) {
      log.warn("The checkpoint " + file + " could not be written: " + Reason.of(e) + ".");
      return false;
    }
    sequence++;
    goodStart = start;
    goodEnd = start + record.length;
    return true;
  }

  /** Deletes it: the run's end has been recorded. */
  public void delete() {
    end(true);
  }

  /** Gives up the lock and leaves the file, so that the next JVM records the run's end. */
  public void abandon() {
    end(false);
  }

  private synchronized void end(boolean delete) {
    if (closed) {
      return;
    }
    closed = true;
    // Deleted before the lock is given up, so that nobody takes the run for a dead one.
    boolean gone = delete && file.delete();
    Orphan.close(out);
    if (delete && !gone && !file.delete() && file.exists()) {
      log.warn("The checkpoint " + file + " cannot be deleted, though its run has ended.");
    }
  }

  private static boolean lock(RandomAccessFile out) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        FileLock lock = out.getChannel().tryLock();
        if (lock != null) {
          return true;
        }
        Thread.sleep(5); // another JVM looks whether it is an orphan
      } catch (OverlappingFileLockException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }
}
