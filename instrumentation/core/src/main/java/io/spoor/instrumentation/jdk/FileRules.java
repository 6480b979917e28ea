package io.spoor.instrumentation.jdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files are no data of the job, and which are a part of its program. What a user includes
 * wins over all rules, what a user excludes over the rest; most rules stand in {@code files.rules}
 * beside this class. Spoor's thread only.
 */
public final class FileRules {

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

  private static final FileRule OWN = new FileRule(FileRule.Fate.LEFT_OUT, "spoor", "Spoor's own");
  private static final FileRule EXCLUDED =
      new FileRule(FileRule.Fate.LEFT_OUT, "exclude", "setting exclude");
  private static final FileRule STORE =
      new FileRule(
          FileRule.Fate.LEFT_OUT,
          "store",
          "store of an embedded database: its tables are the datasets");
  private static final FileRule LOGGING =
      new FileRule(FileRule.Fate.LEFT_OUT, "logging", "opened by a logging framework");
  private static final FileRule CLASS_PATH =
      new FileRule(FileRule.Fate.LEFT_OUT, "class-path", "a resource on the class path");

  private final String home;
  private List<FileRule> rules;
  private final List<String> classPath = new ArrayList<String>();
  private final List<String> stores = new ArrayList<String>();
  private boolean storesChanged;
  private int changes;
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
      changes++;
    }
  }

  /** Whether a store was added since the last call: files that were data before may be none now. */
  public boolean takeStoresChanged() {
    boolean changed = storesChanged;
    storesChanged = false;
    return changed;
  }

  /** How often what the rules say may have become another: an embedded database was seen. */
  public int changes() {
    return changes;
  }

  /** The rule that a file falls under; null when it is data. */
  public FileRule rule(String path) {
    if (under(path, home)) {
      return OWN;
    }
    if (matches(included, path)) {
      return null;
    }
    if (matches(excluded, path)) {
      return EXCLUDED;
    }
    if (isInStore(path)) {
      return STORE;
    }
    for (String folder : classPath) {
      if (path.startsWith(folder)) {
        return CLASS_PATH;
      }
    }
    if (rules == null) {
      // Only now: a job without files needs none.
      rules = all();
    }
    for (FileRule rule : rules) {
      if (rule.fits(path)) {
        return rule;
      }
    }
    return null;
  }

  /** The rule of files that turned out to be part of an embedded database's store. */
  public static FileRule store() {
    return STORE;
  }

  /** The rule of files that a logging framework opens itself. */
  public static FileRule logging() {
    return LOGGING;
  }

  /** The rules of {@code files.rules}, in their order. */
  static List<FileRule> all() {
    return FileRule.parse(text());
  }

  private static String text() {
    try (InputStream in = FileRules.class.getResourceAsStream("files.rules")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toString("UTF-8");
    } catch (IOException e) {
      throw new IllegalStateException("the agent jar cannot be read", e);
    }
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
