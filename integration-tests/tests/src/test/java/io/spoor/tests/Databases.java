package io.spoor.tests;

import java.nio.file.Files;

/** Databases that are made by a job of their own, on the JDK and with the driver of the job. */
final class Databases {

  private Databases() {}

  /** Makes the tables of {@link Data} in each database. */
  static void make(Jdk jdk, Place place, String library, String... urls) throws Exception {
    Files.createDirectories(place.work().resolve("db"));
    Outcome made =
        Job.of("MakesTables", urls)
            .with(library, "slf4j-api", "slf4j-nop")
            .withStdin(String.join("\n", Data.TABLES))
            .start(jdk, place, null)
            .await();
    if (made.exit() != 0) {
      throw new AssertionError("No databases: " + made);
    }
  }
}
