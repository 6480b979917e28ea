package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleSinkTest {

  @Test
  void standardErrorByDefault() throws Exception {
    assertEquals(List.of("", TestEvents.event("j\u00f6b").json() + "\n"), run("default"));
  }

  @Test
  void standardOutputWhenAsked() throws Exception {
    assertEquals(List.of(TestEvents.event("j\u00f6b").json() + "\n", ""), run("stdout"));
  }

  @Test
  void otherStream() {
    TestContext context = new TestContext(null).with("sink.console.stream", "printer");
    IOException failure = assertThrows(IOException.class, () -> new ConsoleSink(context));

    assertEquals("sink.console.stream is stderr or stdout, not 'printer'.", failure.getMessage());
  }

  private static List<String> run(String stream) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Print.class.getName(),
                stream)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), err);
    return List.of(out, err);
  }

  /** A job that has replaced its streams. */
  public static final class Print {

    private Print() {}

    public static void main(String[] args) throws IOException {
      System.setOut(null);
      System.setErr(null);
      TestContext context = new TestContext(null);
      if (!args[0].equals("default")) {
        context.with("sink.console.stream", args[0]);
      }
      try (ConsoleSink sink = new ConsoleSink(context)) {
        sink.send(TestEvents.event("j\u00f6b"));
      }
    }
  }
}
