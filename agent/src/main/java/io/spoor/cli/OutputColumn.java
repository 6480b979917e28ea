package io.spoor.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An output of a run, or one of its columns, found by what a person calls it. */
final class OutputColumn {
  private final DatasetView output;
  private final String column;

  private OutputColumn(DatasetView output, String column) {
    this.output = output;
    this.column = column;
  }

  DatasetView output() {
    return output;
  }

  /** Null when the whole output is meant. */
  String column() {
    return column;
  }

  /** One sentence about a name that names nothing, or several. */
  static final class NotFound extends Exception {
    private static final long serialVersionUID = 1L;

    NotFound(String sentence) {
      super(sentence);
    }
  }

  /**
   * Finds what is meant.
   *
   * @param text an output's name, whole or its end behind a dot or slash, in any case; a column may
   *     follow behind a dot
   */
  static OutputColumn find(RunView run, String text) throws NotFound {
    DatasetView whole = output(run, text);
    if (whole != null) {
      return new OutputColumn(whole, null);
    }
    for (int dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
      DatasetView output = output(run, text.substring(0, dot));
      if (output != null) {
        return new OutputColumn(output, column(run, output, text.substring(dot + 1)));
      }
    }
    throw new NotFound(
        run.outputs().isEmpty()
            ? "run " + run.runId() + " of " + run.jobName() + " has no outputs"
            : "run "
                + run.runId()
                + " of "
                + run.jobName()
                + " has no output '"
                + text
                + "'"
                + nearest(run, text));
  }

  private static String nearest(RunView run, String text) {
    Set<String> known = new LinkedHashSet<>();
    for (DatasetView output : run.outputs()) {
      known.addAll(names(output));
    }
    int dot = text.lastIndexOf('.');
    String hint = Nearest.hint(text, known);
    hint = hint.isEmpty() && dot > 0 ? Nearest.hint(text.substring(0, dot), known) : hint;
    return hint.isEmpty() ? "; it has " + some(run.outputs()) : hint;
  }

  private static DatasetView output(RunView run, String text) throws NotFound {
    for (int place = 0; place < 2; place++) {
      List<DatasetView> found = new ArrayList<>();
      for (DatasetView output : run.outputs()) {
        for (String name : names(output)) {
          if (place == 0 ? name.equals(text) : name.equalsIgnoreCase(text)) {
            found.add(output);
            break;
          }
        }
      }
      if (found.size() > 1) {
        throw new NotFound(
            found.size()
                + " outputs are called '"
                + text
                + "': "
                + some(found)
                + "; give more of it");
      }
      if (found.size() == 1) {
        return found.get(0);
      }
    }
    return null;
  }

  /** All that an output may be called, the longest first. */
  private static List<String> names(DatasetView output) {
    List<String> names = new ArrayList<>();
    names.add(output.namespace() + " " + output.name());
    names.add(output.name());
    boolean isPath = output.name().indexOf('/') >= 0;
    for (int at = 0; at < output.name().length(); at++) {
      if (output.name().charAt(at) == (isPath ? '/' : '.')) {
        names.add(output.name().substring(at + 1));
      }
    }
    return names;
  }

  private static String column(RunView run, DatasetView output, String text) throws NotFound {
    Set<String> known = columns(run, output);
    String alike = null;
    for (String column : known) {
      if (column.equals(text)) {
        return column;
      }
      alike = column.equalsIgnoreCase(text) ? column : alike;
    }
    if (alike != null) {
      return alike;
    }
    String hint = Nearest.hint(text, known);
    if (hint.isEmpty()) {
      hint = known.isEmpty() ? "; none of its columns are known" : "; it has " + first(known);
    }
    throw new NotFound(output.label() + " has no column '" + text + "'" + hint);
  }

  private static Set<String> columns(RunView run, DatasetView output) {
    Set<String> known = new TreeSet<>();
    for (String[] column : output.columns()) {
      known.add(column[0]);
    }
    for (EdgeView edge : run.edgesInto(output)) {
      for (ColumnView column : edge.columns()) {
        if (column.output() != null) {
          known.add(column.output());
        }
      }
    }
    for (UnexplainedView each : run.unexplainedOf(output)) {
      known.add(each.column());
    }
    return known;
  }

  private static String some(List<DatasetView> outputs) {
    List<String> labels = new ArrayList<>();
    for (DatasetView output : outputs) {
      labels.add(output.label());
    }
    return first(labels);
  }

  private static String first(Iterable<String> all) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (String one : all) {
      if (++count > 5) {
        return text + ", ...";
      }
      text.append(count == 1 ? "" : ", ").append(one);
    }
    return text.toString();
  }
}
