package io.spoor.instrumentation;

import io.spoor.instrumentation.columnar.ColumnarFiles;
import io.spoor.instrumentation.jdbc.Jdbc;
import io.spoor.instrumentation.jdk.JdkEnd;
import io.spoor.instrumentation.jdk.JdkFiles;
import io.spoor.instrumentation.logging.LogFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** All descriptions, and the build step that compiles them into the index of hooks. */
public final class Descriptions {

  private Descriptions() {}

  /** The lines of the index. */
  public static List<String> compile() {
    Hooks hooks = new Hooks();
    new JdkFiles().describe(hooks);
    new JdkEnd().describe(hooks);
    new Jdbc().describe(hooks);
    new LogFiles().describe(hooks);
    new ColumnarFiles().describe(hooks);
    return hooks.toLines();
  }

  /**
   * Writes the index.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    File file = new File(args[0]);
    Files.createDirectories(file.getParentFile().toPath());
    Files.write(file.toPath(), compile(), StandardCharsets.ISO_8859_1);
  }
}
