package io.spoor.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The version of the jar this runs from. */
final class BuildVersion {
  private static final String DEVELOPMENT = "development";

  private BuildVersion() {}

  /** As the build wrote it into the jar; "development" for classes that are in no agent jar. */
  static String text() {
    try (InputStream in = BuildVersion.class.getClassLoader().getResourceAsStream("version")) {
      if (in == null) {
        return DEVELOPMENT;
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String line = reader.readLine();
      return line == null ? DEVELOPMENT : line.trim();
    } catch (IOException e) {
      return DEVELOPMENT;
    }
  }
}
