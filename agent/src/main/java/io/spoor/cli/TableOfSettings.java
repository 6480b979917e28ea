package io.spoor.cli;

import io.spoor.settings.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The agent's own table of settings. */
final class TableOfSettings implements KnownSettings {
  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      names.add(setting.key());
    }
    return names;
  }
}
