package io.spoor.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which version of a library a class is of: as Maven wrote it into the jar, as the manifest has it,
 * or as the jar is called. Spoor's thread only.
 */
final class LibraryVersions {

  private static final Pattern IN_NAME = Pattern.compile("-(\\d[\\w.+-]*)\\.jar$");

  private final Map<String, String> known = new HashMap<String, String>();

  /** Null when nothing tells it. */
  String of(Class<?> type, String artifact) {
    if (type == null) {
      return null;
    }
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      URL location = source == null ? null : source.getLocation();
      if (location == null || !"file".equals(location.getProtocol())) {
        return packaged(type);
      }
      String key = location + " " + artifact;
      if (!known.containsKey(key)) {
        File jar = new File(URI.create(location.toString().replace(" ", "%20")));
        String version = jar.isFile() ? ofJar(jar, artifact) : null;
        known.put(key, version == null ? packaged(type) : version);
      }
      return known.get(key);
    } catch (IOException e) {
      return packaged(type);
    } catch (RuntimeException e) {
      return packaged(type);
    }
  }

  private static String packaged(Class<?> type) {
    Package of = type.getPackage();
    return of == null ? null : of.getImplementationVersion();
  }

  private static String ofJar(File jar, String artifact) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      String path = "META-INF/maven/" + artifact.replace(':', '/') + "/pom.properties";
      ZipEntry entry = artifact.isEmpty() ? null : zip.getEntry(path);
      if (entry != null) {
        Properties properties = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
          properties.load(in);
        }
        return properties.getProperty("version");
      }
    }
    Matcher named = IN_NAME.matcher(jar.getName());
    return named.find() ? named.group(1) : null;
  }
}
