package io.spoor.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The beginning of what is packed by gzip (RFC 1952), or first in a zip archive. Immutable. */
final class Unpacked {

  /** More than that the examiner does not look at. */
  private static final int MOST = 32768;

  private final String name;
  private final byte[] bytes;

  private Unpacked(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** The name without its ending, or of the archive's first entry. */
  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Null when the bytes are not packed, or not in a way that can be undone. */
  static Unpacked of(String name, byte[] packed) {
    if (packed.length > 18 && at(packed, 0) == 0x1f && at(packed, 1) == 0x8b) {
      int start = endOfGzipHeader(packed);
      boolean hasEnding = name.endsWith(".gz");
      String inner = hasEnding ? name.substring(0, name.length() - ".gz".length()) : name;
      return start < 0 ? null : new Unpacked(inner, inflate(packed, start));
    }
    if (packed.length > 30 && FileFormat.starts(packed, 0, packed.length, "PK\u0003\u0004")) {
      // APPNOTE.TXT 4.3.7: local file header.
      int length = at(packed, 26) | at(packed, 27) << 8;
      int start = 30 + length + (at(packed, 28) | at(packed, 29) << 8);
      if (start >= packed.length || (at(packed, 6) & 1) != 0) {
        return null;
      }
      String entry = new String(packed, 30, length, StandardCharsets.UTF_8);
      int method = at(packed, 8);
      if (method == 8) {
        return new Unpacked(entry, inflate(packed, start));
      }
      return method == 0
          ? new Unpacked(entry, Arrays.copyOfRange(packed, start, packed.length))
          : null;
    }
    return null;
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

  private static byte[] inflate(byte[] packed, int start) {
    Inflater inflater = new Inflater(true);
    byte[] out = new byte[MOST];
    int length = 0;
    try {
      inflater.setInput(packed, start, packed.length - start);
      while (length < out.length) {
        int more = inflater.inflate(out, length, out.length - length);
        if (more <= 0) {
          break;
        }
        length += more;
      }
    } catch (DataFormatException e) {
      // As far as it went.
      return Arrays.copyOf(out, length);
    } finally {
      inflater.end();
    }
    return Arrays.copyOf(out, length);
  }
}
