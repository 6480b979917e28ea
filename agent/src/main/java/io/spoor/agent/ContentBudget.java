package io.spoor.agent;

import java.util.HashMap;
import java.util.Map;

/**
 * Which streams are examined behind their first bytes: of a folder, whose files are mostly parts of
 * one dataset, a few, and of all as many as leave Spoor's thread at some hundredths of a core.
 * Spoor's thread only.
 */
final class ContentBudget {

  /** Files of a folder, of each direction. */
  private static final int OF_FOLDER = 8;

  /** Folders that are remembered; of others none. */
  private static final int FOLDERS = 1000;

  /** Bytes that may be looked at as they come. */
  private static final long AT_ONCE = 32L << 20;

  /** Bytes a second beyond these. */
  private static final long A_SECOND = 4L << 20;

  private final Map<String, Integer> folders = new HashMap<String, Integer>();
  private final long begin;
  private long spent;

  /**
   * @param now System.nanoTime()
   */
  ContentBudget(long now) {
    begin = now;
  }

  /** Whether one more stream may be examined. */
  boolean grants(String path, boolean written, long now) {
    if (spent > AT_ONCE + (now - begin) / 1000000L * A_SECOND / 1000) {
      return false;
    }
    String folder = (written ? ">" : "<") + path.substring(0, path.lastIndexOf('/') + 1);
    Integer before = folders.get(folder);
    boolean fits = before == null ? folders.size() < FOLDERS : before < OF_FOLDER;
    if (fits) {
      folders.put(folder, before == null ? 1 : before + 1);
    }
    return fits;
  }

  /** Bytes were looked at. */
  void spend(long bytes) {
    spent += bytes;
  }
}
