package io.spoor.store;

import io.spoor.files.PrivateFiles;
import io.spoor.json.UtcTime;
import io.spoor.log.Log;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

/** The events folder of a home: one file a run, limited in bytes and age. Any thread. */
public final class EventStore {

  private static final String SUFFIX = ".jsonl";
  private static final long DAY = 86400000L;
  private static final long BETWEEN_PRUNINGS = 3600000L;

  private final Home home;
  private final Log log;
  private boolean pruned;

  /**
   * @param home where the events folder is
   * @param log takes what became of old events
   */
  public EventStore(Home home, Log log) {
    this.home = home;
    this.log = log;
  }

  /**
   * The file of a run.
   *
   * @param runId the run
   * @param start when it began, in milliseconds since 1970; part of the file's name
   */
  public EventFile file(UUID runId, long start) {
    return new EventFile(new File(home.events(), UtcTime.compact(start) + "-" + runId + SUFFIX));
  }

  /** The file of a run that began at an unknown time; null when there is none. */
  public EventFile find(UUID runId) {
    String[] names = home.events().list();
    String end = "-" + runId + SUFFIX;
    for (int i = 0; names != null && i < names.length; i++) {
      if (names[i].endsWith(end)) {
        return new EventFile(new File(home.events(), names[i]));
      }
    }
    return null;
  }

  /** When the run of a file began, in milliseconds since 1970; -1 when its name does not say so. */
  public static long start(EventFile file) {
    return UtcTime.parse(file.file().getName());
  }

  /**
   * Deletes the oldest files while there are too many bytes, and all that are too old; never that
   * of a run that has a checkpoint, because it is live or still has to be ended. Looks at the
   * folder at most once for each instance, and once an hour for each home.
   *
   * @param maxBytes what the files together may hold
   * @param maxDays how many days after its last event a file is kept
   */
  public synchronized void prune(long maxBytes, long maxDays) {
    if (pruned) {
      return;
    }
    pruned = true;
    try {
      File marker = new File(home.events(), ".pruned");
      long now = System.currentTimeMillis();
      long last = marker.lastModified();
      if (last <= now && now - last < BETWEEN_PRUNINGS) {
        return;
      }
      PrivateFiles.createFile(marker);
      marker.setLastModified(now);
      delete(maxBytes, now - maxDays * DAY);
    } catch (IOException e) {
      // The folder cannot be written to, so it does not grow either.
      return;
    } catch (RuntimeException e) {
      log.error("Old events in " + home.events() + " could not be removed.", e);
    }
  }

  private void delete(long maxBytes, long oldest) {
    String[] names = home.events().list();
    if (names == null) {
      return;
    }
    Arrays.sort(names);
    long[] sizes = new long[names.length];
    long total = 0;
    for (int i = 0; i < names.length; i++) {
      sizes[i] = names[i].endsWith(SUFFIX) ? new File(home.events(), names[i]).length() : 0;
      total += sizes[i];
    }
    int deleted = 0;
    for (int i = 0; i < names.length; i++) {
      File file = new File(home.events(), names[i]);
      boolean goes = total > maxBytes || file.lastModified() < oldest;
      if (goes && names[i].endsWith(SUFFIX) && !live(names[i]) && file.delete()) {
        total -= sizes[i];
        deleted++;
      }
    }
    if (deleted > 0) {
      log.info(
          "Removed the events of the "
              + deleted
              + " oldest runs from "
              + home.events()
              + ", which is limited in size and age; raise store.max.mb or store.max.days to keep"
              + " more.");
    }
  }

  private boolean live(String name) {
    int dash = name.indexOf('-');
    String run = name.substring(dash + 1, name.length() - SUFFIX.length());
    return new File(home.runs(), run + Checkpoint.SUFFIX).exists();
  }
}
