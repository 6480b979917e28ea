package io.spoor.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files of a dataset that consists of several: how many there are, and the names of the first.
 * Names are kept relative to the dataset's folder, so that renaming that is no work. Spoor's thread
 * only.
 */
public final class Members {

  /** Members listed by name, at most. */
  public static final int LISTED = 1000;

  private final String reason;
  private final MemberRoom room;
  private final HashSet64 hashes = new HashSet64();
  private final List<String> listed = new ArrayList<String>();
  private String base;
  private long uncounted;

  /**
   * @param dataset the dataset's name
   * @param reason what makes them one, for users
   */
  Members(String dataset, String reason, MemberRoom room) {
    this.base = base(dataset);
    this.reason = reason;
    this.room = room;
  }

  /** Of a glob the folder above its first star, of a folder itself. */
  private static String base(String dataset) {
    int star = dataset.indexOf('*');
    return star < 0 ? dataset : dataset.substring(0, dataset.lastIndexOf('/', star));
  }

  void add(String name) {
    String relative = relative(name);
    if (!room.takesHash()) {
      // Cannot tell any more whether it was seen before.
      uncounted++;
      return;
    }
    if (hashes.add(hash(relative))) {
      room.hashes++;
      list(relative);
    }
  }

  private void list(String relative) {
    if (listed.size() < LISTED && room.takesText(relative.length() + base.length())) {
      listed.add(relative);
    }
  }

  /** Whether it was a member, which it is no more. */
  boolean remove(String name) {
    String relative = relative(name);
    if (!hashes.remove(hash(relative))) {
      return false;
    }
    room.hashes--;
    if (listed.remove(relative)) {
      room.text -= relative.length() + base.length();
    }
    return true;
  }

  boolean contains(String name) {
    return hashes.contains(hash(relative(name)));
  }

  void merge(Members other) {
    uncounted += other.uncounted;
    other.hashes.addAllTo(hashes);
    for (String relative : other.listed) {
      if (listed.size() < LISTED && !listed.contains(relative)) {
        listed.add(relative);
      }
    }
  }

  void renamed(String dataset) {
    base = base(dataset);
  }

  long heapBytes() {
    long bytes = 8L * hashes.slots();
    for (String each : listed) {
      bytes += 60L + each.length();
    }
    return bytes;
  }

  /** How many there are; more than there are when there were more than could be told apart. */
  public long count() {
    return hashes.size() + uncounted;
  }

  /** What makes them one dataset, for users. */
  public String reason() {
    return reason;
  }

  /** The first of them, in order of first sight, by their full names. */
  public List<String> names() {
    List<String> names = new ArrayList<String>(listed.size());
    for (String relative : listed) {
      names.add(base + relative);
    }
    return Collections.unmodifiableList(names);
  }

  private String relative(String name) {
    return name.startsWith(base) ? name.substring(base.length()) : name;
  }

  /** FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }
}
