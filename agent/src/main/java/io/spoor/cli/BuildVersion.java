package io.spoor.cli;

/** The version of the jar this runs from. */
final class BuildVersion {
  private BuildVersion() {}

  /** From the manifest; "development" for classes that are in no jar. */
  static String text() {
    Package own = BuildVersion.class.getPackage();
    String version = own == null ? null : own.getImplementationVersion();
    return version == null ? "development" : version;
  }
}
