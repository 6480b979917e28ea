package io.spoor.agent;

import io.spoor.openlineage.EnvironmentRunFacet;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * The code and the machine of a run with a model, so that its training can be repeated. Archives
 * are read for their digests once, at the end of the run. Spoor's thread only.
 */
final class Environment {

  private static final int MOST_ARCHIVES = 100;
  private static final long MOST_BYTES = 100L << 20;
  private static final String[] COMMITS = {
    "Git-Commit", "Git-Commit-Id", "Git-Revision", "Implementation-Build", "Scm-Revision"
  };

  private Environment() {}

  static EnvironmentRunFacet facet() {
    Map<String, String> machine = new LinkedHashMap<String, String>();
    machine.put("jvm", properties("java.vendor", "java.vm.name", "java.runtime.version"));
    machine.put("os", properties("os.name", "os.version", "os.arch"));
    List<Map<String, String>> code = new ArrayList<Map<String, String>>();
    long read = 0;
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      File file = new File(entry);
      if (file.exists() && code.size() < MOST_ARCHIVES) {
        read += file.isFile() ? file.length() : 0;
        code.add(archive(file, read <= MOST_BYTES));
      }
    }
    return new EnvironmentRunFacet(machine, code);
  }

  private static String properties(String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.length() == 0 ? "" : " ").append(System.getProperty(name));
    }
    return text.toString();
  }

  private static Map<String, String> archive(File file, boolean withDigest) {
    Map<String, String> members = new LinkedHashMap<String, String>();
    members.put("file", file.getName());
    if (!file.isFile()) {
      return members;
    }
    put(members, "digest", withDigest ? FileDigest.sha256(file) : null);
    try (JarFile jar = new JarFile(file)) {
      coordinates(jar, members);
      commit(jar, members);
    } catch (IOException e) {
      // No archive: its name and digest are all there is.
      return members;
    }
    return members;
  }

  /** What Maven wrote; not of an archive that holds several. */
  private static void coordinates(JarFile jar, Map<String, String> members) throws IOException {
    Properties only = null;
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName();
      if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
        if (only != null) {
          return;
        }
        only = read(jar, entry);
      }
    }
    if (only != null && only.getProperty("groupId") != null) {
      members.put("artifact", only.getProperty("groupId") + ":" + only.getProperty("artifactId"));
      put(members, "version", only.getProperty("version"));
    }
  }

  private static void commit(JarFile jar, Map<String, String> members) throws IOException {
    ZipEntry git = jar.getEntry("git.properties");
    git = git == null ? jar.getEntry("BOOT-INF/classes/git.properties") : git;
    if (git != null) {
      Properties properties = read(jar, git);
      String commit = properties.getProperty("git.commit.id");
      commit = commit == null ? properties.getProperty("git.commit.id.full") : commit;
      put(
          members,
          "commit",
          commit == null ? properties.getProperty("git.commit.id.abbrev") : commit);
    }
    Manifest manifest = jar.getManifest();
    if (manifest == null) {
      return;
    }
    Attributes main = manifest.getMainAttributes();
    if (!members.containsKey("version")) {
      put(members, "version", main.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
    }
    for (String name : COMMITS) {
      String value = main.getValue(name);
      if (value != null && !members.containsKey("commit") && value.matches("[0-9a-fA-F]{7,64}")) {
        members.put("commit", value);
      }
    }
  }

  private static Properties read(JarFile jar, ZipEntry entry) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    return properties;
  }

  private static void put(Map<String, String> members, String name, String value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
