package io.spoor.agent;

import io.spoor.openlineage.ProcessesRunFacet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The processes that the job started: what they do is not seen, and that is to be seen. Arguments
 * may hold secrets, so they are only counted unless the user wants them. Spoor's thread only.
 */
final class StartedProcesses {

  private static final int COMMANDS = 50;
  private static final int LONGEST = 1000;

  private final boolean withArguments;
  private final Map<String, Integer> counts = new LinkedHashMap<String, Integer>();
  private long others;

  StartedProcesses(boolean withArguments) {
    this.withArguments = withArguments;
  }

  void add(String[] command) {
    if (command.length == 0) {
      return;
    }
    StringBuilder text = new StringBuilder(command[0]);
    for (int i = 1; i < command.length && withArguments; i++) {
      text.append(' ').append(command[i]);
    }
    text.setLength(Math.min(text.length(), LONGEST));
    Integer before = counts.get(text.toString());
    if (before == null && counts.size() >= COMMANDS) {
      others++;
    } else {
      counts.put(text.toString(), before == null ? 1 : before + 1);
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Null when there was none. */
  ProcessesRunFacet facet() {
    if (counts.isEmpty()) {
      return null;
    }
    List<ProcessesRunFacet.Entry> entries = new ArrayList<ProcessesRunFacet.Entry>();
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      entries.add(new ProcessesRunFacet.Entry(each.getKey(), each.getValue()));
    }
    return new ProcessesRunFacet(entries, others);
  }
}
