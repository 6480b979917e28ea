package io.spoor.instrumentation.jdk;

import java.util.ArrayList;
import java.util.List;

/** Why files of some names are no data, or a part of the job's program. Immutable. */
public final class FileRule {

  /** What becomes of a file that the rule fits. */
  public enum Fate {
    /** It is in no event but for its count. */
    LEFT_OUT,
    /** An input with the role program where it is read, data where it is written or copied. */
    PROGRAM
  }

  private final Fate fate;
  private final String id;
  private final String reason;
  private final Glob[] globs;

  FileRule(Fate fate, String id, String reason, Glob... globs) {
    this.fate = fate;
    this.id = id;
    this.reason = reason;
    this.globs = globs;
  }

  public Fate fate() {
    return fate;
  }

  /** Its name, in lower case. */
  public String id() {
    return id;
  }

  /** For users, without a full stop. */
  public String reason() {
    return reason;
  }

  /** Whether it is about an absolute path. */
  boolean fits(String path) {
    for (Glob glob : globs) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads rules as they stand in {@code files.rules}: fate, name, globs and reason, separated by
   * bars; lines that begin with # explain.
   */
  static List<FileRule> parse(String text) {
    List<FileRule> rules = new ArrayList<FileRule>();
    for (String line : text.split("\n")) {
      if (line.trim().isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\|");
      String[] patterns = parts[2].trim().split(" +");
      Glob[] globs = new Glob[patterns.length];
      for (int i = 0; i < patterns.length; i++) {
        globs[i] = new Glob(patterns[i]);
      }
      Fate fate = parts[0].trim().equals("program") ? Fate.PROGRAM : Fate.LEFT_OUT;
      rules.add(new FileRule(fate, parts[1].trim(), parts[3].trim(), globs));
    }
    return rules;
  }
}
