package io.spoor.boot;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLDecoder;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Defines classes from a pack: one entry of the agent jar that holds many, read at once. Classes of
 * a jar on the class path cost a short job a third of a millisecond each, and the JVM goes through
 * every entry of the jar before main; here there are four packs, and neither the application nor a
 * scanner of its class path sees what is in them. What is in memory cannot be lost when the jar is
 * replaced while the job runs.
 *
 * <p>Three loaders form a line: {@link #BOOT} (weaver and recorder; above it only the platform),
 * {@link #RUNTIME} (everything from the first access on) and {@link #TOOLS} (the command line).
 * Each looks into its own pack first. None sees a class of the application.
 */
public final class PackLoader extends ClassLoader {

  /** The pack that premain opens. */
  public static final String BOOT = "spoor/boot.pack";

  /** The pack that Spoor's thread opens at the first access. */
  public static final String RUNTIME = "spoor/runtime.pack";

  /** The pack that the command line opens. */
  public static final String TOOLS = "spoor/tools.pack";

  static {
    registerAsParallelCapable();
  }

  private static final ProtectionDomain DOMAIN = PackLoader.class.getProtectionDomain();

  private final File jar;
  private final byte[] bytes;

  /**
   * Position and length by class name, or by path for what is no class; never changed after
   * construction.
   */
  private final Map<String, int[]> parts = new HashMap<String, int[]>(512);

  private PackLoader(ClassLoader parent, File jar, String pack) throws IOException {
    super(parent);
    this.jar = jar;
    this.bytes = read(jar, pack);
    index();
  }

  /** The loader of {@link #BOOT}, from the jar that this class was loaded from. */
  public static PackLoader boot() throws IOException {
    URL url = DOMAIN.getCodeSource().getLocation();
    String path = url.getPath();
    // URLDecoder reads + as a space, which stands for itself in a path.
    File jar =
        new File(
            path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), "UTF-8"));
    return new PackLoader(ClassLoader.getSystemClassLoader().getParent(), jar, BOOT);
  }

  /** A loader below this one. */
  public PackLoader below(String pack) throws IOException {
    return new PackLoader(this, jar, pack);
  }

  /** The agent jar. */
  public File jar() {
    return jar;
  }

  private static byte[] read(File jar, String pack) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      ZipEntry entry = zip.getEntry(pack);
      if (entry == null) {
        throw new IOException(
            jar + " has no " + pack + ": it is not the agent jar as it was built");
      }
      byte[] bytes = new byte[(int) entry.getSize()];
      try (InputStream in = zip.getInputStream(entry)) {
        // The JDK reads up to 8 KB by way of the stack, more by way of memory that it first maps
        // (io_util.c), and a page that was never touched costs as much as loading a small class.
        int read = 0;
        for (int n = 0; n >= 0 && read < bytes.length; read += Math.max(n, 0)) {
          n = in.read(bytes, read, Math.min(8192, bytes.length - read));
        }
      }
      return bytes;
    }
  }

  /** Each part is a byte with the length of its name, name, four bytes with its length, bytes. */
  @SuppressWarnings("deprecation") // Names are ASCII, and this constructor starts no decoder.
  private void index() {
    for (int at = 0; at < bytes.length; ) {
      int length = bytes[at] & 0xff;
      String name = new String(bytes, 0, at + 1, length);
      at += 1 + length;
      int size =
          (bytes[at] & 0xff) << 24
              | (bytes[at + 1] & 0xff) << 16
              | (bytes[at + 2] & 0xff) << 8
              | (bytes[at + 3] & 0xff);
      at += 4;
      parts.put(name, new int[] {at, size});
      at += size;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    int[] part = parts.get(name);
    if (part != null) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defineClass(name, bytes, part[0], part[1], DOMAIN) : loaded;
      }
    }
    return name.equals("io.spoor.boot.PackLoader")
        ? PackLoader.class
        : super.loadClass(name, resolve);
  }

  /** Without a URL connection: those are cached and share the job's global settings. */
  @Override
  public InputStream getResourceAsStream(String name) {
    int[] part =
        parts.get(
            name.endsWith(".class")
                ? name.substring(0, name.length() - ".class".length()).replace('/', '.')
                : name);
    if (part != null) {
      return new ByteArrayInputStream(bytes, part[0], part[1]);
    }
    return getParent() instanceof PackLoader
        ? getParent().getResourceAsStream(name)
        : super.getResourceAsStream(name);
  }

  /** A resource of this pack; not null. */
  public byte[] resource(String name) throws IOException {
    int[] part = parts.get(name);
    if (part == null) {
      throw new IOException("the agent jar has no " + name);
    }
    byte[] copy = new byte[part[1]];
    System.arraycopy(bytes, part[0], copy, 0, part[1]);
    return copy;
  }
}
