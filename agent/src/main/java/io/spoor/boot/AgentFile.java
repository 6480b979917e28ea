package io.spoor.boot;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLDecoder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The agent jar, read directly: resources by way of a class loader would start the JDK's image
 * reader and URL handlers, which costs a short job more than the whole weaving.
 */
final class AgentFile implements Closeable {

  private final File file;
  private final ZipFile zip;

  private AgentFile(File file) throws IOException {
    this.file = file;
    this.zip = new ZipFile(file);
  }

  /** Opens the jar that this class was loaded from. */
  static AgentFile open() throws IOException {
    return new AgentFile(location());
  }

  /** Where the jar lies. */
  static File location() throws IOException {
    URL url = AgentFile.class.getProtectionDomain().getCodeSource().getLocation();
    String path = url.getPath();
    // URLDecoder reads + as a space, which stands for itself in a path.
    return new File(
        path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), "UTF-8"));
  }

  File file() {
    return file;
  }

  byte[] read(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the agent jar has no " + name);
    }
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream in = zip.getInputStream(entry)) {
      int read = 0;
      for (int n = 0; n >= 0 && read < bytes.length; read += Math.max(n, 0)) {
        n = in.read(bytes, read, bytes.length - read);
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
