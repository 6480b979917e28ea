package io.spoor.instrumentation.jdk;

import java.util.ArrayList;
import java.util.List;

/**
 * Which files are no data of the job. Each rule has its reason; what a user includes wins over all
 * of them, what a user excludes over the rest. Spoor's thread only.
 */
public final class FileRules {

  /** Endings, each with why such a file is not data. */
  private static final String[][] SUFFIXES = {
    {".properties", "configuration"},
    {".yml", "configuration"},
    {".yaml", "configuration"},
    {".conf", "configuration"},
    {".cfg", "configuration"},
    {".ini", "configuration"},
    {".toml", "configuration"},
    {".lck", "a lock"},
    {".lock", "a lock"},
    {".pid", "a lock"},
    {".mv.db", "store of an H2 database: its tables are the datasets"},
    {".trace.db", "store of an H2 database: its tables are the datasets"},
    {".lock.db", "store of an H2 database: its tables are the datasets"},
    {"derby.log", "log of the Derby database"},
  };

  private static final String[][] ROOTS = {
    {"/etc/", "configuration of the system"},
    {"/usr/share/zoneinfo", "time zones of the system"},
    {"/usr/share/fonts", "fonts of the system"},
  };

  /** What H2 and HSQLDB put behind the path of a database; nothing else beside it is theirs. */
  private static final String[] STORE_ENDINGS = {
    ".mv.db",
    ".h2.db",
    ".trace.db",
    ".lock.db",
    ".temp.db",
    ".lobs.db",
    ".script",
    ".properties",
    ".log",
    ".data",
    ".backup",
    ".lobs",
    ".tmp",
    ".lck",
    ".app.log",
    ".sql.log",
  };

  private final String home;
  private final List<String> classPath = new ArrayList<String>();
  private final List<String> stores = new ArrayList<String>();
  private boolean storesChanged;
  private final List<Glob> included;
  private final List<Glob> excluded;

  /**
   * @param home Spoor's own folder
   * @param classPath folders of the application's class path, absolute
   * @param included globs of the setting include
   * @param excluded globs of the setting exclude
   */
  public FileRules(String home, List<String> classPath, List<Glob> included, List<Glob> excluded) {
    this.home = home;
    for (String folder : classPath) {
      // A folder that holds the whole file system, or the working directory itself, hides no data.
      if (!folder.equals("/")) {
        this.classPath.add(folder + "/");
      }
    }
    this.included = included;
    this.excluded = excluded;
  }

  /** An embedded database was seen: its store is no dataset, its tables are. */
  public void addStore(String path) {
    if (!stores.contains(path)) {
      stores.add(path);
      storesChanged = true;
    }
  }

  /** Whether a store was added since the last call: files that were data before may be none now. */
  public boolean takeStoresChanged() {
    boolean changed = storesChanged;
    storesChanged = false;
    return changed;
  }

  /** Why a file is left out, or null when it is data. */
  public String reason(String path) {
    if (under(path, home)) {
      return "Spoor's own";
    }
    if (matches(included, path)) {
      return null;
    }
    if (matches(excluded, path)) {
      return "setting exclude";
    }
    if (isInStore(path)) {
      return "store of an embedded database: its tables are the datasets";
    }
    for (String[] suffix : SUFFIXES) {
      if (path.endsWith(suffix[0])) {
        return suffix[1];
      }
    }
    for (String[] root : ROOTS) {
      if (path.startsWith(root[0])) {
        return root[1];
      }
    }
    for (String folder : classPath) {
      if (path.startsWith(folder)) {
        return "a resource on the class path";
      }
    }
    return path.contains("/hsperfdata_") ? "performance counters of the JVM" : null;
  }

  /** Whether a file is part of an embedded database's store and not included by the user. */
  public boolean isStore(String path) {
    return !matches(included, path) && isInStore(path);
  }

  private boolean isInStore(String path) {
    for (String store : stores) {
      if (under(path, store) || isBeside(path, store)) {
        return true;
      }
    }
    return false;
  }

  /** {@code x.mv.db}, {@code x.mv.db.newFile} and {@code x.tmp/..} belong to x, x.csv does not. */
  private static boolean isBeside(String path, String store) {
    if (!path.startsWith(store)) {
      return false;
    }
    for (String ending : STORE_ENDINGS) {
      int end = store.length() + ending.length();
      if (path.startsWith(ending, store.length())
          && (path.length() == end || path.charAt(end) == '.' || path.charAt(end) == '/')) {
        return true;
      }
    }
    return false;
  }

  private static boolean under(String path, String folder) {
    return path.startsWith(folder)
        && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
  }

  private static boolean matches(List<Glob> globs, String path) {
    for (Glob glob : globs) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
