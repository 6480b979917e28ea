package io.spoor.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDKs of this machine: JAVA_HOME, {@code /usr/lib/jvm}, {@code ~/.jdks} and the one that runs
 * the tests; one for each release the agent is made for. Said once on stdout.
 */
final class Jdks {

  private static final Set<Integer> RELEASES = Set.of(8, 11, 17, 21, 25);

  /** {@code version "1.8.0_504"}, {@code version "17.0.15"}. */
  private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");

  private static final List<Jdk> FOUND = find();

  private Jdks() {}

  /** All of them, the oldest first; never empty. Method source of the tests. */
  static List<Jdk> all() {
    return FOUND;
  }

  /** The oldest and the newest: for tests that are slow or not about the JDK. */
  static List<Jdk> ends() {
    Jdk first = FOUND.get(0);
    Jdk last = FOUND.get(FOUND.size() - 1);
    return first.equals(last) ? List.of(first) : List.of(first, last);
  }

  /** The newest: for tests that say the same on every JDK. */
  static Jdk newest() {
    return FOUND.get(FOUND.size() - 1);
  }

  /** Those of some releases; may be empty. */
  static List<Jdk> ofReleases(Integer... features) {
    List<Integer> wanted = List.of(features);
    return FOUND.stream().filter(jdk -> wanted.contains(jdk.feature())).toList();
  }

  private static List<Jdk> find() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    if (System.getenv("JAVA_HOME") != null) {
      homes.add(Path.of(System.getenv("JAVA_HOME")));
    }
    homes.addAll(foldersIn(Path.of("/usr/lib/jvm")));
    homes.addAll(foldersIn(Path.of(System.getProperty("user.home"), ".jdks")));
    Map<Integer, Jdk> byFeature = new TreeMap<>();
    for (Path home : homes) {
      int feature = feature(home);
      if (RELEASES.contains(feature)) {
        byFeature.putIfAbsent(feature, new Jdk(feature, home));
      }
    }
    if (byFeature.isEmpty()) {
      throw new IllegalStateException("None of the JDKs " + RELEASES + " was found in " + homes);
    }
    byFeature
        .values()
        .forEach(jdk -> System.out.println("Tests run on " + jdk + ": " + jdk.home()));
    return List.copyOf(byFeature.values());
  }

  private static List<Path> foldersIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Asked of the JVM itself: some distributions leave the file {@code release} out; 0 when none.
   */
  private static int feature(Path home) {
    Path java = home.resolve("bin").resolve("java");
    if (!Files.isExecutable(java)) {
      return 0;
    }
    try {
      Process process =
          new ProcessBuilder(java.toString(), "-version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
