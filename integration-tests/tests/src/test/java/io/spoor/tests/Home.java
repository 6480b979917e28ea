package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the agent left in a home folder.
 *
 * @param folder the home
 */
record Home(Path folder) {

  /** The runs in {@code events}, one a file, the oldest first; empty when there are none. */
  List<RecordedRun> runs() throws IOException {
    List<RecordedRun> runs = new ArrayList<>();
    for (Path file : filesIn("events")) {
      if (file.toString().endsWith(".jsonl")) {
        runs.add(RecordedRun.read(file));
      }
    }
    return runs;
  }

  /** Spoor's log; empty when there is none. */
  String log() throws IOException {
    Path log = folder.resolve("logs").resolve("spoor.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Checkpoints of runs that are not over. */
  List<Path> checkpoints() throws IOException {
    return filesIn("runs");
  }

  /** All files below a folder of the home. */
  List<Path> filesIn(String name) throws IOException {
    Path parent = folder.resolve(name);
    if (!Files.exists(parent)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(parent)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Files that contain a text, for tests that nothing sensitive is kept. */
  List<Path> filesContaining(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : filesIn("")) {
      if (Place.latin1(file).contains(text)) {
        found.add(file);
      }
    }
    return found;
  }
}
