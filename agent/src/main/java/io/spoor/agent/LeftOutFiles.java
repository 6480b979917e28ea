package io.spoor.agent;

import io.spoor.instrumentation.jdk.FileRule;
import io.spoor.openlineage.LeftOutRunFacet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts accesses to files that are no data, by rule, with a few of the paths. Spoor's thread only.
 */
final class LeftOutFiles {

  private static final int EXAMPLES = 5;
  private static final int LONGEST = 500;

  private static final class Count {
    final FileRule rule;
    final Set<String> examples = new LinkedHashSet<String>();
    long accesses;

    Count(FileRule rule) {
      this.rule = rule;
    }
  }

  private final Map<String, Count> byRule = new TreeMap<String, Count>();

  void add(FileRule rule, String path) {
    Count count = byRule.get(rule.id());
    if (count == null) {
      count = new Count(rule);
      byRule.put(rule.id(), count);
    }
    count.accesses++;
    if (count.examples.size() < EXAMPLES && path.length() <= LONGEST) {
      count.examples.add(path);
    }
  }

  /**
   * What was left out; null when nothing was.
   *
   * @param quick accesses that the recorder itself dropped: code of programs, devices of the system
   *     and files of the JDK
   */
  LeftOutRunFacet facet(int[] quick) {
    List<LeftOutRunFacet.Entry> entries = new ArrayList<LeftOutRunFacet.Entry>();
    for (Count count : byRule.values()) {
      entries.add(
          new LeftOutRunFacet.Entry(
              count.rule.id(),
              count.rule.reason(),
              count.accesses,
              new ArrayList<String>(count.examples)));
    }
    String[][] rules = {
      {"devices", "devices of the system"},
      {"code", "archives, classes and native code of programs"},
      {"jdk", "files of the JDK"}
    };
    for (int i = 0; i < rules.length; i++) {
      if (quick[i] > 0) {
        entries.add(
            new LeftOutRunFacet.Entry(
                rules[i][0], rules[i][1], quick[i], new ArrayList<String>(0)));
      }
    }
    return entries.isEmpty() ? null : new LeftOutRunFacet(entries);
  }
}
