package io.spoor.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads everything but {@code io.spoor.boot} from beneath one prefix of the agent jar, where no
 * scanner of the application's class path takes it for classes. Its parent is the platform's
 * loader: it sees the JDK and nothing of the application, and the application sees nothing of it.
 */
public final class IsolatedLoader extends ClassLoader {

  /** Where the classes lie in the jar, each as {@code .classdata}. */
  public static final String PREFIX = "spoor/";

  private static final String SHARED = "io.spoor.boot.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader boot;
  private final JarFile jar;
  private final File file;

  /**
   * @param file the agent jar
   */
  public IsolatedLoader(File file) throws IOException {
    super(ClassLoader.getSystemClassLoader().getParent());
    this.file = file;
    this.jar = new JarFile(file, false);
    this.boot = IsolatedLoader.class.getClassLoader();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The recorder and its values are one and the same on both sides.
    return name.startsWith(SHARED) ? boot.loadClass(name) : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = PREFIX + name.replace('.', '/') + ".classdata";
    ZipEntry entry = jar.getEntry(path);
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      int size = (int) entry.getSize();
      byte[] bytes = new byte[size];
      int read = 0;
      for (int n = 0; n >= 0 && read < size; read += Math.max(n, 0)) {
        n = in.read(bytes, read, size - read);
      }
      return defineClass(name, bytes, 0, size);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected URL findResource(String name) {
    if (jar.getEntry(PREFIX + name) == null) {
      return null;
    }
    try {
      return new URL("jar:" + file.toURI() + "!/" + PREFIX + name);
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    // Without a URL connection: those are cached and share the job's global settings.
    ZipEntry entry = jar.getEntry(PREFIX + name);
    if (entry == null) {
      return super.getResourceAsStream(name);
    }
    try {
      return jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }
}
