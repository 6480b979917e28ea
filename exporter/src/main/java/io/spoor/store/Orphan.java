package io.spoor.store;

import io.spoor.files.Reason;
import io.spoor.log.Log;
import io.spoor.openlineage.EventHead;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run whose JVM died without ending it, locked by the one who found it. Not thread-safe. */
public final class Orphan implements Closeable {

  /** A file without a record may be that of a JVM that is just beginning. */
  private static final long BEGINNING = 3600000L;

  private static final int LONGEST = 64 << 20;

  private final File file;
  private final RandomAccessFile locked;
  private final String eventLine;
  private final EventHead head;

  private Orphan(File file, RandomAccessFile locked, String eventLine, EventHead head) {
    this.file = file;
    this.locked = locked;
    this.eventLine = eventLine;
    this.head = head;
  }

  static List<Orphan> find(File runs, List<Checkpoint> own, Log log) {
    List<Orphan> orphans = new ArrayList<Orphan>();
    String[] names = runs.list();
    if (names == null) {
      return orphans;
    }
    Arrays.sort(names);
    for (int i = 0; i < names.length; i++) {
      File file = new File(runs, names[i]);
      if (names[i].endsWith(Checkpoint.SUFFIX) && !isOwn(file, own)) {
        Orphan orphan = take(file, log);
        if (orphan != null) {
          orphans.add(orphan);
        }
      }
    }
    return orphans;
  }

  /** Which run, and of which job. */
  public EventHead head() {
    return head;
  }

  /** The event that tells how it ended, mostly FAIL, without line break. */
  public String eventLine() {
    return eventLine;
  }

  /** Deletes the checkpoint, because the run's end has been recorded, and gives up the lock. */
  public void done() {
    boolean gone = file.delete();
    close();
    if (!gone) {
      file.delete(); // some systems delete no file that is open
    }
  }

  /** Gives up the lock; the checkpoint stays for another attempt unless it is done. */
  @Override
  public void close() {
    close(locked);
  }

  static void close(Closeable closeable) {
    if (closeable != null) {
      try {
        closeable.close();
      } catch (IOException e) {
        // Nothing was written that could be lost.
        return;
      }
    }
  }

  private static boolean isOwn(File file, List<Checkpoint> own) {
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).file().getName().equals(file.getName())) {
        return true;
      }
    }
    return false;
  }

  private static Orphan take(File file, Log log) {
    RandomAccessFile in = null;
    try {
      in = new RandomAccessFile(file, "rw");
      // Whoever held the lock may have ended the run and deleted the file since it was listed.
      if (in.getChannel().tryLock() != null && file.exists()) {
        byte[] bytes = new byte[(int) Math.min(in.length(), LONGEST)];
        in.readFully(bytes);
        String line = CheckpointRecord.newest(bytes);
        EventHead head = line == null ? null : EventHead.read(line);
        if (head != null) {
          Orphan orphan = new Orphan(file, in, line, head);
          in = null;
          return orphan;
        }
        discard(file, log);
      }
    } catch (OverlappingFileLockException e) {
      return null; // this JVM's own
    } catch (IOException e) {
      if (file.exists()) {
        log.warn("The checkpoint " + file + " cannot be read: " + Reason.of(e) + ".");
      }
    } finally {
      close(in);
    }
    return null;
  }

  private static void discard(File file, Log log) {
    long age = System.currentTimeMillis() - file.lastModified();
    if (age > BEGINNING && file.delete()) {
      log.warn(
          "The checkpoint "
              + file
              + " held no whole state and was deleted; how its run ended is not known.");
    }
  }
}
