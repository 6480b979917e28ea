package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code --all-runs}: one line a run, and beneath it one for each of its units of work. */
final class RunListRenderer implements Renderer {
  private static final int SHORT_ID = 8;

  @Override
  public String render(List<RunView> top) {
    List<RunView> runs = new ArrayList<>();
    List<String> indents = new ArrayList<>();
    add(top, "", runs, indents);
    int id = idLength(runs);
    String[][] rows = new String[runs.size() + 1][];
    rows[0] = new String[] {"time", "run", "state", "inputs", "outputs", "job"};
    for (int i = 0; i < runs.size(); i++) {
      RunView run = runs.get(i);
      rows[i + 1] =
          new String[] {
            Plain.time(run.start()),
            Plain.line(run.runId().substring(0, Math.min(id, run.runId().length()))),
            Plain.line(run.state()),
            Plain.count(run.inputs().size()),
            Plain.count(run.outputs().size()),
            indents.get(i) + Plain.line(run.jobName())
          };
    }
    StringBuilder out = new StringBuilder();
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        boolean last = column == row.length - 1;
        boolean number = column == 3 || column == 4;
        String space = last ? "" : spaces(width(rows, column) - row[column].length());
        out.append(number ? space + row[column] : row[column] + space);
        out.append(last ? "\n" : "  ");
      }
    }
    return out.toString();
  }

  private static void add(
      List<RunView> runs, String indent, List<RunView> all, List<String> indents) {
    for (RunView run : runs) {
      all.add(run);
      indents.add(indent);
      add(run.units(), indent + "  ", all, indents);
    }
  }

  /** As many characters as tell all runs apart, so that each can be given to {@code --run}. */
  private static int idLength(List<RunView> runs) {
    int length = SHORT_ID;
    List<String> ids = new ArrayList<>();
    for (RunView run : runs) {
      ids.add(run.runId());
    }
    Collections.sort(ids);
    for (int i = 1; i < ids.size(); i++) {
      String a = ids.get(i - 1);
      String b = ids.get(i);
      int same = 0;
      while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
        same++;
      }
      length = Math.max(length, same + 1);
    }
    return length;
  }

  private static int width(String[][] rows, int column) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, row[column].length());
    }
    return width;
  }

  private static String spaces(int count) {
    StringBuilder spaces = new StringBuilder();
    for (int i = 0; i < count; i++) {
      spaces.append(' ');
    }
    return spaces.toString();
  }
}
