package io.spoor.store;

import io.spoor.files.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;

/** A JVM's claim to its files in a spool: a file that it keeps locked as long as it lives. */
final class SpoolOwner {

  private static final String SUFFIX = ".owner";
  private static final int TRIES = 100;

  private final File folder;
  private final String token;
  private final RandomAccessFile locked;

  private SpoolOwner(File folder, String token, RandomAccessFile locked) {
    this.folder = folder;
    this.token = token;
    this.locked = locked;
  }

  /** What the names of the owner's files hold. */
  String token() {
    return token;
  }

  /** The owner that a file name tells of; null when it tells of none. */
  static String of(String name) {
    if (name.endsWith(SUFFIX)) {
      return name.substring(0, name.length() - SUFFIX.length());
    }
    int dash = name.lastIndexOf('-');
    int dot = name.indexOf('.', dash + 1);
    boolean event = name.endsWith(".json") || name.endsWith(".part");
    return event && dash >= 0 && dot > dash + 1 ? name.substring(dash + 1, dot) : null;
  }

  /** A new owner, with a token that nobody has. */
  static SpoolOwner create(File folder) throws IOException {
    // No SecureRandom, which is slow to start: the token need not be secret, only new.
    long seed = System.nanoTime() ^ System.currentTimeMillis() << 20 ^ new Object().hashCode();
    for (int i = 0; i < TRIES; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      String token = Long.toHexString(seed >>> 32 | 1L << 32).substring(1);
      if (PrivateFiles.createFile(new File(folder, token + SUFFIX))) {
        SpoolOwner owner = take(folder, token);
        if (owner != null) {
          return owner;
        }
      }
    }
    throw new IOException("no file in " + folder + " can be locked");
  }

  /** Takes over from an owner that is gone; null when it lives, or somebody else took over. */
  static SpoolOwner take(File folder, String token) {
    File file = new File(folder, token + SUFFIX);
    RandomAccessFile in = null;
    try {
      in = PrivateFiles.open(file);
      // Whoever held the lock may have deleted the file since it was opened.
      if (in.getChannel().tryLock() != null && file.exists()) {
        SpoolOwner owner = new SpoolOwner(folder, token, in);
        in = null;
        return owner;
      }
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      return null;
    } finally {
      Orphan.close(in);
    }
    return null;
  }

  /** Gives up the claim, and removes its traces when no file of it is left. */
  void release() {
    boolean empty = true;
    String[] names = folder.list();
    for (int i = 0; names != null && i < names.length; i++) {
      if (!names[i].endsWith(SUFFIX) && token.equals(of(names[i]))) {
        empty = false;
      }
    }
    File file = new File(folder, token + SUFFIX);
    boolean gone = empty && file.delete();
    Orphan.close(locked);
    if (empty && !gone) {
      file.delete();
    }
  }
}
