package io.spoor.tests;

import java.nio.file.Path;

/**
 * A JDK that jobs run on.
 *
 * @param feature the feature release: 8, 17, ...
 * @param home its folder
 */
record Jdk(int feature, Path home) {

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
