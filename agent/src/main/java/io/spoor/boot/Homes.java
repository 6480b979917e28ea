package io.spoor.boot;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Properties;

/** Where Spoor keeps its files, and the settings file in it. */
public final class Homes {

  private Homes() {}

  /**
   * The folder to try first: the setting, else {@code .spoor} in user.home where that is absolute
   * (a user without a passwd entry has {@code ?} there), else a folder of the user in the temporary
   * folder. Whether it can be written is found out when something is written.
   */
  public static File choose(Options options) {
    String set = options.get("home");
    if (set != null && set.length() > 0) {
      return new File(set).getAbsoluteFile();
    }
    String user = System.getProperty("user.home");
    if (user != null && new File(user).isAbsolute()) {
      return new File(user, ".spoor");
    }
    return fallback();
  }

  /**
   * The folder of this user in the temporary folder: what {@code io.spoor.files.Refuge} calls so,
   * whose class is not to be had here; a test holds one to the other.
   */
  private static File fallback() {
    String name = System.getProperty("user.name", "unknown").replace('?', '_').replace('/', '_');
    return new File(System.getProperty("java.io.tmpdir"), "spoor-" + name);
  }

  /**
   * The settings in {@code spoor.properties} of a home; empty when there is none. Those in the
   * temporary folder are not read: anybody may have put them there.
   */
  public static Properties properties(File home) throws IOException {
    Properties properties = new Properties();
    File file = new File(home, "spoor.properties");
    if (file.isFile() && !home.equals(fallback())) {
      try (FileInputStream in = new FileInputStream(file)) {
        properties.load(in);
      } catch (IllegalArgumentException e) {
        // A malformed Unicode escape; the message names no content.
        throw new IOException("a \\u escape in it is not four hexadecimal digits", e);
      }
    }
    return properties;
  }
}
