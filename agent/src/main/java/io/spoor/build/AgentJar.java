package io.spoor.build;

import io.spoor.boot.PackLoader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Enumeration;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays out spoor-agent.jar from the modules' classes and the libraries: three classes that the JVM
 * itself must find, and everything else in the packs of {@link PackLoader}. Parts are sorted and
 * dated alike, so the same input gives the same bytes.
 */
public final class AgentJar {

  private static final String BOOT = "io/spoor/boot/";

  private static final String PREMAIN = BOOT + "Premain.class";

  /** What the JVM itself must find in the jar. */
  private static final Set<String> FRONT =
      new HashSet<String>(Arrays.asList(PREMAIN, BOOT + "PackLoader.class", BOOT + "Main.class"));

  private static final String LATER = BOOT + "Later.class";

  /** Midnight here: zip files hold local time, so the bytes are the same in every time zone. */
  private static final long TIME =
      new GregorianCalendar(2026, Calendar.JANUARY, 1).getTimeInMillis();

  private final Map<String, byte[]> entries = new TreeMap<String, byte[]>();

  /** The packs' parts. */
  private final Map<String, Map<String, byte[]>> packs = new TreeMap<String, Map<String, byte[]>>();

  /**
   * Builds the jar.
   *
   * @param args the jar to write, the version, then folders and jars to take
   */
  public static void main(String[] args) throws IOException {
    AgentJar jar = new AgentJar();
    for (int i = 2; i < args.length; i++) {
      for (String part : args[i].split(File.pathSeparator)) {
        jar.take(new File(part));
      }
    }
    jar.write(new File(args[0]), args[1]);
  }

  private void take(File source) throws IOException {
    if (source.isDirectory()) {
      takeFolder(source, "");
      return;
    }
    try (ZipFile zip = new ZipFile(source)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(entry.getName(), readAll(in), source.getName());
          }
        }
      }
    }
  }

  private void takeFolder(File folder, String path) throws IOException {
    File[] children = folder.listFiles();
    for (File child : children == null ? new File[0] : children) {
      if (child.isDirectory()) {
        takeFolder(child, path + child.getName() + "/");
      } else {
        add(path + child.getName(), Files.readAllBytes(child.toPath()), null);
      }
    }
  }

  private void add(String name, byte[] bytes, String library) {
    if (name.startsWith("META-INF/versions/")
        || name.startsWith("META-INF/maven/")
        || name.equals("META-INF/MANIFEST.MF")
        || name.endsWith("module-info.class")
        || name.endsWith("package-info.class")
        || name.startsWith("io/spoor/build/")
        || isOfJdk(name) && !simple(name).startsWith("Spoor")) {
      return;
    }
    if (FRONT.contains(name)) {
      put(name, name.equals(PREMAIN) ? EntryPoints.mark(bytes) : bytes);
    } else if (isLicence(name)) {
      put("META-INF/licenses/" + (library == null ? "" : library + "/") + simple(name), bytes);
    } else if (name.startsWith("META-INF/licenses/")) {
      put(name, bytes);
    } else if (isOfJdk(name)) {
      // No class of a pack: premain defines it in a module of the JDK.
      pack(PackLoader.BOOT, name.substring(0, name.length() - ".class".length()), bytes);
    } else {
      if (name.equals(LATER)) {
        // Compiled against Java 9, with nothing in it that a class file of Java 8 cannot say.
        bytes[7] = 52;
      }
      pack(packOf(name), className(name), bytes);
    }
  }

  /** The bridge, and what stands in for the JDK where javac shows too little of it. */
  private static boolean isOfJdk(String name) {
    return name.startsWith("java/lang/")
        || name.startsWith("sun/misc/")
        || name.startsWith("jdk/internal/");
  }

  private static String packOf(String name) {
    if (name.startsWith(BOOT)) {
      return PackLoader.BOOT;
    }
    return name.startsWith("io/spoor/") && !name.startsWith("io/spoor/cli/")
        ? PackLoader.RUNTIME
        : PackLoader.TOOLS;
  }

  /** What is no class keeps its path. */
  private static String className(String path) {
    return !path.endsWith(".class")
        ? path
        : path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private static boolean isLicence(String name) {
    String file = simple(name).toUpperCase(java.util.Locale.ROOT);
    return name.startsWith("META-INF/")
        && (file.startsWith("LICENSE")
            || file.startsWith("NOTICE")
            || file.endsWith("-NOTICE")
            || file.endsWith("-LICENSE"));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private void pack(String pack, String name, byte[] bytes) {
    Map<String, byte[]> parts = packs.get(pack);
    if (parts == null) {
      parts = new TreeMap<String, byte[]>();
      packs.put(pack, parts);
    }
    if (parts.put(name, bytes) != null) {
      throw new IllegalStateException("two files would be " + name + " in " + pack);
    }
  }

  private void put(String name, byte[] bytes) {
    if (entries.put(name, bytes) != null && !name.startsWith("META-INF/")) {
      throw new IllegalStateException("two files would be " + name + " in the agent jar");
    }
  }

  private void write(File file, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.IMPLEMENTATION_TITLE, "Spoor");
    main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    main.put(Attributes.Name.MAIN_CLASS, "io.spoor.boot.Main");
    main.putValue("Premain-Class", "io.spoor.boot.Premain");
    main.putValue("Agent-Class", "io.spoor.boot.Premain");
    main.putValue("Can-Retransform-Classes", "true");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(file))) {
      write(out, "META-INF/MANIFEST.MF", bytes.toByteArray());
      pack(PackLoader.RUNTIME, "version", version.getBytes(StandardCharsets.UTF_8));
      rewriteSwitches();
      for (Map.Entry<String, Map<String, byte[]>> pack : packs.entrySet()) {
        write(out, pack.getKey(), packed(pack.getValue()));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(out, entry.getKey(), entry.getValue());
      }
    }
  }

  /** In all of Spoor's own classes at once: an enum may lie in another pack than its switch. */
  private void rewriteSwitches() {
    Map<String, byte[]> classes = new TreeMap<String, byte[]>();
    for (Map<String, byte[]> parts : packs.values()) {
      parts.forEach(
          (name, bytes) -> {
            if (name.startsWith("io.spoor.")) {
              classes.put(name.replace('.', '/'), bytes);
            }
          });
    }
    Set<String> all = new HashSet<String>(classes.keySet());
    EnumSwitches.rewrite(classes);
    all.removeAll(classes.keySet());
    for (Map<String, byte[]> parts : packs.values()) {
      parts.keySet().removeIf(name -> all.contains(name.replace('.', '/')));
      parts.replaceAll((name, bytes) -> classes.getOrDefault(name.replace('.', '/'), bytes));
    }
  }

  /** As {@link PackLoader} reads it. */
  private static byte[] packed(Map<String, byte[]> parts) throws IOException {
    int[] places = new int[Integer.highestOneBit(parts.size()) * 4];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      byte[] name = part.getKey().getBytes(StandardCharsets.US_ASCII);
      if (name.length > 255) {
        throw new IOException(part.getKey() + " is longer than a byte can tell");
      }
      int place = PackLoader.place(part.getKey(), places.length);
      while (places[place] != 0) {
        place = (place + 1) % places.length;
      }
      places[place] = 4 + 4 * places.length + out.size();
      out.writeByte(name.length);
      out.write(name);
      out.writeInt(part.getValue().length);
      out.write(part.getValue());
    }
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    DataOutputStream table = new DataOutputStream(pack);
    table.writeInt(places.length);
    for (int at : places) {
      table.writeInt(at);
    }
    bytes.writeTo(table);
    return pack.toByteArray();
  }

  private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    if (name.startsWith(BOOT) || !name.startsWith("META-INF/") && !name.equals(PackLoader.TOOLS)) {
      // Read on the way to the job's main, or beside a job that starts: inflating the runtime took
      // a sixth of what Spoor's thread does in a short job.
      CRC32 crc = new CRC32();
      crc.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
    }
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
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
