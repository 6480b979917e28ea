package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to train the same model again: the code and the machine. */
class EnvironmentTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path folder;

  @Test
  void isToldOfRunsWithModels() throws Exception {
    Path application = application();
    Trial trial =
        new Trial(Jdks.newest(), Files.createDirectory(folder.resolve("run")))
            .given(place -> CustomerFiles.asLibsvm(place.work().resolve("in")));
    Job job =
        Job.of("LiblinearChurn", "train").with(ModelLibraries.LIBLINEAR).withClasses(application);
    trial.run(job).exits(0);
    JsonNode facets = trial.home().runs().get(0).last().path("run").path("facets");
    JsonNode environment = facets.path("spoor_environment");
    String jvm = environment.path("jvm").asText();
    assertTrue(jvm.contains(Jdks.newest().feature() + "."), environment::toString);
    String os = System.getProperty("os.name") + " " + System.getProperty("os.version");
    assertTrue(environment.path("os").asText().startsWith(os), environment::toString);
    JsonNode code = environment.path("code");
    assertEquals(2, code.size(), environment::toString);
    assertEquals("application.jar", code.path(0).path("file").asText());
    assertEquals(digest(application), code.path(0).path("digest").asText());
    assertEquals("com.acme:scoring", code.path(0).path("artifact").asText());
    assertEquals("3.1", code.path(0).path("version").asText());
    assertEquals(COMMIT, code.path(0).path("commit").asText());
    assertEquals("liblinear-2.44.jar", code.path(1).path("file").asText());
    assertEquals(
        "LIBLINEAR.C=1.5",
        Stream.of(facets.path("executionParameters").path("parameters"))
            .flatMap(all -> all.valueStream())
            .filter(one -> one.path("name").asText().equals("C"))
            .map(one -> one.path("key").asText() + "=" + one.path("value").asText())
            .findFirst()
            .orElse("missing"));
  }

  @Test
  void isNotToldOfOthers() throws Exception {
    Trial trial = new Trial(Jdks.newest(), Files.createDirectory(folder.resolve("run")));
    trial
        .given(place -> CustomerFiles.in(place.work().resolve("in")))
        .run(Job.of("CopiesCustomers"))
        .exits(0);
    JsonNode facets = trial.home().runs().get(0).last().path("run").path("facets");
    assertTrue(facets.path("spoor_environment").isMissingNode(), facets::toString);
  }

  /** The jobs as an archive that Maven made and a plug-in has noted the commit in. */
  private Path application() throws IOException {
    Path jar = folder.resolve("application.jar");
    Path classes = Path.of(System.getProperty("jobs.classes"));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
      out.putNextEntry(new ZipEntry("META-INF/maven/com.acme/scoring/pom.properties"));
      out.write("groupId=com.acme\nartifactId=scoring\nversion=3.1\n".getBytes());
      out.putNextEntry(new ZipEntry("git.properties"));
      out.write(("git.commit.id=" + COMMIT + "\n").getBytes());
    }
    return jar;
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return "sha256:" + HexFormat.of().formatHex(digest);
  }
}
