package io.spoor.cli;

import java.lang.management.ManagementFactory;
import java.util.List;

/** The one class that links java.management, which not every image has. */
final class JvmFlags {
  private JvmFlags() {}

  /** Flags of this JVM, those from the environment included. */
  static List<String> own() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
