package io.spoor.cli;

import java.util.Collection;

/** The table of settings, as far as the command line needs it. */
public interface KnownSettings {
  /**
   * Names of all settings, {@code a.b}; never null. One that ends in a dot stands for all names
   * that begin so.
   */
  Collection<String> names();
}
