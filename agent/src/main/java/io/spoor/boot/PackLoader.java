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
 * every entry of the jar before main; here there are three packs, and neither the application nor a
 * scanner of its class path sees what is in them. What is in memory cannot be lost when the jar is
 * replaced while the job runs.
 *
 * <p>Three loaders form a line: {@link #BOOT} (weaver and recorder; above it only the platform),
 * {@link #RUNTIME} (what Spoor's thread does) and {@link #TOOLS} (the command line). Each looks
 * into its own pack first. None sees a class of the application.
 */
public final class PackLoader extends ClassLoader {

  /** The pack that premain opens. */
  public static final String BOOT = "spoor/boot.pack";

  /** The pack that Spoor's thread opens. */
  public static final String RUNTIME = "spoor/runtime.pack";

  /** The pack that the command line opens. */
  public static final String TOOLS = "spoor/tools.pack";

  static {
    registerAsParallelCapable();
  }

  private static final ProtectionDomain DOMAIN = PackLoader.class.getProtectionDomain();

  private final ClassLoader parent;
  private final File jar;

  /**
   * How many places the table has, a power of two; the place in here of a part for each, 0 for
   * none; the parts: a byte with the length of the name, which for a class is its own and for what
   * is none a path, the name, four bytes with the length of what follows, and that. A part is in
   * the place that its name's hash says, or in the next one that was free: so nothing is read that
   * nobody asks for.
   */
  private final byte[] bytes;

  private final int places;

  /** By the names of their classes. */
  private final Map<String, Object> given = new HashMap<String, Object>();

  /** Whether the job's threads go first where they wait for a core. */
  private final boolean yields;

  private PackLoader(ClassLoader parent, File jar, String pack) throws IOException {
    super(parent);
    this.parent = parent;
    this.jar = jar;
    this.bytes = read(jar, pack);
    this.places = number(0);
    this.yields = pack.equals(RUNTIME);
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

  /**
   * An object of a class of this pack, which its static initializer has given: so it is made
   * without reflection, for which JDK 18 and later spin a dozen classes before main (JEP 416). Any
   * thread.
   *
   * @param name of the class
   * @return null when the class gives nothing
   * @throws ClassNotFoundException when the jar is not as it was built
   */
  public synchronized Object given(String name) throws ClassNotFoundException {
    Object before = given.get(name);
    if (before == null) {
      Class.forName(name, true, this);
      before = given.get(name);
    }
    return before;
  }

  /** Called by static initializers of classes of this pack, once each. */
  public synchronized void give(Object object) {
    given.put(object.getClass().getName(), object);
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

  /**
   * The place at which the search for a name begins, by its length and five of its letters: hashing
   * all of each makes the JVM compile String's hash once more in a short job.
   *
   * @param name not empty
   * @param places how many there are
   */
  public static int place(String name, int places) {
    int n = name.length();
    int hash = n * 31 + name.charAt(n - 1);
    hash = hash * 31 + name.charAt(n > 2 ? n - 3 : 0);
    hash = hash * 31 + name.charAt(n * 3 >> 2);
    hash = hash * 31 + name.charAt(n >> 1);
    hash = hash * 31 + name.charAt(n * 5 >> 3);
    return (hash ^ hash >>> 7) & places - 1;
  }

  /** Where the length of a part is; 0 when there is none of that name. */
  @SuppressWarnings("deprecation") // Names are ASCII, and this constructor starts no decoder.
  private int find(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    for (int place = place(name, places); ; place = place + 1 & places - 1) {
      int at = number(4 + 4 * place);
      if (at == 0) {
        return 0;
      }
      int length = bytes[at] & 0xff;
      if (length == name.length() && new String(bytes, 0, at + 1, length).equals(name)) {
        return at + 1 + length;
      }
    }
  }

  private int number(int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** Without a lock for each name, which the JDK keeps in a map: no class is loaded twice. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    int part = find(name);
    if (part == 0) {
      return name.equals("io.spoor.boot.PackLoader") ? PackLoader.class : above(name);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    if (yields) {
      Thread.yield();
    }
    try {
      return defineClass(name, bytes, part + 4, number(part), DOMAIN);
    } catch (LinkageError e) {
      // Another thread was faster (JVMS 5.3.5).
      loaded = findLoadedClass(name);
      if (loaded == null) {
        throw e;
      }
      return loaded;
    }
  }

  /**
   * What most classes need are a few hundred of java.base. The platform's loader asks for their
   * package, and takes a lock for each, before it asks the JVM; here it is asked at once.
   */
  private Class<?> above(String name) throws ClassNotFoundException {
    if (name.startsWith("java.lang.") || name.startsWith("java.util.")) {
      try {
        return Class.forName(name, false, null);
      } catch (ClassNotFoundException | SecurityException e) {
        // Of another loader than the JVM's own, or the job has a security manager that minds.
        return parent.loadClass(name);
      }
    }
    return parent.loadClass(name);
  }

  /** Without a URL connection: those are cached and share the job's global settings. */
  @Override
  public InputStream getResourceAsStream(String name) {
    int part =
        find(
            name.endsWith(".class")
                ? name.substring(0, name.length() - ".class".length()).replace('/', '.')
                : name);
    if (part != 0) {
      return new ByteArrayInputStream(bytes, part + 4, number(part));
    }
    return parent instanceof PackLoader
        ? parent.getResourceAsStream(name)
        : super.getResourceAsStream(name);
  }

  /** A resource of this pack; not null. */
  public byte[] resource(String name) throws IOException {
    int part = find(name);
    if (part == 0) {
      throw new IOException("the agent jar has no " + name);
    }
    byte[] copy = new byte[number(part)];
    System.arraycopy(bytes, part + 4, copy, 0, copy.length);
    return copy;
  }
}
