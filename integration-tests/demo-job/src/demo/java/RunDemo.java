import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the nightly job, then one that trains a model, as their owner does, but for one option, and
 * asks Spoor each time what it saw: the demo of the profile {@code demo}. Started from source,
 * {@code java RunDemo.java AGENT JOB INPUT WORK}; ends with the first exit code that is not 0.
 */
final class RunDemo {

  private RunDemo() {}

  public static void main(String[] args) throws Exception {
    Path agent = Path.of(args[0]).toRealPath();
    Path job = Path.of(args[1]).toRealPath();
    Path input = Path.of(args[2]).toRealPath();
    Path work = Path.of(args[3]).toAbsolutePath().normalize();
    Path home = work.resolve("home");
    Path output = work.resolve("output");
    delete(work);
    Files.createDirectories(work);

    String option = "-javaagent:" + agent + "=home=" + quoted(home);
    run(option, "-jar", job, input, output);
    run("-jar", agent, "show", "--home", home);
    run(option, "-cp", job, "com.acme.nightly.CardForecast", output);
    run("-jar", agent, "show", "--home", home);
    System.out.println();
    System.out.println("Events: " + newest(home.resolve("events")));
  }

  private static void run(Object... arguments) throws IOException, InterruptedException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    List<String> command = new ArrayList<>();
    command.add(java);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    System.out.println("$ java " + String.join(" ", command.subList(1, command.size())));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      System.exit(exit);
    }
    System.out.println();
  }

  /** A value of an agent argument: a comma in a path would end it. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.indexOf(',') < 0 ? text : '"' + text + '"';
  }

  private static Path newest(Path events) throws IOException {
    try (Stream<Path> files = Files.list(events)) {
      return files.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      List<Path> paths = new ArrayList<>();
      try (Stream<Path> walk = Files.walk(root)) {
        walk.forEach(paths::add);
      }
      Collections.reverse(paths);
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }
}
