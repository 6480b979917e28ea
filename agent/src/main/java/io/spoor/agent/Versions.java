package io.spoor.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Spoor's own version, which the build writes into the jar. */
final class Versions {

  private Versions() {}

  static String own() {
    try (InputStream in = Versions.class.getClassLoader().getResourceAsStream("version")) {
      if (in != null) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown";
  }
}
