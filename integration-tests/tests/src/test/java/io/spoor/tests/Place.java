package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folders of one trial. Both runs of a job, with and without the agent, see the same paths, so
 * that what they print can be compared; the folders are made anew between them.
 *
 * @param root everything of the trial
 */
record Place(Path root) {

  /** The job's working directory, with its data. */
  Path work() {
    return root.resolve("work");
  }

  /** java.io.tmpdir of the job. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** user.home of the job. */
  Path userHome() {
    return root.resolve("user");
  }

  /** Spoor's home, unless a test has another. */
  Path home() {
    return root.resolve("home");
  }

  /** Makes the job's folders anew, Spoor's home is left alone. */
  void clear() throws IOException {
    for (Path folder : List.of(work(), temporary(), userHome())) {
      delete(folder);
      Files.createDirectories(folder);
    }
    Files.createDirectories(work().resolve("in"));
    Files.createDirectories(work().resolve("out"));
  }

  /** The files the job left in {@code out}, as text by relative name. */
  SortedMap<String, String> outputs() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path out = work().resolve("out");
    try (Stream<Path> walk = Files.walk(out)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), latin1(file));
      }
    }
    return files;
  }

  /** Every byte as the character of its number, so that nothing is lost in comparisons. */
  static String latin1(Path file) throws IOException {
    return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
