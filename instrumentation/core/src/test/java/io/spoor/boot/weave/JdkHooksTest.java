package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK's woven classes tell, on every JDK, its verifier on for them too. */
class JdkHooksTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyWayToUseAFileIsTold() throws IOException {
    Path classes = folder.resolve("classes");
    Sources.ofThisPackage(classes, "LinkWoven", "RecordJdk", "Notes");
    String expected;
    try (var in = JdkHooksTest.class.getResourceAsStream("jdk-hooks.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
    return Jdk.found().stream()
        .map(
            jdk ->
                DynamicTest.dynamicTest(
                    jdk.toString(), () -> assertEquals(expected, record(jdk, classes))));
  }

  private String record(Jdk jdk, Path classes) throws IOException, InterruptedException {
    Path woven = folder.resolve("woven" + jdk.version());
    Path files = Files.createDirectories(folder.resolve("files" + jdk.version()));
    jdk.run(
        List.of(), List.of(), classes, List.of("io.spoor.boot.weave.LinkWoven", woven.toString()));
    List<String> lines =
        jdk.run(
            List.of(woven),
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal"),
            classes,
            List.of("io.spoor.boot.weave.RecordJdk", files.toString()));
    return String.join("\n", lines)
        .replace(files.toString(), "FOLDER")
        .replaceAll("sun\\.nio\\.fs\\.\\w+|java\\.io\\.\\w+FileSystem", "PROVIDER");
  }
}
