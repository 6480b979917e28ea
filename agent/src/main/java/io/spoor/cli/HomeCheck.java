package io.spoor.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
      long[] waiting = new long[2];
      try {
        Files.walkFileTree(
            sink,
            new SimpleFileVisitor<Path>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                waiting[0]++;
                waiting[1] += attributes.size();
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        findings.warn(sink + " cannot be read (" + e.getMessage() + ")");
        continue;
      }
      if (waiting[0] > 0) {
        findings.warn(
            "sink "
                + sink.getFileName()
                + " has not taken "
                + Plain.count(waiting[0], "file")
                + " of events ("
                + Plain.bytes(waiting[1])
                + "); the next run with this sink sends them, see logs/spoor.log for why they"
                + " wait");
      }
    }
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
