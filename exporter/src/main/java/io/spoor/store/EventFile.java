package io.spoor.store;

import io.spoor.files.PrivateFiles;
import io.spoor.openlineage.EventHead;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The events of one run, one on a line. A line is there whole or not at all. One thread of one JVM
 * writes at a time.
 */
public class EventFile {

  private static final String[] ENDS = {
    "{\"eventType\":\"COMPLETE\"", "{\"eventType\":\"FAIL\"", "{\"eventType\":\"ABORT\""
  };

  private final File file;

  /**
   * @param file where the events are; need not exist
   */
  public EventFile(File file) {
    this.file = file;
  }

  /** Where the events are. */
  public final File file() {
    return file;
  }

  /**
   * Appends one event. When that fails half-way, the file is what it was before.
   *
   * @param line the event, without a line break
   * @throws IOException when it cannot be written; the event is not in the file then
   */
  public final void append(String line) throws IOException {
    byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
    PrivateFiles.createFolder(file.getParentFile());
    RandomAccessFile out = PrivateFiles.open(file);
    try {
      long end = mend(out);
      out.seek(end);
      try {
        write(out, bytes);
      } catch (IOException e) {
        cut(out, end);
        throw e;
      }
    } finally {
      out.close();
    }
  }

  /**
   * Whether the file says how a run ended: those of its outputs and units of work are in it too.
   *
   * @param runId the run
   */
  public final boolean ended(UUID runId) throws IOException {
    if (!file.isFile()) {
      return false;
    }
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        for (int i = 0; i < ENDS.length; i++) {
          EventHead head = line.startsWith(ENDS[i]) ? EventHead.read(line) : null;
          if (head != null && head.runId().equals(runId)) {
            return true;
          }
        }
      }
      return false;
    } finally {
      in.close();
    }
  }

  /** The place where a test makes writing fail. */
  void write(RandomAccessFile out, byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /**
   * Makes the file end with a whole line: a JVM killed while it wrote may have left less.
   *
   * @return where the next line begins
   */
  private static long mend(RandomAccessFile out) throws IOException {
    long end = out.length();
    long start = lastLineBreak(out, end) + 1;
    if (start == end) {
      return end;
    }
    byte[] rest = new byte[(int) (end - start)];
    out.seek(start);
    out.readFully(rest);
    if (EventHead.read(new String(rest, StandardCharsets.UTF_8)) != null) {
      out.seek(end);
      out.write('\n'); // all of the event is there but its line break
      return end + 1;
    }
    out.setLength(start);
    return start;
  }

  /** Where the last line break is; -1 when there is none. */
  private static long lastLineBreak(RandomAccessFile out, long end) throws IOException {
    int size = 1; // mostly it is the last byte
    for (long from = end; from > 0; size = 8192) {
      byte[] block = new byte[(int) Math.min(size, from)];
      from -= block.length;
      out.seek(from);
      out.readFully(block);
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return from + i;
        }
      }
    }
    return -1;
  }

  private static void cut(RandomAccessFile out, long end) {
    try {
      out.setLength(end);
    } catch (IOException e) {
      // What is left has no line break: readers skip it, and the next append removes it.
      return;
    }
  }
}
