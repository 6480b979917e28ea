package io.spoor.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The names that no version changes, for a caller that brings no table of settings. */
final class BuiltInSettings implements KnownSettings {
  private static final List<String> NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              "edges",
              "enabled",
              "exclude",
              "flows",
              "force",
              "home",
              "include",
              "job.name",
              "job.namespace",
              "running.interval",
              "sink",
              "sink.path",
              "summary"));

  @Override
  public Collection<String> names() {
    return NAMES;
  }
}
