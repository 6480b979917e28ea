package io.spoor.agent;

import io.spoor.boot.record.LibraryTable;
import io.spoor.instrumentation.library.LibraryCompiler;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Compiles the descriptions of libraries that {@code instrumentation.path} names: files, or folders
 * with files that end in .yml or .yaml. Found by name by the boot classes, at the JVM's start.
 */
public final class UserLibraries implements Callable<byte[]> {

  private final String path;
  private final List<String> problems;

  /**
   * @param path files and folders, separated as a class path
   * @param problems where to add what is wrong, a sentence each
   */
  public UserLibraries(String path, List<String> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The lines of the index; of none when there is nothing to describe. */
  @Override
  public byte[] call() {
    LibraryCompiler compiler = new LibraryCompiler(LibraryTable.USERS);
    for (String entry : path.split(File.pathSeparator)) {
      File file = new File(entry);
      File[] beneath = file.listFiles();
      if (beneath == null) {
        add(compiler, file);
        continue;
      }
      Arrays.sort(beneath);
      for (File each : beneath) {
        if (each.getName().endsWith(".yml") || each.getName().endsWith(".yaml")) {
          add(compiler, each);
        }
      }
    }
    problems.addAll(compiler.problems());
    StringBuilder text = new StringBuilder();
    for (String line : compiler.lines()) {
      text.append(line).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add(LibraryCompiler compiler, File file) {
    try (FileInputStream in = new FileInputStream(file)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      compiler.add(file.getPath(), new String(bytes.toByteArray(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      problems.add(
          file
              + (file.exists() ? " cannot be read" : " does not exist")
              + "; set instrumentation.path to files or folders with descriptions of libraries");
    }
  }
}
