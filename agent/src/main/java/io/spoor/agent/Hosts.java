package io.spoor.agent;

import io.spoor.settings.Setting;
import io.spoor.settings.Settings;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Locale;

/** The machine's name, where file names are to tell it. */
final class Hosts {

  private Hosts() {}

  /** The namespace of local files that the settings ask for. */
  static String namespace(Settings settings) {
    String namespace = settings.text(Setting.FILE_NAMESPACE);
    if (namespace.isEmpty()) {
      return Setting.FILE_NAMESPACE.standard();
    }
    return namespace.equals("host") ? "file://" + name().toLowerCase(Locale.ROOT) : namespace;
  }

  /** As the kernel has it, else as the network has it: that may take a while. */
  private static String name() {
    byte[] bytes = new byte[256];
    try (InputStream in = new FileInputStream("/proc/sys/kernel/hostname")) {
      int length = in.read(bytes);
      String name = new String(bytes, 0, Math.max(0, length), "UTF-8").trim();
      if (!name.isEmpty()) {
        return name;
      }
    } catch (IOException e) {
      // Not Linux.
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }
}
