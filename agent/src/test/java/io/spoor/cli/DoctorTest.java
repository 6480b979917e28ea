package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.log.MemoryLog;
import io.spoor.store.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor}: each check's lines, and the command as a whole. */
class DoctorTest {
  @TempDir private Path home;

  @Test
  void everythingIsWell() {
    Cli doctor = doctor(Map.of());

    assertEquals(
        new Cli(
            0,
            "ok: Java 17.0.15, Acme, OpenJDK 64-Bit Server VM, /opt/java\n"
                + "ok: all hooks find their methods in this JDK\n"
                + "ok: home is "
                + home
                + " (--home), writable\n"
                + "ok: N free on the disk of home\n",
            ""),
        new Cli(doctor.exit(), doctor.out().replaceAll("ok: .* free on", "ok: N free on"), ""));
  }

  @Test
  void settingsFromAllPlaces() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("spoor.properties"),
            "sink=http\nsink.http.gzip=on\njob.nmae=x\nenabled=false\n");
    Map<String, String> env = new HashMap<>();
    env.put("SPOOR_SINK", "file");
    env.put("SPOOR_SINK_HTTP_URL", "https://user:secret@host");
    env.put("SPOOR_SINK_PTH", "x");
    env.put("PATH", "/bin");

    assertEquals(
        List.of(
            "warn: " + file + " has enabled=false: Spoor is off; remove the line to switch it on",
            "ok: setting enabled: " + file,
            "ok: setting home: system property spoor.home",
            "ok: setting sink: SPOOR_SINK in the environment, which wins over " + file,
            "ok: setting sink.http.gzip: " + file,
            "ok: setting sink.http.url: SPOOR_SINK_HTTP_URL in the environment",
            "warn: there is no setting zzzzzzzz (system property spoor.zzzzzzzz); remove it",
            "warn: there is no setting SPOOR_SINK_PTH (environment); did you mean SPOOR_SINK_PATH?",
            "warn: there is no setting job.nmae (" + file + "); did you mean job.name?"),
        settings(
            env, Map.of("spoor.home", "/h", "spoor.zzzzzzzz", "1", "spoor.agent.jar", "/a.jar")));
  }

  @Test
  void descriptionsOfLibraries() throws IOException {
    Path right =
        Files.writeString(
            home.resolve("right.yml"),
            "library: Acme\nclasses:\n  a.B:\n    c(int):\n      reads: 1\n");
    Path wrong = Files.writeString(home.resolve("wrong.yml"), "library: Acme\nclass: x\n");

    assertEquals(
        List.of("ok: the descriptions of libraries in " + right + " are understood"),
        libraries(Map.of("SPOOR_INSTRUMENTATION_PATH", right.toString())));
    assertEquals(
        List.of(
            "warn: "
                + wrong
                + ", line 2: expected 'library', 'artifact', 'types' with short names, or 'classes'"
                + " with a class, a method and its roles beneath one another, not 'class'",
            "warn: " + wrong + " describes no method beneath 'classes'"),
        libraries(Map.of("SPOOR_INSTRUMENTATION_PATH", wrong.toString())));
    Files.writeString(home.resolve("spoor.properties"), "instrumentation.path=/nowhere.yml");
    assertEquals(
        List.of(
            "warn: /nowhere.yml does not exist; set instrumentation.path to files or folders with"
                + " descriptions of libraries"),
        libraries(Map.of()));
  }

  private List<String> libraries(Map<String, String> env) {
    Findings findings = new Findings();
    new LibrariesCheck(home, env, new Properties()).run(findings);
    return findings.lines();
  }

  @Test
  void saltOfTheMemory(@TempDir Path other) throws IOException {
    Path good = Files.writeString(other.resolve("salt"), "more than sixteen bytes");
    Path wrong = Files.writeString(home.resolve("salt"), "more than sixteen bytes");
    Files.createDirectories(home.resolve("memory"));
    Files.writeString(home.resolve("memory/0123456789abcdef.memory"), "0123456789");
    assertEquals(
        List.of(
            "ok: flows.remember is on, and its salt " + good + " can be used",
            "ok: 1 job remembered (10 B)"),
        memory(good));
    assertEquals(
        List.of(
            "warn: The salt "
                + wrong
                + " lies in the home folder "
                + home
                + ", beside what it is to protect; nothing is remembered. Move it elsewhere.",
            "ok: 1 job remembered (10 B)"),
        memory(wrong));
  }

  private List<String> memory(Path salt) {
    Findings findings = new Findings();
    Map<String, String> env =
        Map.of("SPOOR_FLOWS_REMEMBER", "on", "SPOOR_FLOWS_SALT_FILE", salt.toString());
    new MemoryCheck(home, env, new Properties()).run(findings);
    return findings.lines();
  }

  @Test
  void corruptSettingsFile() throws IOException {
    Path file = Files.writeString(home.resolve("spoor.properties"), "home=C:\\users\\me\n");

    assertEquals(
        List.of(
            "warn: "
                + file
                + " is no valid properties file: a \\u is not followed by four hex digits;"
                + " write \\\\ for one backslash"),
        settings(Map.of(), Map.of()));
  }

  @Test
  void settingsFileThatCannotBeRead() throws IOException {
    Path file = Files.createDirectory(home.resolve("spoor.properties"));

    assertEquals(
        List.of(
            "warn: " + file + " cannot be read, so its settings do not count; make it readable"),
        settings(Map.of(), Map.of()));
  }

  @Test
  void flagsOfTheEnvironmentAndOfThisJvm() {
    Findings findings = new Findings();
    Map<String, String> env =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-javaagent:/opt/spoor-agent.jar -XX:ArchiveClassesAtExit=/tmp/x.jsa",
            "JDK_JAVA_OPTIONS",
            "-XX:-EnableDynamicAgentLoading -Xmx1g");
    List<String> own =
        List.of(
            "-javaagent:/opt/spoor-agent.jar",
            "-XX:ArchiveClassesAtExit=/tmp/x.jsa",
            "-XX:-EnableDynamicAgentLoading",
            "-Xmx1g",
            "-XX:+AutoCreateSharedArchive",
            "-XX:AOTCache=app.aot",
            "-Djava.security.manager=com.acme.Manager",
            "-Dpassword=hunter2");

    new FlagCheck(new TreeMap<>(env), own, 25).run(findings);

    assertEquals(
        List.of(
            "ok: JAVA_TOOL_OPTIONS is set and starts Spoor in every JVM that inherits it;"
                + " each JVM prints one line 'Picked up JAVA_TOOL_OPTIONS' on stderr",
            "warn: -XX:ArchiveClassesAtExit=/tmp/x.jsa (JAVA_TOOL_OPTIONS) makes the JVM exit"
                + " before the job when it has any -javaagent;"
                + " make the archive in a run without the agent, then remove the flag",
            "ok: JDK_JAVA_OPTIONS is set",
            "warn: -XX:-EnableDynamicAgentLoading (JDK_JAVA_OPTIONS) makes that JVM refuse"
                + " 'attach'; remove it, or start the job with -javaagent",
            "warn: -XX:+AutoCreateSharedArchive (this JVM's command line) makes the JVM exit"
                + " before the job when it has any -javaagent and the archive is absent or stale;"
                + " use -XX:ArchiveClassesAtExit once without the agent instead",
            "warn: -XX:AOTCache=app.aot (this JVM's command line) makes the JVM print [error]"
                + " lines on stdout when it has any -javaagent and the file was made without;"
                + " add -Xlog:cds=off,aot=off",
            "warn: -Djava.security.manager (this JVM's command line) starts a security manager,"
                + " under which Spoor stays off;"
                + " grant spoor-agent.jar java.security.AllPermission in the policy"),
        findings.lines());
  }

  /**
   * Before 24 an archive is no trouble, and the fix would keep the JVM from starting; later it is
   * none once the fix is made.
   */
  @Test
  void archiveWithoutTrouble() {
    Findings findings = new Findings();

    new FlagCheck(new TreeMap<>(), List.of("-XX:SharedArchiveFile=app.jsa"), 17).run(findings);
    new FlagCheck(new TreeMap<>(), List.of("-XX:AOTCache=app.aot", "-Xlog:cds=off,aot=off"), 25)
        .run(findings);

    assertEquals(List.of(), findings.lines());
  }

  @Test
  void sameAgentTwice() {
    Findings findings = new Findings();
    Map<String, String> env =
        Map.of("_JAVA_OPTIONS", "-javaagent:a/spoor-agent.jar -javaagent:b/spoor-agent.jar=x=y");

    new FlagCheck(new TreeMap<>(env), List.of(), 17).run(findings);

    assertEquals(
        List.of(
            "ok: _JAVA_OPTIONS is set and starts Spoor in every JVM that inherits it;"
                + " each JVM prints one line 'Picked up _JAVA_OPTIONS' on stderr",
            "warn: _JAVA_OPTIONS names spoor-agent.jar 2 times; name it once"),
        findings.lines());
  }

  @Test
  void smallImage() {
    assertEquals(
        List.of(
            "ok: Java 17.0.15, Acme, OpenJDK 64-Bit Server VM, /opt/java",
            "warn: this image lacks java.instrument: no -javaagent can start;"
                + " add it (jlink --add-modules java.instrument)",
            "warn: this image lacks jdk.attach: 'attach' does not work from it;"
                + " run 'attach' with a full JDK's java, or start the job with -javaagent",
            "warn: this image lacks elliptic-curve cipher suites: most https servers refuse it;"
                + " add them for an https sink (jlink --add-modules jdk.crypto.ec)",
            "ok: this image lacks java.sql: a job on it has no databases for Spoor to see",
            "ok: this image lacks java.net.http: Spoor's own sinks do not use it"),
        jvm(java("17", "17.0.15", "OpenJDK 64-Bit Server VM"), name -> false, false));
  }

  @Test
  void otherJvms() {
    assertEquals(
        List.of(
            "warn: Java 26-ea, Acme, OpenJDK 64-Bit Server VM, /opt/java:"
                + " newer than Spoor is tested on; use 8, 11, 17, 21 or 25",
            "ok: a JVM of this version prints 4 lines of warning on stderr when 'attach' reaches"
                + " it, unless it was started with -XX:+EnableDynamicAgentLoading"),
        jvm(java("26", "26-ea", "OpenJDK 64-Bit Server VM"), name -> true, true));
    assertEquals(
        List.of(
            "warn: Java 1.8.0_402, Acme, Eclipse OpenJ9 VM, /opt/java:"
                + " Spoor is tested on HotSpot alone; compare a run without it",
            "warn: this JRE lacks tools.jar: 'attach' does not work from it;"
                + " run 'attach' with a JDK's java, or start the job with -javaagent"),
        jvm(java("1.8", "1.8.0_402", "Eclipse OpenJ9 VM"), name -> true, true));
  }

  @Test
  void spoolAndNoHome() throws IOException {
    Path http = home.resolve("spool/http");
    Spool spool = new Spool(http.toFile(), 1 << 20, 30, new MemoryLog());
    spool.put(UUID.randomUUID(), "x".repeat(1200));
    spool.put(UUID.randomUUID(), "x".repeat(800));
    spool.refuse(spool.put(UUID.randomUUID(), "x"));
    spool.close();
    Files.createDirectories(home.resolve("spool/kafka"));

    assertEquals(
        List.of(
            "ok: home is " + home + " (--home), writable",
            "warn: sink http has not taken 2 events (2.0 kB, the oldest of TIME); the next run with"
                + " this sink sends them, logs/spoor.log says why they wait",
            "warn: sink http refused 1 event; logs/spoor.log says why, they are kept in "
                + http.resolve("refused")),
        home(home).stream()
            .map(line -> line.replaceAll("of [-0-9]+ [:0-9]+Z", "of TIME"))
            .toList());

    Path absent = home.resolve("a/b");
    assertEquals(List.of("ok: home is " + absent + " (--home), not yet made"), home(absent));

    Path file = Files.writeString(home.resolve("file"), "");
    assertEquals(
        List.of(
            "warn: home is "
                + file
                + " (--home), but "
                + file
                + " is no folder; name another with SPOOR_HOME"),
        home(file));
  }

  private Cli doctor(Map<String, String> env) {
    Map<String, String> system = new TreeMap<>();
    java("17", "17.0.15", "OpenJDK 64-Bit Server VM")
        .forEach((name, value) -> system.put((String) name, (String) value));
    return Cli.run(env, system, "doctor", "--home", home.toString());
  }

  private List<String> settings(Map<String, String> env, Map<String, String> system) {
    Properties properties = new Properties();
    properties.putAll(system);
    Findings findings = new Findings();
    new SettingsCheck(
            () -> List.of("enabled", "home", "job.name", "sink", "sink.http.", "sink.path"),
            home,
            env,
            properties)
        .run(findings);
    return findings.lines();
  }

  private static List<String> home(Path path) {
    Findings findings = new Findings();
    try {
      new HomeCheck(HomeFolder.find(path.toString(), Map.of(), new Properties())).run(findings);
    } catch (UsageException e) {
      throw new AssertionError(e);
    }
    return findings.lines().stream().filter(line -> !line.contains("free on the disk")).toList();
  }

  private static List<String> jvm(Properties system, Predicate<String> has, boolean curves) {
    Findings findings = new Findings();
    new JvmCheck(system, has, curves).run(findings);
    return findings.lines();
  }

  private static Properties java(String specification, String version, String vm) {
    Properties system = new Properties();
    system.setProperty("java.specification.version", specification);
    system.setProperty("java.version", version);
    system.setProperty("java.vendor", "Acme");
    system.setProperty("java.vm.name", vm);
    system.setProperty("java.home", "/opt/java");
    return system;
  }
}
