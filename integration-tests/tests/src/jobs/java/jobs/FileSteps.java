package jobs;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/**
 * Does with files what stdin tells, one step a line: a word and the paths that it is about; {@code
 * #} in a path stands for each number up to the count in front of the word. So a test says what is
 * done and what is recorded in one place.
 */
public final class FileSteps {

  private FileSteps() {}

  public static void main(String[] args) throws IOException {
    BufferedReader steps =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = steps.readLine(); line != null; line = steps.readLine()) {
      String[] words = line.trim().split(" +");
      boolean counted = Character.isDigit(words[0].charAt(0));
      int count = counted ? Integer.parseInt(words[0]) : 1;
      int first = counted ? 1 : 0;
      for (int i = 0; i < count; i++) {
        String number = String.format("%05d", i);
        String source = words[first + 1].replace("#", number);
        String target = words.length > first + 2 ? words[first + 2].replace("#", number) : null;
        step(words[first], source, target);
      }
    }
    System.out.println("done");
  }

  private static void step(String word, String source, String target) throws IOException {
    switch (word) {
      case "read":
        read(source);
        break;
      case "write":
        write(source, "id,amount\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_8));
        break;
      case "touch":
        write(source, new byte[0]);
        break;
      case "pass":
        write(target, read(source));
        break;
      case "channel":
        readThroughChannel(source);
        break;
      case "copy":
        Files.copy(path(source), path(target));
        break;
      case "move":
        Files.move(path(source), path(target), StandardCopyOption.REPLACE_EXISTING);
        break;
      case "rename":
        if (!file(source).renameTo(file(target))) {
          throw new IOException("cannot rename " + source);
        }
        break;
      case "delete":
        if (!file(source).delete()) {
          throw new IOException("cannot delete " + source);
        }
        break;
      default:
        throw new IllegalArgumentException(word);
    }
  }

  private static byte[] read(String from) throws IOException {
    byte[] bytes = new byte[8192];
    try (FileInputStream in = new FileInputStream(file(from))) {
      int length = Math.max(0, in.read(bytes));
      byte[] read = new byte[length];
      System.arraycopy(bytes, 0, read, 0, length);
      return read;
    }
  }

  private static void readThroughChannel(String from) throws IOException {
    try (FileChannel in = new FileInputStream(file(from)).getChannel()) {
      in.read(ByteBuffer.allocate(8192));
    }
  }

  private static void write(String to, byte[] bytes) throws IOException {
    File file = file(to);
    file.getAbsoluteFile().getParentFile().mkdirs();
    try (OutputStream out = new FileOutputStream(file)) {
      out.write(bytes);
    }
  }

  private static File file(String path) {
    String temporary = System.getProperty("java.io.tmpdir");
    return new File(path.replace("$TMP", temporary));
  }

  private static java.nio.file.Path path(String path) {
    File file = file(path);
    if (file.getParentFile() != null) {
      file.getParentFile().mkdirs();
    }
    return file.toPath();
  }
}
