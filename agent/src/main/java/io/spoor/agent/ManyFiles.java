package io.spoor.agent;

import io.spoor.instrumentation.jdk.Fold;
import io.spoor.instrumentation.jdk.FoldRules;
import io.spoor.model.DatasetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds datasets of many files that no single name shows: in one direction of a run, five files of
 * a folder that differ in a number alone, over a hundred of one kind in a folder, or over a
 * thousand beneath one. Those that were taken for datasets of their own until then become members.
 * Spoor's thread only.
 */
final class ManyFiles {

  private static final int SAME_BUT_NUMBER = 5;
  private static final int SAME_KIND = 100;
  private static final int BENEATH = 1000;
  private static final int LONGEST_ENDING = 10;

  private static final String NUMBER = FoldRules.Rule.NUMBERS.reason();
  private static final String MANY = FoldRules.Rule.MANY.reason();

  /** What became of one more file. */
  static final class Change {
    final Fold fold;

    /** Files that have been datasets of their own so far. */
    final Collection<DatasetId> members;

    Change(Fold fold, Collection<DatasetId> members) {
      this.fold = fold;
      this.members = members;
    }
  }

  /** Files directly in one folder, and how many there are in it and beneath. */
  private static final class Folder {
    final Map<String, Set<DatasetId>> byPattern = new HashMap<String, Set<DatasetId>>();
    final Set<String> folded = new HashSet<String>();
    int beneath;
    boolean isFolded;
  }

  private final Map<String, Folder> folders = new HashMap<String, Folder>();
  private final boolean byNumber;
  private final boolean byKind;
  private boolean anyDeep;

  ManyFiles(FoldRules rules) {
    byNumber = rules.isOn(FoldRules.Rule.NUMBERS);
    byKind = rules.isOn(FoldRules.Rule.MANY);
  }

  /** The dataset that a file belongs to by what was found before; null when it is its own. */
  Fold known(DatasetId file) {
    String name = file.name();
    int slash = name.lastIndexOf('/');
    if (folders.isEmpty() || slash < 0) {
      return null;
    }
    Folder folder = folders.get(key(file, slash));
    if (folder != null) {
      for (String pattern : patterns(name, slash)) {
        if (folder.folded.contains(pattern)) {
          return new Fold(name.substring(0, slash + 1) + pattern, reason(pattern));
        }
      }
    }
    if (anyDeep) {
      for (int end = slash; end > 0; end = name.lastIndexOf('/', end - 1)) {
        Folder above = folders.get(key(file, end));
        if (above != null && above.isFolded) {
          return deep(name, end);
        }
      }
    }
    return null;
  }

  /** Takes one more file that is a dataset of its own; null when it stays that. */
  Change add(DatasetId file) {
    String name = file.name();
    int slash = name.lastIndexOf('/');
    if (slash < 0 || !byNumber && !byKind) {
      return null;
    }
    Folder folder = folder(key(file, slash));
    boolean isNew = false;
    for (String pattern : patterns(name, slash)) {
      Set<DatasetId> same = folder.byPattern.get(pattern);
      if (same == null) {
        same = new LinkedHashSet<DatasetId>(4);
        folder.byPattern.put(pattern, same);
      }
      isNew |= same.add(file);
    }
    if (isNew) {
      count(file, 1);
    }
    for (String pattern : patterns(name, slash)) {
      Set<DatasetId> same = folder.byPattern.get(pattern);
      int most = pattern.startsWith("*.") || pattern.equals("*") ? SAME_KIND + 1 : SAME_BUT_NUMBER;
      if (same.size() >= most) {
        folder.folded.add(pattern);
        Collection<DatasetId> members = new ArrayList<DatasetId>(same);
        forget(members);
        return new Change(
            new Fold(name.substring(0, slash + 1) + pattern, reason(pattern)), members);
      }
    }
    return byKind ? deepChange(file, slash) : null;
  }

  private Change deepChange(DatasetId file, int slash) {
    String name = file.name();
    // Not the root: what lies scattered over a machine is no dataset.
    for (int end = slash; end > 0; end = name.lastIndexOf('/', end - 1)) {
      Folder above = folders.get(key(file, end));
      if (above.beneath > BENEATH) {
        Fold fold = deep(name, end);
        List<DatasetId> members = new ArrayList<DatasetId>();
        for (DatasetId each : beneath(key(file, end))) {
          if (deep(each.name(), end).name().equals(fold.name())) {
            members.add(each);
          }
        }
        above.isFolded = true;
        anyDeep = true;
        forget(members);
        return new Change(fold, members);
      }
    }
    return null;
  }

  private Set<DatasetId> beneath(String folder) {
    Set<DatasetId> all = new LinkedHashSet<DatasetId>();
    for (Map.Entry<String, Folder> each : folders.entrySet()) {
      if (each.getKey().equals(folder) || each.getKey().startsWith(folder + "/")) {
        for (Set<DatasetId> same : each.getValue().byPattern.values()) {
          all.addAll(same);
        }
      }
    }
    return all;
  }

  /** A file is no dataset of its own any more: it was folded, renamed or deleted. */
  void forget(Collection<DatasetId> files) {
    for (DatasetId file : files) {
      int slash = file.name().lastIndexOf('/');
      Folder folder = slash < 0 ? null : folders.get(key(file, slash));
      if (folder == null) {
        continue;
      }
      boolean was = false;
      for (String pattern : patterns(file.name(), slash)) {
        Set<DatasetId> same = folder.byPattern.get(pattern);
        if (same != null && same.remove(file)) {
          was = true;
          if (same.isEmpty()) {
            folder.byPattern.remove(pattern);
          }
        }
      }
      if (was) {
        count(file, -1);
      }
    }
  }

  private void count(DatasetId file, int by) {
    String name = file.name();
    for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      Folder folder = folder(key(file, end));
      folder.beneath += by;
      if (folder.beneath == 0 && folder.folded.isEmpty() && !folder.isFolded) {
        folders.remove(key(file, end));
      }
    }
  }

  private Folder folder(String key) {
    Folder folder = folders.get(key);
    if (folder == null) {
      folder = new Folder();
      folders.put(key, folder);
    }
    return folder;
  }

  private static String key(DatasetId file, int slash) {
    return file.namespace() + " " + file.name().substring(0, slash);
  }

  private Fold deep(String name, int end) {
    String ending = ending(name);
    return new Fold(name.substring(0, end) + "/**" + ending, MANY);
  }

  private static String reason(String pattern) {
    return pattern.startsWith("*.") || pattern.equals("*") ? MANY : NUMBER;
  }

  /** The name with a star for each number, where it has any, and a star with the ending. */
  private List<String> patterns(String path, int slash) {
    String name = path.substring(slash + 1);
    List<String> patterns = new ArrayList<String>(2);
    if (byNumber) {
      StringBuilder shape = new StringBuilder(name.length());
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        boolean isDigit = c >= '0' && c <= '9';
        if (!isDigit) {
          shape.append(c);
        } else if (shape.length() == 0 || shape.charAt(shape.length() - 1) != '*') {
          shape.append('*');
        }
      }
      if (shape.indexOf("*") >= 0 && !isKind(shape)) {
        patterns.add(shape.toString());
      }
    }
    if (byKind) {
      patterns.add("*" + ending(name));
    }
    return patterns;
  }

  /** {@code 1.csv} is of the kind {@code *.csv}, which takes more of them. */
  private static boolean isKind(StringBuilder shape) {
    return shape.length() == 1 || shape.charAt(0) == '*' && shape.charAt(1) == '.';
  }

  /** With its dot; empty where there is none that names a kind. */
  private static String ending(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    if (dot <= slash + 1 || path.length() - dot > LONGEST_ENDING) {
      return "";
    }
    for (int i = dot + 1; i < path.length(); i++) {
      if (!Character.isLetterOrDigit(path.charAt(i))) {
        return "";
      }
    }
    boolean isNumber = path.length() > dot + 1 && Character.isDigit(path.charAt(dot + 1));
    return isNumber ? "" : path.substring(dot);
  }
}
