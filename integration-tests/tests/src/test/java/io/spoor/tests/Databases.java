package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Databases that are made by a job of their own, on the JDK and with the driver of the job, because
 * the files of one version need not suit another. Made once, then copied for each run.
 */
final class Databases {

  private final Jdk jdk;
  private final Job job;

  /**
   * @param library the driver
   * @param urls of databases in the folder {@code db} of the job's working directory
   */
  Databases(Jdk jdk, String library, String... urls) {
    this(jdk, Job.of("MakesTables", urls).with(library, "slf4j-api", "slf4j-nop"));
  }

  /**
   * @param driver in the version for the JDK
   * @param urls of databases in the folder {@code db} of the job's working directory
   */
  Databases(Jdk jdk, Driver driver, String... urls) {
    this(jdk, Job.of("MakesTables", urls).with(driver, jdk));
  }

  private Databases(Jdk jdk, Job job) {
    this.jdk = jdk;
    this.job = job;
  }

  /** Puts databases with the tables of {@link Data} into {@code db}. */
  void in(Place place) throws Exception {
    Path db = place.work().resolve("db");
    Path master = place.root().resolve("master");
    if (Files.exists(master)) {
      copy(master, db);
      return;
    }
    Files.createDirectories(db);
    Outcome made =
        job.withJvm("-Dderby.system.durability=test")
            .withStdin(String.join("\n", Data.TABLES))
            .start(jdk, place, null)
            .await();
    if (made.exit() != 0) {
      throw new AssertionError("No databases: " + made);
    }
    copy(db, master);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.sorted().toList();
    }
    for (Path path : paths) {
      // A lock belongs to the process that made it.
      if (!path.toString().endsWith(".lck")) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
