package io.spoor.boot.weave;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A child's main (Java 8): weaves this JDK's classes into a folder, and the drivers of some jars
 * into a loader, where they are linked, which verifies them. Prints what was woven and what failed.
 */
final class LinkWoven {

  private LinkWoven() {}

  private static final class Loader extends URLClassLoader {
    private final SpoorTransformer transformer;

    Loader(URL[] jars, SpoorTransformer transformer) {
      super(jars, ClassLoader.getSystemClassLoader().getParent());
      this.transformer = transformer;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/');
      try (InputStream in = getResourceAsStream(path + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = readAll(in);
        byte[] woven = transformer.transform(this, path, null, null, bytes);
        byte[] defined = woven == null ? bytes : woven;
        return defineClass(name, defined, 0, defined.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Arguments: the folder for the JDK's woven classes, then jars. */
  public static void main(String[] args) throws Exception {
    HookIndex index;
    try (InputStream in = ClassLoader.getSystemResourceAsStream("io/spoor/boot/hooks.index")) {
      index = HookIndex.of(readAll(in), null);
    }
    for (String missing : HookCheck.missing(index)) {
      System.out.println("missing " + missing);
    }
    for (String type : index.types()) {
      weaveJdk(type, index, new File(args[0]));
    }
    SpoorTransformer transformer = new SpoorTransformer(index, true);
    URL[] jars = new URL[args.length - 1];
    for (int i = 0; i < jars.length; i++) {
      jars[i] = new File(args[i + 1]).toURI().toURL();
    }
    try (Loader loader = new Loader(jars, transformer)) {
      for (int i = 0; i < jars.length; i++) {
        link(args[i + 1], loader, transformer);
      }
    }
    System.out.println("failures " + transformer.failures() + " " + transformer.firstFailure());
  }

  private static void weaveJdk(String type, HookIndex index, File folder) throws IOException {
    if (type.startsWith("=")) {
      return;
    }
    try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (in != null) {
        byte[] woven = Weaver.weave(readAll(in), index.rules(type), false, false, false, false);
        File file = new File(folder, type + ".class");
        // The folder becomes a patch of java.base, and this one is in a module of its own.
        if (!type.startsWith("java/util/logging/")) {
          Files.createDirectories(file.getParentFile().toPath());
          Files.write(file.toPath(), woven);
        }
        System.out.println("jdk " + type);
      }
    }
  }

  private static void link(String jar, Loader loader, SpoorTransformer transformer)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
          String type = name.substring(0, name.length() - ".class".length());
          byte[] bytes = readAll(zip.getInputStream(entry));
          if (transformer.transform(loader, type, null, null, bytes) != null) {
            System.out.println("woven " + type + " " + verdict(loader, type.replace('/', '.')));
          }
        }
      }
    }
  }

  private static String verdict(Loader loader, String name) {
    try {
      // Links the class: verification comes before the methods are told.
      Class.forName(name, false, loader).getDeclaredMethods();
      return "linked";
    } catch (ClassNotFoundException e) {
      return e.toString();
    } catch (LinkageError e) {
      return e.toString().replace('\n', ' ');
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
