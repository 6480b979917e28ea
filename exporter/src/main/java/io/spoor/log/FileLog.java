package io.spoor.log;

import io.spoor.files.PrivateFiles;
import io.spoor.files.Refuge;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The log in a home folder. It grows to a limit and then begins anew, keeping one generation. A
 * sentence is written when it comes first, and with its count at the end when it came again. What
 * cannot be written there, because the disk is full, goes to the user's folder among the temporary
 * files; where that is impossible too it is quiet and counts. Several JVMs may write to one log.
 * Any thread.
 */
public final class FileLog implements Log, Closeable {

  private static final long LIMIT = 1 << 20;

  private final File file;
  private final File refuge;
  private final long limit;
  private final Repeats repeats = new Repeats();
  private long unwritten;

  /**
   * @param file the log; created, with its folder, at the first sentence
   */
  public FileLog(File file) {
    this(file, LIMIT, Refuge.folder());
  }

  FileLog(File file, long limit, File refuge) {
    if (file == null) {
      throw new NullPointerException("file");
    }
    this.file = file;
    this.limit = limit;
    this.refuge = refuge;
  }

  @Override
  public void info(String sentence) {
    add(LogLine.text("INFO", sentence, null));
  }

  @Override
  public void warn(String sentence) {
    add(LogLine.text("WARN", sentence, null));
  }

  @Override
  public void error(String sentence, Throwable failure) {
    add(LogLine.text("ERROR", sentence, failure));
  }

  /** How many lines could not be written and are gone. */
  public synchronized long unwritten() {
    return unwritten;
  }

  /** Writes the counts of repeated sentences. The log can be used further. */
  @Override
  public synchronized void close() {
    List<String> repeated = repeats.drain();
    for (int i = 0; i < repeated.size(); i++) {
      write(repeated.get(i));
    }
  }

  private synchronized void add(String text) {
    if (repeats.first(text)) {
      write(text);
    }
  }

  private void write(String text) {
    byte[] line = LogLine.dated(System.currentTimeMillis(), text).getBytes(StandardCharsets.UTF_8);
    try {
      append(file, line);
    } catch (IOException e) {
      writeToRefuge(line);
    } catch (RuntimeException e) {
      unwritten++;
    }
  }

  private void writeToRefuge(byte[] line) {
    try {
      Refuge.open(refuge);
      append(new File(new File(refuge, "logs"), "spoor.log"), line);
    } catch (IOException e) {
      unwritten++;
    } catch (RuntimeException e) {
      unwritten++;
    }
  }

  private void append(File to, byte[] line) throws IOException {
    if (!to.exists()) {
      PrivateFiles.createFolder(to.getAbsoluteFile().getParentFile());
      PrivateFiles.createFile(to);
    } else if (to.length() + line.length > limit) {
      FullLog.putAway(to, line.length, limit);
    }
    // Opened for each line: another JVM may have begun the log anew.
    FileOutputStream out = new FileOutputStream(to, true);
    try {
      out.write(line);
    } finally {
      out.close();
    }
  }
}
