package io.spoor.instrumentation.jdk;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are parts of one dataset, by their names alone: those of Hadoop and its kin, which
 * are folders full of them, and those whose names differ in a date or a number, which jobs write
 * one by one. The dataset's name is the folder, or a glob that fits all members. Immutable.
 */
public final class FoldRules {

  /** The rules, by the names that the setting fold takes. */
  public enum Rule {
    KEYS("key=value partitions"),
    PARTS("part files"),
    DATES("dates in names"),
    NUMBERS("numbers in names"),
    MANY("many files of one kind");

    private final String reason;

    Rule(String reason) {
      this.reason = reason;
    }

    /** For users. */
    public String reason() {
      return reason;
    }
  }

  /** Loaded with the first file: a job without any does not pay for it. */
  private static final class Patterns {
    /** Hive's and Spark's partitions: {@code dt=2024-01-31}. */
    static final Pattern KEY = Pattern.compile("/[A-Za-z_][A-Za-z0-9_.-]*=[^/]*/");

    /** Hadoop's {@code part-r-00000} and Spark's {@code part-00000-UUID.c000}; Hive's 000000_0. */
    static final Pattern PART =
        Pattern.compile(
            "part-(?:[rm]-)?[0-9]{5}(?:[-_.].*)?|[0-9]{6}_[0-9]+(?:_copy_[0-9]+)?(?:\\..*)?");

    private static final String YEAR = "(?:19|20)[0-9]{2}";
    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String DAY = "(?:0[1-9]|[12][0-9]|3[01])";
    private static final String TIME =
        "(?:[-_.T ]?(?:[01][0-9]|2[0-3])[-_.:hH]?[0-5][0-9](?:[-_.:mM]?[0-5][0-9](?:\\.?[0-9]{3})?)?Z?)?";

    /** A month, a day or an instant; a year's quarter or week; milliseconds since 1970; a UUID. */
    private static final String DATE =
        "(?:(?<![0-9])(?:"
            + (YEAR + "([-_.]?)" + MONTH + "(?:\\1" + DAY + TIME + ")?")
            + ("|" + DAY + "([-_.])" + MONTH + "\\2" + YEAR)
            + ("|" + YEAR + "[-_.]?(?:[qQ][1-4]|[wW][0-5][0-9])")
            + "|1[4-9][0-9]{8}(?:[0-9]{3})?"
            + ")(?![0-9])"
            + "|(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f]))";

    static final Pattern IN_NAME = Pattern.compile(DATE);

    /** Folders of a date alone: {@code 2024/01/31}, {@code 2024-01-31}. */
    static final Pattern DATE_FOLDERS =
        Pattern.compile(
            "/(?:"
                + (YEAR + "/" + MONTH + "(?:/" + DAY + "(?:/(?:[01][0-9]|2[0-3]))?)?")
                + ("|" + DATE)
                + ")(?=/|$)");

    /** {@code 3-of-10}; a number behind a word for a part; one with zeros in front. */
    static final Pattern NUMBER =
        Pattern.compile(
            "(?<![0-9])[0-9]+-of-[0-9]+(?![0-9])"
                + "|(?<=(?<![A-Za-z])(?i:part|chunk|split|shard|segment|slice|piece)[-_. ]?)(?<![0-9])[0-9]+"
                + "|(?<![0-9])0[0-9]{2,}(?=[-_.]|$)");

    /** What stands between a dataset's folder and its files until the writer is done. */
    static final Pattern UNCOMMITTED =
        Pattern.compile(
            "/_temporary/[0-9]+(?:/_temporary/[^/]+|/task_[^/]+)?(?=/|$)"
                + "|/_temporary(?=/|$)"
                + "|/\\.spark-staging-[^/]+(?=/|$)"
                + "|/\\.hive-staging[^/]*(?:/-ext-[0-9]+)?(?:/_tmp\\.[^/]*)?(?=/|$)");
  }

  private final Set<Rule> on;

  /**
   * @param on the rules that hold; none leaves each file a dataset of its own
   */
  public FoldRules(Collection<Rule> on) {
    this.on =
        on.isEmpty()
            ? Collections.<Rule>emptySet()
            : Collections.unmodifiableSet(EnumSet.copyOf(on));
  }

  public boolean isOn(Rule rule) {
    return on.contains(rule);
  }

  /**
   * Where a file will be once its writer is done: without the folders of output committers, such as
   * {@code _temporary/0/task_1}; the path itself when it is there already.
   */
  public static String committed(String path) {
    if (path.indexOf("/_temporary") < 0 && path.indexOf("/.") < 0) {
      return path;
    }
    return Patterns.UNCOMMITTED.matcher(path).replaceAll("");
  }

  /** The folder that a committer will put an uncommitted file into; null for any other path. */
  public static String committerRoot(String path) {
    if (path.indexOf("/_temporary") < 0 && path.indexOf("/.") < 0) {
      return null;
    }
    Matcher matcher = Patterns.UNCOMMITTED.matcher(path);
    return matcher.find() ? path.substring(0, matcher.start()) : null;
  }

  /**
   * The dataset of a file that its name shows to be one of several.
   *
   * @param path absolute, normalised
   * @return null when the file is a dataset of its own
   */
  public Fold fold(String path) {
    if (!mayFold(path)) {
      return null;
    }
    StringBuilder reasons = new StringBuilder();
    String name = path;
    boolean isFolder = false;
    if (on.contains(Rule.KEYS) && name.indexOf('=') > 0) {
      Matcher key = Patterns.KEY.matcher(name);
      if (key.find() && key.start() > 0) {
        name = name.substring(0, key.start());
        isFolder = true;
        add(reasons, Rule.KEYS);
      }
    }
    int slash = name.lastIndexOf('/');
    if (!isFolder && slash > 0 && on.contains(Rule.PARTS) && mayBePart(name, slash + 1)) {
      if (Patterns.PART.matcher(name.substring(slash + 1)).matches()) {
        name = name.substring(0, slash);
        isFolder = true;
        add(reasons, Rule.PARTS);
      }
    }
    String dated = on.contains(Rule.DATES) && mayHaveDate(name) ? dated(name, isFolder) : name;
    if (!dated.equals(name)) {
      name = dated;
      add(reasons, Rule.DATES);
    }
    slash = name.lastIndexOf('/');
    if (!isFolder && on.contains(Rule.NUMBERS) && hasDigit(name, slash + 1)) {
      String numbered = Patterns.NUMBER.matcher(name.substring(slash + 1)).replaceAll("*");
      numbered = name.substring(0, slash + 1) + numbered;
      if (!numbered.equals(name)) {
        name = numbered;
        add(reasons, Rule.NUMBERS);
      }
    }
    return reasons.length() == 0 ? null : new Fold(name, reasons.toString());
  }

  /**
   * All rules want a digit or an equals sign. This and the next three are asked first: most paths
   * end there, and a short job would wait at its end for the patterns to be made.
   */
  private static boolean mayFold(String path) {
    return path.indexOf('=') >= 0 || hasDigit(path, 0);
  }

  private static boolean hasDigit(String path, int from) {
    for (int i = from; i < path.length(); i++) {
      if (isDigit(path, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBePart(String path, int from) {
    return path.startsWith("part-", from) || isDigit(path, from);
  }

  /** Whether a year or milliseconds could begin at some digits, or a UUID somewhere. */
  private static boolean mayHaveDate(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '-' && isHex(path, i - 8, i)) {
        return true;
      }
      if (isDigit(path, i) && (i == 0 || !isDigit(path, i - 1))) {
        int second = i + 1 < path.length() ? path.charAt(i + 1) : 0;
        if (path.charAt(i) == '1' && second >= '4' && second <= '9'
            || path.charAt(i) == '2' && second == '0') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isHex(String path, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (i < 0 || !isDigit(path, i) && (path.charAt(i) < 'a' || path.charAt(i) > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String path, int at) {
    return at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9';
  }

  private static void add(StringBuilder reasons, Rule rule) {
    reasons.append(reasons.length() == 0 ? "" : ", ").append(rule.reason());
  }

  /**
   * With stars for dates; a folder whose last part is a date is one of several of the one above.
   */
  private static String dated(String path, boolean isFolder) {
    int slash = isFolder ? path.length() : path.lastIndexOf('/');
    String folders = path.substring(0, slash);
    StringBuffer out = new StringBuffer();
    Matcher dates = Patterns.DATE_FOLDERS.matcher(folders);
    while (dates.find()) {
      dates.appendReplacement(out, dates.group().replaceAll("[^/]+", "*"));
    }
    dates.appendTail(out);
    if (isFolder) {
      while (out.length() > 2 && out.charAt(out.length() - 1) == '*') {
        out.setLength(out.length() - 2);
      }
      return out.toString();
    }
    return out.append(Patterns.IN_NAME.matcher(path.substring(slash)).replaceAll("*")).toString();
  }
}
