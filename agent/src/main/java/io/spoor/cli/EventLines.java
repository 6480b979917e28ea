package io.spoor.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a file as bytes, of which none can fill the memory. */
final class EventLines implements Closeable {
  /** Events are limited to about 1 MB where they are written. */
  private static final int MAX_BYTES = 32 << 20;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(8192);
  private int number;
  private boolean ended;
  private boolean tooLong;

  EventLines(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** The next line without its end, or null at the end of the file. */
  byte[] next() throws IOException {
    line.reset();
    ended = false;
    tooLong = false;
    int read = in.read();
    if (read < 0) {
      return null;
    }
    number++;
    for (; read >= 0; read = in.read()) {
      if (read == '\n') {
        ended = true;
        break;
      }
      if (line.size() < MAX_BYTES) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    return line.toByteArray();
  }

  /** Number of the line last returned; the first is 1. */
  int number() {
    return number;
  }

  /** Whether the line last returned had its line feed; a line cut off in writing has none. */
  boolean ended() {
    return ended;
  }

  /** Whether the line last returned is longer than any event and was cut. */
  boolean tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
