package jobs;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What happens to files while they are used, one way after the other; prints what came of each. */
public final class FilesGoWrong {

  /** One way. */
  private interface Way {
    Object go() throws Exception;
  }

  private FilesGoWrong() {}

  public static void main(String[] args) throws Exception {
    Files.createDirectories(Paths.get("out"));
    attempt("missing", () -> new FileInputStream("in/missing.csv").read());
    attempt("a folder", () -> new FileInputStream("in").read());
    attempt("no folder", () -> new FileOutputStream("nowhere/out.csv"));
    attempt("deleted while read", FilesGoWrong::deletedWhileRead);
    attempt("truncated while read", FilesGoWrong::truncatedWhileRead);
    attempt("replaced while read", FilesGoWrong::replacedWhileRead);
    attempt("deleted while written", FilesGoWrong::deletedWhileWritten);
    attempt("unreadable", FilesGoWrong::unreadable);
    attempt("closed twice", FilesGoWrong::closedTwice);
    attempt("closed channel", FilesGoWrong::closedChannel);
    attempt("interrupted", FilesGoWrong::interrupted);
    attempt("too large", FilesGoWrong::tooLarge);
    attempt("bad arguments", () -> new FileInputStream("in/a.csv").read(new byte[4], 3, 9));
    attempt("null", () -> new FileInputStream((String) null));
    attempt("move to nowhere", () -> Files.move(path("in/a.csv"), path("nowhere/a.csv")));
    attempt("copy onto", () -> Files.copy(path("in/a.csv"), path("in/b.csv")));
    attempt("delete what is not there", () -> Files.deleteIfExists(path("in/never")));
  }

  private static void attempt(String name, Way way) {
    String result;
    try {
      Object value = way.go();
      result = value instanceof OutputStream ? "opened" : String.valueOf(value);
    } catch (Exception e) {
      result = e.toString();
    }
    boolean interrupted = Thread.interrupted();
    System.out.println(name + ": " + result + (interrupted ? ", interrupted" : ""));
  }

  private static Path path(String name) {
    return Paths.get(name);
  }

  private static Object deletedWhileRead() throws IOException {
    try (InputStream in = new FileInputStream("in/a.csv")) {
      int first = in.read();
      boolean deleted = new File("in/a.csv").delete();
      int rest = in.read(new byte[100]);
      Files.write(path("in/a.csv"), new byte[20]);
      return first + " " + deleted + " " + rest;
    }
  }

  private static Object truncatedWhileRead() throws IOException {
    try (InputStream in = new FileInputStream("in/b.csv");
        RandomAccessFile other = new RandomAccessFile("in/b.csv", "rw")) {
      int first = in.read(new byte[5]);
      other.setLength(3);
      return first + " " + in.read(new byte[5]) + " " + in.read();
    }
  }

  private static Object replacedWhileRead() throws IOException {
    Files.write(path("in/new.csv"), new byte[7]);
    try (InputStream in = new FileInputStream("in/c.csv")) {
      int first = in.read();
      Files.move(path("in/new.csv"), path("in/c.csv"), StandardCopyOption.REPLACE_EXISTING);
      return first + " " + in.read(new byte[100]) + " " + Files.size(path("in/c.csv"));
    }
  }

  private static Object deletedWhileWritten() throws IOException {
    try (OutputStream out = new FileOutputStream("out/gone.csv")) {
      out.write(1);
      Files.delete(path("out/gone.csv"));
      out.write(new byte[10]);
    }
    return Files.exists(path("out/gone.csv"));
  }

  private static Object unreadable() throws IOException {
    File file = new File("in/d.csv");
    boolean changed = file.setReadable(false, false);
    try (InputStream in = new FileInputStream(file)) {
      return changed + " " + in.read();
    }
  }

  private static Object closedTwice() throws IOException {
    OutputStream out = new FileOutputStream("out/twice.csv");
    out.write(1);
    out.close();
    out.close();
    out.write(2);
    return "written";
  }

  private static Object closedChannel() throws IOException {
    FileChannel channel = FileChannel.open(path("in/e.csv"), StandardOpenOption.READ);
    channel.close();
    return channel.read(ByteBuffer.allocate(4));
  }

  private static Object interrupted() throws IOException {
    try (FileChannel channel = FileChannel.open(path("in/e.csv"), StandardOpenOption.READ)) {
      int read = channel.read(ByteBuffer.allocate(2));
      Thread.currentThread().interrupt();
      return read + " " + channel.read(ByteBuffer.allocate(2));
    }
  }

  /** The test sets a limit to the size of files. */
  private static Object tooLarge() throws IOException {
    long written = 0;
    try (OutputStream out = new FileOutputStream("out/large.bin")) {
      for (int i = 0; i < 1024; i++) {
        out.write(new byte[8192]);
        written += 8192;
      }
    } catch (IOException e) {
      return e.getMessage() + " after " + written + ", " + new File("out/large.bin").length();
    }
    return written;
  }
}
