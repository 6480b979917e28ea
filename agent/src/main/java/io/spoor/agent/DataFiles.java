package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRule;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.model.DatasetId;
import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which files are data, and what they are called; keeps count of what is none. Spoor's thread only.
 */
final class DataFiles {

  /** Paths whose answer is kept. */
  private static final int KNOWN = 500;

  /** What the rules say of a path. Immutable. */
  static final class Known {
    final DatasetId id;

    /** What sort of program its name makes it; null for data. */
    final String program;

    private final FileRule leftOut;
    private final int rulesChanges;

    private Known(DatasetId id, FileRule leftOut, String program, int rulesChanges) {
      this.id = id;
      this.leftOut = leftOut;
      this.program = program;
      this.rulesChanges = rulesChanges;
    }
  }

  /** Those used last. */
  private static final class Latest extends LinkedHashMap<String, Known> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > KNOWN;
    }
  }

  private final Latest latest = new Latest();
  private final FileNames names;
  private final FileRules rules;
  private final ForeignFiles foreign;
  private final LeftOutFiles leftOut = new LeftOutFiles();

  DataFiles(FileNames names, FileRules rules, ForeignFiles foreign) {
    this.names = names;
    this.rules = rules;
    this.foreign = foreign;
  }

  /** What was left out so far. */
  LeftOutFiles leftOut() {
    return leftOut;
  }

  /** A file that the job opened, by the path that it wrote; null when it is no data. */
  Known opened(String path) {
    // A job that opens one file again and again is met by one lookup.
    Known known = latest.get(path);
    if (known == null || known.rulesChanges != rules.changes()) {
      known = known(path);
      latest.put(path, known);
    }
    if (known.leftOut != null) {
      leftOut.add(known.leftOut, known.id.name());
      return null;
    }
    return known;
  }

  private Known known(String path) {
    DatasetId id = names.dataset(names.absolute(path));
    FileRule rule = rules.rule(id.name());
    boolean isLeftOut = rule != null && rule.fate() == FileRule.Fate.LEFT_OUT;
    String program = rule == null || isLeftOut ? null : rule.reason();
    return new Known(id, isLeftOut ? rule : null, program, rules.changes());
  }

  /** The dataset of a path as text or of a Path; null when it is no data. */
  DatasetId dataset(Object path) {
    if (path instanceof Path && ((Path) path).getFileSystem() != FileSystems.getDefault()) {
      DatasetId id = foreign.dataset((Path) path);
      if (id == null || names.isLocal(id)) {
        return id == null ? null : local(id.name());
      }
      return isLeftOut(id.namespace() + id.name()) ? null : id;
    }
    return path == null ? null : local(path.toString());
  }

  /** The dataset of a path that a library was given as data: no rule says otherwise. */
  DatasetId named(String path) {
    return names.dataset(names.absolute(path));
  }

  /** Where a file lies; null when it is not a local one. */
  File file(DatasetId id) {
    return names.isLocal(id) ? names.file(id) : null;
  }

  private DatasetId local(String path) {
    String absolute = names.absolute(path);
    return isLeftOut(absolute) ? null : names.dataset(absolute);
  }

  private boolean isLeftOut(String path) {
    FileRule rule = rules.rule(path);
    if (rule == null || rule.fate() != FileRule.Fate.LEFT_OUT) {
      return false;
    }
    leftOut.add(rule, path);
    return true;
  }

  /** A logging framework opened a file. */
  void logged(String path) {
    leftOut.add(FileRules.logging(), names.absolute(path));
  }

  /** Whether a file turns out to be part of an embedded database's store, which is then told. */
  boolean isStore(DatasetId id) {
    boolean isStore = names.isLocal(id) && rules.isStore(id.name());
    if (isStore) {
      leftOut.add(FileRules.store(), id.name());
    }
    return isStore;
  }

  /** Whether a database was seen since the last call whose files may have been taken for data. */
  boolean takeStoresChanged() {
    return rules.takeStoresChanged();
  }
}
