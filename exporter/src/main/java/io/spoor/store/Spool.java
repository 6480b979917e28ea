package io.spoor.store;

import io.spoor.files.PrivateFiles;
import io.spoor.json.UtcTime;
import io.spoor.log.Log;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The events that one sink has not taken yet, a file each, named {@code
 * <time>-<runId>-<owner>.<number>.json} so that names sort in the order of sending. Every JVM that
 * uses the spool owns its files, as a lock on {@code <owner>.owner} shows; files of owners that are
 * gone are adopted. Limited in bytes and age: the oldest go first. Any thread.
 */
public final class Spool implements Closeable {

  private static final String SUFFIX = ".json";
  private static final long DAY = 86400000L;

  private final File folder;
  private final long maxBytes;
  private final long maxAge;
  private final Log log;
  private final List<SpoolOwner> adopted = new ArrayList<SpoolOwner>();
  private SpoolOwner self;
  private long bytes = -1;
  private long number;
  private long lastTime;
  private long dropped;

  /**
   * @param folder the spool of one sink; created when something is put into it
   * @param maxBytes what its files together may hold
   * @param maxDays how many days a file is kept
   * @param log takes what was dropped
   */
  public Spool(File folder, long maxBytes, long maxDays, Log log) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.maxAge = maxDays * DAY;
    this.log = log;
  }

  /** Where the files are. */
  public File folder() {
    return folder;
  }

  /** How many files went because of the limits. */
  public synchronized long dropped() {
    return dropped;
  }

  /**
   * Takes over what JVMs that are gone have left, until this spool is closed.
   *
   * @return the files in the order of sending; too old ones are dropped
   */
  public synchronized List<File> adopt() {
    List<File> files = new ArrayList<File>();
    String[] names = folder.list();
    if (names == null) {
      return files;
    }
    List<String> owners = new ArrayList<String>();
    for (int i = 0; i < names.length; i++) {
      String owner = SpoolOwner.of(names[i]);
      if (owner != null && !owners.contains(owner) && !isOwn(owner)) {
        owners.add(owner);
      }
    }
    for (int i = 0; i < owners.size(); i++) {
      SpoolOwner owner = SpoolOwner.take(folder, owners.get(i));
      if (owner != null) {
        adopted.add(owner);
      }
    }
    // Listed again under the locks: an owner may have sent some in between.
    names = folder.list();
    for (int i = 0; names != null && i < names.length; i++) {
      String owner = SpoolOwner.of(names[i]);
      if (names[i].endsWith(SUFFIX) && isAdopted(owner)) {
        files.add(new File(folder, names[i]));
      } else if (names[i].endsWith(".part") && isAdopted(owner)) {
        new File(folder, names[i]).delete();
      }
    }
    Collections.sort(files);
    dropOld(files);
    return files;
  }

  /**
   * Keeps an event.
   *
   * @param runId the event's run
   * @param line the event, without line break
   * @return the file it is in
   * @throws IOException when it cannot be kept here
   */
  public synchronized File put(UUID runId, String line) throws IOException {
    byte[] content = line.getBytes(StandardCharsets.UTF_8);
    PrivateFiles.createFolder(folder);
    if (self == null) {
      self = SpoolOwner.create(folder);
    }
    makeRoom(content.length);
    lastTime = Math.max(lastTime, System.currentTimeMillis()); // clocks are set back
    String count = Long.toString(1000000L + number++).substring(1);
    String name =
        UtcTime.compact(lastTime) + "-" + runId + "-" + self.token() + "." + count + SUFFIX;
    File part = new File(folder, name + ".part");
    File file = new File(folder, name);
    boolean whole = false;
    try {
      RandomAccessFile out = PrivateFiles.open(part);
      try {
        out.write(content);
      } finally {
        out.close();
      }
      whole = part.renameTo(file);
      if (!whole) {
        throw new IOException(part + " cannot be renamed");
      }
    } finally {
      if (!whole) {
        part.delete();
      }
    }
    bytes += content.length;
    return file;
  }

  /**
   * Reads an event back.
   *
   * @throws IOException when the file is gone or unreadable
   */
  public String read(File file) throws IOException {
    RandomAccessFile in = new RandomAccessFile(file, "r");
    try {
      byte[] content = new byte[(int) in.length()];
      in.readFully(content);
      return new String(content, StandardCharsets.UTF_8);
    } finally {
      in.close();
    }
  }

  /** Forgets an event that was sent. */
  public synchronized void remove(File file) {
    long size = file.length();
    if (file.delete() && bytes >= 0) {
      bytes = Math.max(0, bytes - size);
    }
  }

  /** Puts an event aside that the sink will never take, for the user to look at. */
  public synchronized void refuse(File file) {
    File refused = new File(folder, "refused");
    try {
      PrivateFiles.createFolder(refused);
      long room = Math.max(0, maxBytes / 8 - file.length());
      drop(sorted(refused), room, System.currentTimeMillis() - maxAge);
      long size = file.length();
      if (file.renameTo(new File(refused, file.getName())) && bytes >= 0) {
        bytes = Math.max(0, bytes - size);
        return;
      }
    } catch (IOException e) {
      // Then it cannot be kept; it must not be sent for ever.
      log.warn("The refused event " + file + " cannot be put aside and is deleted.");
    }
    remove(file);
  }

  /** Gives up all locks; what was not sent stays for the next JVM. */
  @Override
  public synchronized void close() {
    for (int i = 0; i < adopted.size(); i++) {
      adopted.get(i).release();
    }
    adopted.clear();
    if (self != null) {
      self.release();
      self = null;
    }
  }

  private boolean isOwn(String owner) {
    return self != null && self.token().equals(owner) || isAdopted(owner);
  }

  private boolean isAdopted(String owner) {
    for (int i = 0; i < adopted.size(); i++) {
      if (adopted.get(i).token().equals(owner)) {
        return true;
      }
    }
    return false;
  }

  private void dropOld(List<File> files) {
    long oldest = System.currentTimeMillis() - maxAge;
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).lastModified() < oldest) {
        files.remove(i).delete();
        dropped++;
        sayDropped("older than spool.max.days");
      }
    }
  }

  private void makeRoom(long needed) throws IOException {
    if (needed > maxBytes) {
      throw new IOException("the event is larger than the whole spool may be");
    }
    if (bytes < 0 || bytes + needed > maxBytes) {
      long before = dropped;
      bytes = drop(sorted(folder), maxBytes - needed, 0);
      if (dropped > before) {
        sayDropped("more than spool.max.mb");
      }
    }
  }

  /** Deletes the oldest files until the limits hold; returns what is left, in bytes. */
  private long drop(List<File> files, long limit, long oldest) {
    long total = 0;
    for (int i = 0; i < files.size(); i++) {
      total += files.get(i).length();
    }
    for (int i = 0; i < files.size(); i++) {
      File file = files.get(i);
      long size = file.length();
      if ((total > limit || file.lastModified() < oldest) && file.delete()) {
        total -= size;
        dropped++;
      }
    }
    return total;
  }

  private static List<File> sorted(File folder) {
    List<File> files = new ArrayList<File>();
    String[] names = folder.list();
    for (int i = 0; names != null && i < names.length; i++) {
      if (names[i].endsWith(SUFFIX)) {
        files.add(new File(folder, names[i]));
      }
    }
    Collections.sort(files);
    return files;
  }

  private void sayDropped(String why) {
    log.warn(
        "The oldest undelivered events in "
            + folder
            + " are being dropped, because there is "
            + why
            + " allows; see why the sink takes none, or raise the limit.");
  }
}
