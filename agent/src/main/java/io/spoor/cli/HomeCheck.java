package io.spoor.cli;

import io.spoor.json.UtcTime;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The home folder: whether events can be written there, and what waits in it. */
final class HomeCheck {
  private static final long LITTLE_SPACE = 100_000_000;

  private final HomeFolder home;

  HomeCheck(HomeFolder home) {
    this.home = home;
  }

  void run(Findings findings) {
    Path path = home.path();
    String what = "home is " + path + " (" + home.reason() + ")";
    Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      findings.warn(what + ", but " + existing + " is no folder; name another with SPOOR_HOME");
      return;
    }
    if (!Files.isWritable(existing)) {
      findings.warn(
          what
              + ", but this user cannot write to "
              + existing
              + "; change its owner, or name another with SPOOR_HOME");
    } else {
      findings.ok(what + (existing.equals(path) ? ", writable" : ", not yet made"));
    }
    space(existing, findings);
    orphans(path.resolve("runs"), findings);
    spool(path.resolve("spool"), findings);
  }

  private static void space(Path existing, Findings findings) {
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String line = Plain.bytes(free) + " free on the disk of home";
      if (free < LITTLE_SPACE) {
        findings.warn(line + "; make room, or events are lost");
      } else {
        findings.ok(line);
      }
    } catch (IOException e) {
      findings.warn("the free space of home cannot be read (" + e.getMessage() + ")");
    }
  }

  private static void orphans(Path runs, Findings findings) {
    int orphans = 0;
    int live = 0;
    for (Path file : list(runs, findings)) {
      if (!file.getFileName().toString().endsWith(".checkpoint")) {
        continue;
      }
      if (CheckpointRecovery.isOwned(file)) {
        live++;
      } else {
        orphans++;
      }
    }
    if (live > 0) {
      findings.ok(Plain.count(live, "run") + " going on now");
    }
    if (orphans > 0) {
      findings.warn(
          Plain.count(orphans, "run")
              + " ended without an end (killed?); 'show' turns each into a FAIL event");
    }
  }

  private static void spool(Path spool, Findings findings) {
    for (Path sink : list(spool, findings)) {
      if (!Files.isDirectory(sink)) {
        continue;
      }
      List<Path> waiting = events(sink, findings);
      if (!waiting.isEmpty()) {
        findings.warn(
            "sink "
                + sink.getFileName()
                + " has not taken "
                + Plain.count(waiting.size(), "event")
                + " ("
                + Plain.bytes(size(waiting))
                + since(waiting.get(0))
                + "); the next run with this sink sends them, logs/spoor.log says why they wait");
      }
      Path folder = sink.resolve("refused");
      List<Path> refused = events(folder, findings);
      if (!refused.isEmpty()) {
        findings.warn(
            "sink "
                + sink.getFileName()
                + " refused "
                + Plain.count(refused.size(), "event")
                + "; logs/spoor.log says why, they are kept in "
                + folder);
      }
    }
  }

  /** Spooled events of a folder, oldest first. */
  private static List<Path> events(Path folder, Findings findings) {
    List<Path> events = list(folder, findings);
    events.removeIf(file -> !file.getFileName().toString().endsWith(".json"));
    return events;
  }

  private static long size(List<Path> files) {
    long size = 0;
    for (Path file : files) {
      size += file.toFile().length();
    }
    return size;
  }

  private static String since(Path event) {
    long millis = UtcTime.parse(event.getFileName().toString());
    return millis < 0 ? "" : ", the oldest of " + Plain.time(Instant.ofEpochMilli(millis));
  }

  private static List<Path> list(Path folder, Findings findings) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(files::add);
      } catch (IOException | DirectoryIteratorException e) {
        findings.warn(folder + " cannot be read; run 'doctor' as the user who runs the job");
      }
    }
    Collections.sort(files);
    return files;
  }
}
