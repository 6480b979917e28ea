package jobs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Scanner;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Uses files in every way that the JDK offers, one a step, each step with files of its own: {@code
 * in/STEP} exists and has eleven bytes, {@code out/STEP} does not. Arguments: the steps to leave
 * out.
 */
public final class EveryFileApi {

  /** One use of files. */
  private interface Step {
    void run(File in, File out) throws Exception;
  }

  private static final byte[] FIVE = {'a', 'b', 'c', 'd', '\n'};

  private final Map<String, Step> steps = new LinkedHashMap<String, Step>();

  public static void main(String[] args) throws Exception {
    EveryFileApi job = new EveryFileApi();
    job.streams();
    job.randomAccess();
    job.files();
    job.channels();
    job.names();
    job.archives();
    job.others();
    int done = 0;
    for (Map.Entry<String, Step> step : job.steps.entrySet()) {
      if (!Arrays.asList(args).contains(step.getKey())) {
        step.getValue().run(new File("in", step.getKey()), new File("out", step.getKey()));
        done++;
      }
    }
    System.out.println(done + " steps");
  }

  private void streams() {
    steps.put("FileInputStream.read", (in, out) -> read(new FileInputStream(in)));
    steps.put(
        "FileInputStream.read-one",
        (in, out) -> {
          try (InputStream stream = new FileInputStream(in)) {
            stream.read();
          }
        });
    steps.put("FileInputStream.open", (in, out) -> new FileInputStream(in).close());
    steps.put(
        "FileInputStream.skip",
        (in, out) -> {
          try (InputStream stream = new FileInputStream(in)) {
            stream.skip(3);
            stream.available();
          }
        });
    steps.put(
        "FileInputStream.missing",
        (in, out) -> {
          try {
            new FileInputStream(out).close();
          } catch (FileNotFoundException e) {
            return;
          }
          throw new IllegalStateException();
        });
    steps.put("FileReader", (in, out) -> lines(new BufferedReader(new FileReader(in))));
    steps.put(
        "Scanner",
        (in, out) -> {
          try (Scanner scanner = new Scanner(in)) {
            scanner.nextLine();
          }
        });
    steps.put("FileOutputStream.write", (in, out) -> write(new FileOutputStream(out)));
    steps.put("FileOutputStream.append", (in, out) -> write(new FileOutputStream(in, true)));
    steps.put("FileOutputStream.open", (in, out) -> new FileOutputStream(out).close());
    steps.put(
        "FileWriter",
        (in, out) -> {
          try (FileWriter writer = new FileWriter(out)) {
            writer.write("abcd\n");
          }
        });
    steps.put(
        "PrintWriter",
        (in, out) -> {
          try (PrintWriter writer = new PrintWriter(out)) {
            writer.print("abcd\n");
          }
        });
    steps.put(
        "PrintStream",
        (in, out) -> {
          try (PrintStream stream = new PrintStream(out)) {
            stream.print("abcd\n");
          }
        });
    steps.put(
        "DataOutputStream",
        (in, out) -> {
          try (DataOutputStream stream = new DataOutputStream(new FileOutputStream(out))) {
            stream.write(FIVE);
          }
        });
  }

  private void randomAccess() {
    steps.put("RandomAccessFile.r", (in, out) -> random(in, "r", true, false));
    steps.put("RandomAccessFile.rw-read", (in, out) -> random(in, "rw", true, false));
    steps.put("RandomAccessFile.rw-write", (in, out) -> random(out, "rw", false, true));
    steps.put("RandomAccessFile.rw-both", (in, out) -> random(in, "rw", true, true));
    steps.put("RandomAccessFile.rw-open", (in, out) -> random(in, "rw", false, false));
    steps.put(
        "RandomAccessFile.readLine",
        (in, out) -> {
          try (RandomAccessFile file = new RandomAccessFile(in, "r")) {
            file.readLine();
          }
        });
  }

  private static void random(File file, String mode, boolean read, boolean write)
      throws IOException {
    try (RandomAccessFile random = new RandomAccessFile(file, mode)) {
      if (read) {
        random.readFully(new byte[11]);
      }
      if (write) {
        random.write(FIVE);
      }
    }
  }

  private void files() {
    steps.put("Files.readAllBytes", (in, out) -> Files.readAllBytes(in.toPath()));
    steps.put(
        "Files.readAllLines", (in, out) -> Files.readAllLines(in.toPath(), StandardCharsets.UTF_8));
    steps.put(
        "Files.lines",
        (in, out) -> {
          try (Stream<String> lines = Files.lines(in.toPath())) {
            lines.count();
          }
        });
    steps.put("Files.newBufferedReader", (in, out) -> lines(Files.newBufferedReader(in.toPath())));
    steps.put("Files.newInputStream", (in, out) -> read(Files.newInputStream(in.toPath())));
    steps.put("Files.write", (in, out) -> Files.write(out.toPath(), FIVE));
    steps.put(
        "Files.newBufferedWriter",
        (in, out) -> {
          try (BufferedWriter writer = Files.newBufferedWriter(out.toPath())) {
            writer.write("abcd\n");
          }
        });
    steps.put("Files.newOutputStream", (in, out) -> write(Files.newOutputStream(out.toPath())));
    steps.put(
        "Files.newByteChannel",
        (in, out) -> {
          try (SeekableByteChannel channel = Files.newByteChannel(in.toPath())) {
            channel.read(ByteBuffer.allocate(64));
          }
        });
    steps.put("Files.copy", (in, out) -> Files.copy(in.toPath(), out.toPath()));
    steps.put(
        "Files.copy-out",
        (in, out) -> {
          try (OutputStream nowhere = new java.io.ByteArrayOutputStream()) {
            Files.copy(in.toPath(), nowhere);
          }
        });
    steps.put(
        "Files.copy-in",
        (in, out) -> Files.copy(new java.io.ByteArrayInputStream(FIVE), out.toPath()));
    steps.put("Files.move", (in, out) -> Files.move(in.toPath(), out.toPath()));
    steps.put(
        "Files.move-written",
        (in, out) -> {
          Path temporary = Paths.get("out/Files.move-written.tmp");
          Files.write(temporary, FIVE);
          Files.move(temporary, out.toPath(), StandardCopyOption.ATOMIC_MOVE);
        });
    steps.put(
        "Files.walk",
        (in, out) -> {
          try (Stream<Path> walk = Files.walk(in.toPath())) {
            walk.forEach(path -> path.toFile().length());
          }
          Files.size(in.toPath());
          Files.isReadable(in.toPath());
          Files.getLastModifiedTime(in.toPath());
        });
    steps.put(
        "SecureDirectoryStream",
        (in, out) -> {
          try (DirectoryStream<Path> folder = Files.newDirectoryStream(Paths.get("in"))) {
            SecureDirectoryStream<Path> secure = (SecureDirectoryStream<Path>) folder;
            try (SeekableByteChannel channel =
                secure.newByteChannel(
                    Paths.get(in.getName()), Collections.singleton(StandardOpenOption.READ))) {
              channel.read(ByteBuffer.allocate(64));
            }
          }
        });
  }

  private void channels() {
    steps.put("FileChannel.read", (in, out) -> channel(in, true, false));
    steps.put("FileChannel.write", (in, out) -> channel(out, false, true));
    steps.put("FileChannel.rw-read", (in, out) -> channelForBoth(in));
    steps.put(
        "FileChannel.scatter",
        (in, out) -> {
          try (FileChannel channel = FileChannel.open(in.toPath())) {
            channel.read(new ByteBuffer[] {ByteBuffer.allocate(4), ByteBuffer.allocate(64)});
          }
        });
    steps.put(
        "FileChannel.gather",
        (in, out) -> {
          try (FileChannel channel = open(out)) {
            channel.write(
                new ByteBuffer[] {ByteBuffer.wrap(FIVE, 0, 2), ByteBuffer.wrap(FIVE, 2, 3)});
          }
        });
    steps.put(
        "FileChannel.read-at",
        (in, out) -> {
          try (FileChannel channel = FileChannel.open(in.toPath())) {
            channel.read(ByteBuffer.allocateDirect(64), 0);
          }
        });
    steps.put(
        "FileChannel.write-at",
        (in, out) -> {
          try (FileChannel channel = open(out)) {
            channel.write(ByteBuffer.wrap(FIVE), 0);
          }
        });
    steps.put(
        "FileChannel.of-streams",
        (in, out) -> {
          try (FileInputStream from = new FileInputStream(in);
              FileOutputStream to = new FileOutputStream(out)) {
            ByteBuffer buffer = ByteBuffer.allocate(64);
            from.getChannel().read(buffer);
            buffer.flip();
            to.getChannel().write(buffer);
          }
        });
    steps.put(
        "FileChannel.transferTo",
        (in, out) -> {
          try (FileChannel from = FileChannel.open(in.toPath());
              FileChannel to = open(out)) {
            from.transferTo(0, 11, to);
          }
        });
    steps.put(
        "FileChannel.transferFrom",
        (in, out) -> {
          try (FileChannel from = FileChannel.open(in.toPath());
              FileChannel to = open(out)) {
            to.transferFrom(from, 0, 11);
          }
        });
    steps.put(
        "FileChannel.map-read",
        (in, out) -> {
          try (FileChannel channel = FileChannel.open(in.toPath())) {
            channel.map(FileChannel.MapMode.READ_ONLY, 0, 11).get();
          }
        });
    steps.put(
        "FileChannel.map-write",
        (in, out) -> {
          try (RandomAccessFile file = new RandomAccessFile(out, "rw")) {
            MappedByteBuffer map = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 5);
            map.put(FIVE);
            map.force();
          }
        });
    steps.put(
        "FileChannel.truncate",
        (in, out) -> {
          try (FileChannel channel = FileChannel.open(in.toPath(), StandardOpenOption.WRITE)) {
            channel.truncate(3);
            channel.size();
            channel.force(true);
          }
        });
    steps.put(
        "AsynchronousFileChannel.read",
        (in, out) -> {
          try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(in.toPath())) {
            channel.read(ByteBuffer.allocate(64), 0).get();
          }
        });
    steps.put(
        "AsynchronousFileChannel.write",
        (in, out) -> {
          try (AsynchronousFileChannel channel =
              AsynchronousFileChannel.open(
                  out.toPath(), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.wrap(FIVE), 0).get();
          }
        });
    steps.put(
        "DELETE_ON_CLOSE",
        (in, out) -> {
          try (FileChannel channel =
              FileChannel.open(
                  out.toPath(),
                  StandardOpenOption.WRITE,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.write(ByteBuffer.wrap(FIVE));
          }
        });
  }

  private static FileChannel open(File file) throws IOException {
    return FileChannel.open(file.toPath(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  private static void channel(File file, boolean read, boolean write) throws IOException {
    if (read) {
      try (FileChannel channel = FileChannel.open(file.toPath())) {
        channel.read(ByteBuffer.allocate(64));
      }
    }
    if (write) {
      try (FileChannel channel = open(file)) {
        channel.write(ByteBuffer.wrap(FIVE));
      }
    }
  }

  private static void channelForBoth(File file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.read(ByteBuffer.allocate(64));
    }
  }

  private void names() {
    steps.put("File.createNewFile", (in, out) -> out.createNewFile());
    steps.put("Files.createFile", (in, out) -> Files.createFile(out.toPath()));
    steps.put("Files.delete", (in, out) -> Files.delete(in.toPath()));
    steps.put("Files.createLink", (in, out) -> Files.createSymbolicLink(out.toPath(), in.toPath()));
    steps.put(
        "File.renameTo",
        (in, out) -> {
          File temporary = new File(out.getPath() + ".tmp");
          write(new FileOutputStream(temporary));
          if (!temporary.renameTo(out)) {
            throw new IOException();
          }
        });
    steps.put(
        "File.createTempFile",
        (in, out) -> {
          File temporary = File.createTempFile("step", ".tmp");
          write(new FileOutputStream(temporary));
          read(new FileInputStream(temporary));
          if (!temporary.delete()) {
            throw new IOException();
          }
        });
    steps.put(
        "URL.openStream", (in, out) -> read(new URL("file:" + in.getAbsolutePath()).openStream()));
    steps.put(
        "Properties",
        (in, out) -> {
          Properties properties = new Properties();
          try (InputStream stream = new FileInputStream(in)) {
            properties.load(stream);
          }
          try (OutputStream stream = new FileOutputStream(out)) {
            stream.write(FIVE);
          }
        });
  }

  private void archives() {
    steps.put(
        "ZipOutputStream",
        (in, out) -> {
          try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(out))) {
            ZipEntry entry = new ZipEntry("a");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(FIVE);
          }
        });
    steps.put(
        "ZipFile",
        (in, out) -> {
          try (ZipFile zip = new ZipFile("in/some.zip")) {
            read(zip.getInputStream(zip.getEntry("a")));
          }
        });
    steps.put(
        "ZipInputStream",
        (in, out) -> {
          Files.copy(Paths.get("in/some.zip"), in.toPath(), StandardCopyOption.REPLACE_EXISTING);
          try (ZipInputStream zip = new ZipInputStream(new FileInputStream(in))) {
            zip.getNextEntry();
            zip.read();
          }
        });
    steps.put(
        "zipfs",
        (in, out) -> {
          Map<String, String> create = new HashMap<String, String>();
          create.put("create", "true");
          Files.delete(in.toPath());
          URI uri = URI.create("jar:" + in.getAbsoluteFile().toURI());
          try (FileSystem zip = FileSystems.newFileSystem(uri, create)) {
            Files.write(zip.getPath("/a"), FIVE);
          }
        });
    steps.put(
        "GZIP",
        (in, out) -> {
          write(new GZIPOutputStream(new FileOutputStream(out)));
          read(new GZIPInputStream(new FileInputStream(out)));
        });
  }

  private void others() {
    steps.put(
        "Process.redirectOutput",
        (in, out) -> new ProcessBuilder("echo", "abcd").redirectOutput(out).start().waitFor());
    steps.put(
        "Process.redirectInput",
        (in, out) -> new ProcessBuilder("cat").redirectInput(in).start().waitFor());
  }

  private static void read(InputStream stream) throws IOException {
    try (InputStream in = stream) {
      byte[] buffer = new byte[64];
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
  }

  private static void lines(BufferedReader reader) throws IOException {
    try (BufferedReader in = reader) {
      while (in.readLine() != null) {
        continue;
      }
    }
  }

  private static void write(OutputStream stream) throws IOException {
    try (OutputStream out = stream) {
      out.write(FIVE);
    }
  }
}
