package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinksTest {

  @TempDir Path folder;

  private TestContext context;

  @BeforeEach
  void open() {
    context = new TestContext(folder.resolve("home").toFile());
  }

  @Test
  void fileUnlessNamedOtherwise() {
    assertEquals(List.of("file"), names(Sinks.open(null, context)));
    assertEquals(List.of("file"), names(Sinks.open(" ", context)));
    assertEquals(List.of(), context.said());
  }

  @Test
  void severalInTheirOrderEachOnce() {
    context.with("sink.http.url", "http://localhost:1");

    assertEquals(
        List.of("http", "console", "file"),
        names(Sinks.open("http+console + file+http+", context)));
    assertEquals(List.of(), context.said());
  }

  @Test
  void unknownNameStopsNotTheOthers() {
    assertEquals(List.of("file"), names(Sinks.open("htp+file+marquez", context)));
    assertEquals(
        List.of(
            "WARN There is no sink 'htp'; did you mean 'http'? Known are file, console, http and append;"
                + " sink.path names jars with others.",
            "WARN There is no sink 'marquez'. Known are file, console, http and append; sink.path names"
                + " jars with others."),
        context.said());
  }

  @Test
  void sinkThatCannotBeOpenedStopsNotTheOthers() {
    assertEquals(List.of("file"), names(Sinks.open("http+file", context)));
    assertEquals(
        List.of(
            "WARN The sink http is not used: sink.http.url is not set; it names the server, as in"
                + " http://host:5000."),
        context.said());
  }

  @Test
  void sinkFromAJar() throws IOException {
    Path out = folder.resolve("out.txt");
    context.with("sink.path", jar(folder.resolve("mine.jar"), "mine").toString());
    context.with("sink.mine.file", out.toString());
    List<NamedSink> sinks = Sinks.open("mine+file", context);

    assertEquals(List.of("mine", "file"), names(sinks));
    Delivery delivery = new Delivery(sinks, context);
    assertTrue(delivery.accept(TestEvents.event("job")));
    assertTrue(delivery.close(60000));
    assertEquals(TestEvents.event("job").json() + "closed", Files.readString(out));
    assertEquals(List.of(), context.said());
  }

  @Test
  void sinkFromAFolderOfJarsAndNamesOfAll() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    jar(jars.resolve("a.jar"), "mine");
    Path missing = folder.resolve("missing.jar");
    context.with("sink.path", jars + System.getProperty("path.separator") + missing);

    assertEquals(List.of("mine"), names(Sinks.open("mine+min", context)));
    assertEquals(
        List.of(
            "WARN sink.path names " + missing + ", which does not exist.",
            "WARN There is no sink 'min'; did you mean 'mine'? Known are file, console, http, append and"
                + " mine; sink.path names jars with others."),
        context.said());
  }

  @Test
  void brokenJarStopsNotTheOthers() throws IOException {
    Path broken = folder.resolve("broken.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(broken))) {
      service(out, "does.not.Exist");
    }
    Path good = jar(folder.resolve("good.jar"), "mine");
    context.with("sink.path", broken + System.getProperty("path.separator") + good);

    assertEquals(List.of("mine", "file"), names(Sinks.open("mine+file", context)));
    assertEquals(1, context.said().size());
    assertTrue(
        context
            .said()
            .get(0)
            .startsWith("ERROR A sink in sink.path cannot be loaded; the others are used. | "));
  }

  private static List<String> names(List<NamedSink> sinks) {
    return sinks.stream().map(NamedSink::name).toList();
  }

  /** A jar as a user would build it against the interfaces. */
  private Path jar(Path jar, String name) throws IOException {
    String source =
        """
        package mine;
        import io.spoor.sink.*;
        import java.io.*;
        import java.nio.file.*;
        public class MineFactory implements SinkFactory {
          public String name() { return "%s"; }
          public Sink open(SinkContext context) {
            String file = context.setting("sink.mine.file");
            return new Sink() {
              public void send(SinkEvent event) throws IOException { append(event.json()); }
              public void close() throws IOException { append("closed"); }
              private void append(String text) throws IOException {
                Files.write(Path.of(file), text.getBytes(),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
              }
            };
          }
        }
        """
            .formatted(name);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertNotNull(compiler, "tests need a JDK");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    assertTrue(
        compiler.getTask(null, null, null, options, null, List.of(new Source(source))).call());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      service(out, "mine.MineFactory");
      try (var files = Files.list(classes.resolve("mine"))) {
        for (Path file : files.toList()) {
          out.putNextEntry(new JarEntry("mine/" + file.getFileName()));
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }

  private static void service(JarOutputStream out, String factory) throws IOException {
    out.putNextEntry(new JarEntry("META-INF/services/io.spoor.sink.SinkFactory"));
    OutputStream entry = out;
    entry.write(factory.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///mine/MineFactory.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
