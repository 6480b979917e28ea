package io.spoor.boot.record;

import io.spoor.boot.weave.HookIndex;
import io.spoor.boot.weave.SpoorTransformer;
import io.spoor.instrumentation.Descriptions;
import io.spoor.instrumentation.IndexFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** Loads the jars of the class path again, woven. */
final class WovenJarLoader extends URLClassLoader {

  final SpoorTransformer transformer;

  /**
   * @param fields whether classes carry their state, as they do unless drivers were loaded before
   */
  WovenJarLoader(boolean fields) {
    super(jars(), ClassLoader.getPlatformClassLoader());
    HookIndex index = HookIndex.of(IndexFile.of(Descriptions.compile()), null);
    transformer = new SpoorTransformer(index, fields);
  }

  private static URL[] jars() {
    List<URL> jars = new ArrayList<>();
    try {
      for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (path.endsWith(".jar")) {
          jars.add(new File(path).toURI().toURL());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return jars.toArray(new URL[0]);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/');
    try (InputStream in = getResourceAsStream(path + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      byte[] woven = transformer.transform(this, path, null, null, bytes);
      byte[] defined = woven == null ? bytes : woven;
      return defineClass(name, defined, 0, defined.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
