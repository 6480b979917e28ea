package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says which version of a job's library the tests run with; each runs on every JDK. */
final class Libraries {

  private Libraries() {}

  /**
   * Prints a table in Markdown.
   *
   * @param names what the jars' names begin with
   */
  static void print(String title, String... names) throws IOException {
    StringBuilder table = new StringBuilder("| " + title + " |");
    List<Jdk> jdks = Jdks.all();
    jdks.forEach(jdk -> table.append(' ').append(jdk).append(" |"));
    table.append("\n| --- |").append(" --- |".repeat(jdks.size())).append('\n');
    for (String name : names) {
      String cell = " " + version(name) + " |";
      table.append("| ").append(name).append(" |").append(cell.repeat(jdks.size())).append('\n');
    }
    System.out.println(table);
  }

  private static String version(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("jobs.libraries")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(name + "-"))
          .map(file -> file.substring(name.length() + 1, file.length() - ".jar".length()))
          .filter(version -> Character.isDigit(version.charAt(0)))
          .findFirst()
          .orElseThrow();
    }
  }
}
