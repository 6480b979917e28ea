package io.spoor.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What is packed by gzip (RFC 1952), or an entry of a zip archive, as far as it goes. Immutable.
 */
final class Unpacked {

  /** More of a file, or of an entry, than that nobody looks at, however it is packed. */
  private static final int MOST = 65536;

  /** More of all entries. */
  private static final int MOST_OF_ALL = 4 * MOST;

  /** Entries of an archive that are looked at. */
  private static final int MOST_ENTRIES = 100;

  /** A data descriptor, with the signature that it may have, is no longer. */
  private static final int DESCRIPTOR = 24;

  private static final String ENTRY = "PK\u0003\u0004";

  private final String name;
  private final byte[] bytes;
  private final boolean whole;

  private Unpacked(String name, byte[] bytes, boolean whole) {
    this.name = name;
    this.bytes = bytes;
    this.whole = whole;
  }

  /** The name without its ending, or of the archive's entry. */
  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether that is all of it. */
  boolean isWhole() {
    return whole;
  }

  /** What comes first; null when the bytes are not packed, or not in a way that can be undone. */
  static Unpacked of(String name, byte[] packed) {
    List<Unpacked> all = unpack(name, packed, false, 1);
    return all == null || all.isEmpty() ? null : all.get(0);
  }

  /**
   * All that is packed, as far as it goes.
   *
   * @param whole whether the bytes are all of the file
   * @return null when the bytes are not packed
   */
  static List<Unpacked> all(String name, byte[] packed, boolean whole) {
    return unpack(name, packed, whole, MOST_ENTRIES);
  }

  /** Where that begins which gzip has packed; -1 when it has not. */
  static int startOfGzip(byte[] packed) {
    boolean isGzip = packed.length > 18 && at(packed, 0) == 0x1f && at(packed, 1) == 0x8b;
    return isGzip ? endOfGzipHeader(packed) : -1;
  }

  private static List<Unpacked> unpack(String name, byte[] packed, boolean whole, int most) {
    List<Unpacked> all = new ArrayList<Unpacked>(1);
    if (packed.length > 18 && at(packed, 0) == 0x1f && at(packed, 1) == 0x8b) {
      int start = endOfGzipHeader(packed);
      boolean hasEnding = name.endsWith(".gz");
      String inner = hasEnding ? name.substring(0, name.length() - ".gz".length()) : name;
      if (start >= 0) {
        Inflated inflated = new Inflated(packed, start, MOST);
        // Behind the eight bytes of check sum and size another member may follow.
        boolean isAll = whole && inflated.whole && inflated.end + 8 == packed.length;
        all.add(new Unpacked(inner, inflated.bytes, isAll));
      }
      return all;
    }
    if (packed.length <= 30 || !FileFormat.starts(packed, 0, packed.length, ENTRY)) {
      return null;
    }
    int left = MOST_OF_ALL;
    for (int at = 0; at >= 0 && left > 0 && all.size() < most; ) {
      at = entry(packed, at, Math.min(left, MOST), all);
      left = MOST_OF_ALL;
      for (Unpacked each : all) {
        left -= each.bytes.length;
      }
    }
    return all;
  }

  /** Adds what a local file header is of (APPNOTE.TXT 4.3.7); where the next one is, -1 if none. */
  private static int entry(byte[] packed, int header, int room, List<Unpacked> all) {
    if (header + 30 >= packed.length) {
      return -1;
    }
    int length = at(packed, header + 26) | at(packed, header + 27) << 8;
    int start = header + 30 + length + (at(packed, header + 28) | at(packed, header + 29) << 8);
    int flags = at(packed, header + 6);
    if (start >= packed.length || (flags & 1) != 0) {
      return -1;
    }
    String entry = new String(packed, header + 30, length, StandardCharsets.UTF_8);
    int method = at(packed, header + 8);
    if (method == 8) {
      Inflated inflated = new Inflated(packed, start, room);
      all.add(new Unpacked(entry, inflated.bytes, inflated.whole));
      return inflated.whole ? next(packed, inflated.end) : -1;
    }
    if (method != 0) {
      return -1;
    }
    // Whoever wrote it without its size alone knows where it ends.
    boolean isSized = (flags & 8) == 0 && at(packed, header + 21) == 0;
    int size =
        at(packed, header + 18) | at(packed, header + 19) << 8 | at(packed, header + 20) << 16;
    int end = isSized ? Math.min(start + size, packed.length) : packed.length;
    end = Math.min(end, start + room);
    boolean isAll = isSized && end == start + size;
    all.add(new Unpacked(entry, Arrays.copyOfRange(packed, start, end), isAll));
    return isAll ? next(packed, end) : -1;
  }

  private static int next(byte[] packed, int from) {
    for (int at = from; at <= from + DESCRIPTOR && at < packed.length; at++) {
      if (FileFormat.starts(packed, at, packed.length - at, ENTRY)) {
        return at;
      }
    }
    return -1;
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xff;
  }

  private static int endOfGzipHeader(byte[] bytes) {
    int flags = at(bytes, 3);
    int i = 10;
    if ((flags & 4) != 0) {
      i += 2 + (at(bytes, 10) | at(bytes, 11) << 8);
    }
    // Name and comment end with a zero each.
    for (int texts = (flags >> 3 & 1) + (flags >> 4 & 1); texts > 0; texts--) {
      while (i < bytes.length && bytes[i] != 0) {
        i++;
      }
      i++;
    }
    i += (flags & 2) != 0 ? 2 : 0;
    return i < bytes.length ? i : -1;
  }

  /** What deflate has packed (RFC 1951). */
  static final class Inflated {
    final byte[] bytes;

    /** Where it ends among the packed bytes, if it is whole. */
    final int end;

    final boolean whole;

    /**
     * @param start where it begins
     * @param room bytes that are wanted at the most
     */
    Inflated(byte[] packed, int start, int room) {
      this(packed, start, packed.length, room);
    }

    Inflated(byte[] packed, int start, int limit, int room) {
      Inflater inflater = new Inflater(true);
      byte[] out = new byte[room];
      int length = 0;
      boolean isBroken = false;
      try {
        inflater.setInput(packed, start, limit - start);
        int more = 1;
        while (length < out.length && more > 0) {
          more = inflater.inflate(out, length, out.length - length);
          length += more;
        }
        if (length == out.length && !inflater.finished()) {
          // What is exactly as long as there is room may end here all the same.
          isBroken = inflater.inflate(new byte[1]) > 0;
        }
      } catch (DataFormatException e) {
        // As far as it went.
        isBroken = true;
      }
      whole = inflater.finished() && !isBroken;
      end = start + inflater.getTotalIn();
      inflater.end();
      bytes = Arrays.copyOf(out, length);
    }
  }
}
