package io.spoor.instrumentation;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.columnar.ColumnarFiles;
import io.spoor.instrumentation.jdbc.Jdbc;
import io.spoor.instrumentation.jdk.JdkEnd;
import io.spoor.instrumentation.jdk.JdkFiles;
import io.spoor.instrumentation.library.LibraryCompiler;
import io.spoor.instrumentation.logging.LogFiles;
import io.spoor.instrumentation.units.UnitsOfWork;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All descriptions, and the build step that compiles them into the indexes of hooks. */
public final class Descriptions {

  private Descriptions() {}

  /** The lines of the index, without those of described libraries. */
  public static List<String> compile() {
    Hooks hooks = new Hooks();
    new JdkFiles().describe(hooks);
    new JdkEnd().describe(hooks);
    new Jdbc().describe(hooks);
    new LogFiles().describe(hooks);
    new ColumnarFiles().describe(hooks);
    new UnitsOfWork().describe(hooks);
    return hooks.toLines();
  }

  /**
   * Compiles the descriptions of libraries in a folder.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  public static LibraryCompiler compileLibraries(File folder) throws IOException {
    LibraryCompiler libraries = new LibraryCompiler(FileOperations.COUNT);
    File[] files = folder.listFiles();
    Arrays.sort(files);
    for (File file : files) {
      byte[] text = Files.readAllBytes(file.toPath());
      libraries.add(file.getName(), new String(text, StandardCharsets.UTF_8));
    }
    if (!libraries.problems().isEmpty()) {
      throw new IllegalArgumentException(libraries.problems().toString());
    }
    return libraries;
  }

  /**
   * Writes the index, with what the names of described classes begin with, and the index of
   * libraries.
   *
   * @param args the folder to write into, the folder with the descriptions of libraries
   */
  public static void main(String[] args) throws IOException {
    LibraryCompiler libraries = compileLibraries(new File(args[1]));
    List<String> hooks = new ArrayList<String>(compile());
    hooks.addAll(libraries.gates());
    File folder = new File(args[0]);
    Files.createDirectories(folder.toPath());
    Files.write(new File(folder, "hooks.index").toPath(), IndexFile.of(hooks));
    Files.write(
        new File(folder, "libraries.index").toPath(),
        libraries.lines(),
        StandardCharsets.ISO_8859_1);
  }
}
