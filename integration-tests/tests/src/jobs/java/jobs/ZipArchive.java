package jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Works on zip archives as file systems. Arguments: what to do, two files, two archives, the second
 * of each for a copy call.
 */
public final class ZipArchive {

  private ZipArchive() {}

  public static void main(String[] args) throws IOException {
    Path file = Paths.get(args[1]);
    Path copied = Paths.get(args[2]);
    Path archive = Paths.get(args[3]);
    Path other = Paths.get(args[4]);
    switch (args[0]) {
      case "pack":
        try (FileSystem zip = open(archive, "true")) {
          List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
          Files.write(zip.getPath("/orders.csv"), lines, StandardCharsets.UTF_8);
        }
        try (FileSystem zip = open(other, "true")) {
          Files.copy(copied, zip.getPath("/orders.csv"));
        }
        break;
      case "unpack":
        try (FileSystem zip = open(archive, "false")) {
          Files.write(file, Files.readAllBytes(zip.getPath("/orders.csv")));
          Files.copy(zip.getPath("/orders.csv"), copied);
        }
        break;
      case "update":
        try (FileSystem zip = open(archive, "false")) {
          Files.write(zip.getPath("/more.csv"), Files.readAllBytes(file));
        }
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
    System.out.println(args[0] + " done");
  }

  private static FileSystem open(Path archive, String create) throws IOException {
    Map<String, String> options = Collections.singletonMap("create", create);
    return FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), options);
  }
}
