package io.spoor.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which accesses of a unit came together in one committed transaction; transactions with the same
 * ones are one here. Spoor's thread only.
 */
public final class Transactions {

  /** Sets of accesses kept; a job has a few. */
  private static final int MOST = 1000;

  /** What was read and written in one. */
  public static final class Kind {
    private final Set<Access> read;
    private final Set<Access> written;

    Kind(Collection<Access> read, Collection<Access> written) {
      this.read = new HashSet<Access>(read);
      this.written = new HashSet<Access>(written);
    }

    public boolean reads(Access input) {
      return contains(read, input);
    }

    public boolean writes(Access output) {
      return contains(written, output);
    }

    private static boolean contains(Set<Access> accesses, Access one) {
      for (Access access : accesses) {
        if (access.current() == one) {
          return true;
        }
      }
      return false;
    }

    /** What was written, as it is now. */
    public List<Access> written() {
      List<Access> current = new ArrayList<Access>(written.size());
      for (Access access : written) {
        current.add(access.current());
      }
      return current;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Kind
          && read.equals(((Kind) other).read)
          && written.equals(((Kind) other).written);
    }

    @Override
    public int hashCode() {
      return read.hashCode() * 31 + written.hashCode();
    }
  }

  private final Set<Kind> kinds = new LinkedHashSet<Kind>();
  private boolean isFull;

  void add(Collection<Access> read, Collection<Access> written) {
    Kind kind = new Kind(read, written);
    if (kinds.size() < MOST) {
      kinds.add(kind);
    } else {
      isFull |= !kinds.contains(kind);
    }
  }

  /** Whether some found no room, so that nothing follows from what is not there. */
  public boolean isFull() {
    return isFull;
  }

  /** Those in which an output was written. */
  public List<Kind> writing(Access output) {
    List<Kind> writing = new ArrayList<Kind>();
    for (Kind kind : kinds) {
      if (kind.writes(output)) {
        writing.add(kind);
      }
    }
    return writing;
  }

  /** Those in which an input was read. */
  public List<Kind> reading(Access input) {
    List<Kind> reading = new ArrayList<Kind>();
    for (Kind kind : kinds) {
      if (kind.reads(input)) {
        reading.add(kind);
      }
    }
    return reading;
  }
}
