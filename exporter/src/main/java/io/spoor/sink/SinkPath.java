package io.spoor.sink;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The sinks in the jars and folders that the setting {@code sink.path} names. */
final class SinkPath {

  private final SinkContext context;
  private final List<SinkFactory> factories = new ArrayList<SinkFactory>();

  SinkPath(SinkContext context) {
    this.context = context;
    String path = SinkSettings.text(context, "sink.path");
    if (path != null) {
      find(urls(path));
    }
  }

  /** Opens a sink; null when no factory has the name. */
  Sink open(String name) throws IOException {
    for (int i = 0; i < factories.size(); i++) {
      if (name.equals(factories.get(i).name())) {
        return factories.get(i).open(context);
      }
    }
    return null;
  }

  /** The names of what was found. */
  List<String> names() {
    List<String> names = new ArrayList<String>();
    for (int i = 0; i < factories.size(); i++) {
      names.add(factories.get(i).name());
    }
    return names;
  }

  private void find(URL[] urls) {
    // Never closed: the classes of its sinks are loaded while they are used.
    @SuppressWarnings("resource")
    ClassLoader loader = new URLClassLoader(urls, SinkFactory.class.getClassLoader());
    Iterator<SinkFactory> found = ServiceLoader.load(SinkFactory.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        factories.add(found.next());
      } catch (ServiceConfigurationError e) {
        context.log().error("A sink in sink.path cannot be loaded; the others are used.", e);
      }
    }
  }

  private URL[] urls(String path) {
    List<URL> urls = new ArrayList<URL>();
    for (int from = 0; from <= path.length(); ) {
      int separator = path.indexOf(File.pathSeparatorChar, from);
      int end = separator < 0 ? path.length() : separator;
      String name = path.substring(from, end).trim();
      from = end + 1;
      if (!name.isEmpty()) {
        add(new File(name), urls);
      }
    }
    return urls.toArray(new URL[0]);
  }

  private void add(File file, List<URL> urls) {
    try {
      if (!file.exists()) {
        context.log().warn("sink.path names " + file + ", which does not exist.");
        return;
      }
      urls.add(file.toURI().toURL());
      String[] names = file.list();
      if (names == null) {
        return;
      }
      Arrays.sort(names);
      for (int i = 0; i < names.length; i++) {
        if (names[i].endsWith(".jar")) {
          urls.add(new File(file, names[i]).toURI().toURL());
        }
      }
    } catch (MalformedURLException e) {
      context.log().warn("sink.path names " + file + ", which cannot be used as a class path.");
    }
  }
}
