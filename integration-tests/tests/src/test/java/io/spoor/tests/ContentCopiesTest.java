package io.spoor.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that have the content of another one, by whatever loop of the job; another file is read
 * before and is of no use.
 */
class ContentCopiesTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  private static final String COPY =
      """
      jobs.CopiesContent COMPLETE
      input file $WORK/in/a.bin
      input file $WORK/in/noise.bin
      output file $WORK/out/a.bin
      file $WORK/in/a.bin -> file $WORK/out/a.bin [copy]
      """;

  private static final String NO_COPY =
      """
      jobs.CopiesContent COMPLETE
      input file $WORK/in/a.bin
      input file $WORK/in/noise.bin
      output file $WORK/out/a.bin
      candidates of file $WORK/out/a.bin: file $WORK/in/a.bin, file $WORK/in/noise.bin
      """;

  @TempDir private Path folder;

  private void copies(Jdk jdk, String how, int size, String lineage) throws Exception {
    new Trial(jdk, Files.createTempDirectory(folder, "run"))
        .given(place -> lay(place, size))
        .run(Job.of("CopiesContent", how))
        .exits(0)
        .recorded(lineage);
  }

  private static void lay(Place place, int size) throws IOException {
    byte[] content = new byte[size];
    new Random(7).nextBytes(content);
    byte[] noise = new byte[size];
    new Random(8).nextBytes(noise);
    Path in = place.work().resolve("in");
    Files.write(in.resolve("a.bin"), content);
    Files.write(in.resolve("b.bin"), content);
    Files.write(in.resolve("noise.bin"), noise);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    Files.write(in.resolve("a.bin.gz"), packed.toByteArray());
    Files.createDirectories(place.work().resolve("out/a"));
    Files.createDirectories(place.work().resolve("out/b"));
  }

  private static Jdk newest() {
    return Jdks.all().get(Jdks.all().size() - 1);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void byALoop(Jdk jdk) throws Exception {
    copies(jdk, "loop", 1000000, COPY);
  }

  @ParameterizedTest
  @CsvSource({"loop, 300", "loop, 65536", "loop, 65537", "whole, 5000", "whole, 200000"})
  void ofAnySize(String how, int size) throws Exception {
    copies(newest(), how, size, COPY);
  }

  /** Two hundred bytes may be the same for other reasons. */
  @ParameterizedTest
  @CsvSource({"loop, 200", "part, 200000", "changed, 300000"})
  void isNone(String how, int size) throws Exception {
    copies(newest(), how, size, NO_COPY);
  }

  @ParameterizedTest
  @CsvSource({"3000", "200000"})
  void packed(int size) throws Exception {
    copies(newest(), "pack", size, COPY.replace("out/a.bin", "out/a.bin.gz"));
    copies(newest(), "unpack", size, COPY.replace("in/a.bin", "in/a.bin.gz"));
  }

  /** What was read and is gone had as many bytes. */
  @ParameterizedTest
  @CsvSource({"3000", "200000"})
  void ofAFileThatIsDeletedThen(int size) throws Exception {
    copies(newest(), "archive", size, COPY);
  }

  @ParameterizedTest
  @CsvSource({"3000", "200000"})
  void ofOneOfTwoThatAreTheSame(int size) throws Exception {
    copies(
        newest(),
        "equal",
        size,
        """
        jobs.CopiesContent COMPLETE
        input file $WORK/in/a.bin
        input file $WORK/in/b.bin
        input file $WORK/in/noise.bin
        output file $WORK/out/a.bin
        candidates of file $WORK/out/a.bin: file $WORK/in/a.bin, file $WORK/in/b.bin
        """);
  }

  /** What was copied already is not what the next copy is of. */
  @ParameterizedTest
  @CsvSource({"3000", "200000"})
  void ofEachOfTwoThatAreTheSame(int size) throws Exception {
    copies(
        newest(),
        "each",
        size,
        """
        jobs.CopiesContent COMPLETE
        input file $WORK/in/a.bin
        input file $WORK/in/b.bin
        input file $WORK/in/noise.bin
        output file $WORK/out/a/copy.bin
        output file $WORK/out/b/copy.bin
        file $WORK/in/a.bin -> file $WORK/out/a/copy.bin [copy]
        file $WORK/in/b.bin -> file $WORK/out/b/copy.bin [copy]
        """);
  }

  @ParameterizedTest
  @CsvSource({"3000", "200000"})
  void ofACopy(int size) throws Exception {
    copies(
        newest(),
        "hop",
        size,
        """
        jobs.CopiesContent COMPLETE
        input file $WORK/in/a.bin
        input file $WORK/in/noise.bin
        input file $WORK/out/hop.bin
        output file $WORK/out/a.bin
        output file $WORK/out/hop.bin
        file $WORK/in/a.bin -> file $WORK/out/hop.bin [copy]
        file $WORK/out/hop.bin -> file $WORK/out/a.bin [copy]
        """);
  }
}
