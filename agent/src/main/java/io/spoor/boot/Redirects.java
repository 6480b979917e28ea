package io.spoor.boot;

import io.spoor.boot.record.LiveRecorder;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;

/**
 * Regular files that the shell has put in the place of standard input and output: {@code job <
 * in.csv > out.csv} opens nothing in the JVM. Linux tells by /proc/self/fd what is behind them, see
 * proc(5). A file that standard error goes to as well is a log, as is one with a name of that kind.
 */
final class Redirects {

  private static final String[] LOGS = {".log", ".out", ".err"};

  /** In the names of files by which schedulers and test tools catch what a program says. */
  private static final String[] CAPTURES = {"stdin", "stdout", "console", "nohup"};

  /** O_APPEND of open(2), the same on all architectures of Linux that run a JVM of ours. */
  private static final int APPEND = 02000;

  private final String in;
  private final String out;

  private Redirects(String in, String out) {
    this.in = in;
    this.out = out;
  }

  /** What there is now; null when neither is a file. */
  static Redirects find() {
    String in = file(0);
    String out = file(1);
    if (in != null && isCapture(in)) {
      in = null;
    }
    if (out != null && (isLog(out) || isCapture(out) || out.equals(file(2)))) {
      out = null;
    }
    return in == null && out == null ? null : new Redirects(in, out);
  }

  private static String file(int descriptor) {
    try {
      File link = new File("/proc/self/fd/" + descriptor);
      // Follows the link: pipes, terminals and devices are no regular files.
      if (!link.isFile()) {
        return null;
      }
      String path = link.getCanonicalPath();
      // One that was deleted has a name that nothing has.
      return new File(path).isFile() ? path : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isLog(String path) {
    for (String ending : LOGS) {
      if (path.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapture(String path) {
    int name = path.lastIndexOf('/') + 1;
    for (String word : CAPTURES) {
      if (path.indexOf(word, name) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Names the streams behind System.in and System.out; package java.io must be open to this class.
   * Streams that something else has put there are left alone.
   */
  void name(LiveRecorder recorder) throws ReflectiveOperationException {
    if (in != null) {
      Object stream = behind(System.in, FilterInputStream.class, "in");
      if (stream instanceof FileInputStream) {
        recorder.redirected(stream, in, SpoorHooks.READ, isAtStart(0));
      }
    }
    if (out != null) {
      Object stream = behind(System.out, FilterOutputStream.class, "out");
      if (stream instanceof FileOutputStream) {
        recorder.redirected(stream, out, SpoorHooks.WRITE, isAtStart(1));
      }
    }
  }

  /** Whether the first byte that passes is the file's first; no when Linux does not tell. */
  private static boolean isAtStart(int descriptor) {
    long position = -1;
    long flags = APPEND;
    byte[] bytes = new byte[200];
    try (FileInputStream info = new FileInputStream("/proc/self/fdinfo/" + descriptor)) {
      int length = Math.max(0, info.read(bytes));
      for (String line : new String(bytes, 0, length, "US-ASCII").split("\n")) {
        if (line.startsWith("pos:")) {
          position = Long.parseLong(line.substring(4).trim());
        } else if (line.startsWith("flags:")) {
          flags = Long.parseLong(line.substring(6).trim(), 8);
        }
      }
    } catch (IOException e) {
      return false;
    } catch (NumberFormatException e) {
      return false;
    }
    return position == 0 && (flags & APPEND) == 0;
  }

  private static Object behind(Object stream, Class<?> filter, String name)
      throws ReflectiveOperationException {
    Field field = filter.getDeclaredField(name);
    field.setAccessible(true);
    Object inner = stream;
    while (filter.isInstance(inner)) {
      inner = field.get(inner);
    }
    return inner;
  }
}
