package io.spoor.settings;

/** The documentation of the settings, made from their table. */
public final class SettingsTable {

  private SettingsTable() {}

  /** As Markdown; the README holds exactly this. */
  public static String markdown() {
    StringBuilder out = new StringBuilder("| setting | default | meaning |\n| --- | --- | --- |\n");
    for (Setting setting : Setting.values()) {
      String key = setting.key();
      out.append("| `").append(key).append(key.endsWith(".") ? "…` | " : "` | ");
      String standard = setting.standard();
      out.append(standard == null ? "" : standard.replace("|", "\\|")).append(" | ");
      out.append(setting.text().replace("|", "\\|")).append(" |\n");
    }
    return out.toString();
  }
}
