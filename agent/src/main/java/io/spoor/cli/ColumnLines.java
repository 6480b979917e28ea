package io.spoor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of an edge as people read them: a line for each output column, and one for what
 * concerns the output as a whole.
 */
final class ColumnLines {
  private static final int FEW = 20;

  private final int most;

  /**
   * @param all whether wide tables are written out
   */
  ColumnLines(boolean all) {
    this.most = all ? Integer.MAX_VALUE : FEW;
  }

  /** The lines, without indentation; none when no columns are known. */
  List<String> of(EdgeView edge) {
    Map<String, List<ColumnView>> byOutput = new LinkedHashMap<>();
    for (ColumnView column : edge.columns()) {
      byOutput.computeIfAbsent(column.output(), output -> new ArrayList<>()).add(column);
    }
    List<ColumnView> whole = byOutput.remove(null);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<ColumnView>> output : byOutput.entrySet()) {
      if (lines.size() == most) {
        int more = byOutput.size() - most;
        lines.add("... " + Plain.count(more) + " more; --columns shows all");
        break;
      }
      lines.add(Plain.line(output.getKey()) + " <- " + inputs(output.getValue()));
    }
    if (whole != null) {
      lines.add(inputs(whole));
    }
    return lines;
  }

  /** The names of columns of which nothing is known, on one line; null when there are none. */
  String unexplained(List<UnexplainedView> columns) {
    List<String> names = new ArrayList<>();
    for (UnexplainedView column : columns) {
      if (names.size() == most) {
        names.add("... " + Plain.count(columns.size() - most) + " more");
        break;
      }
      names.add(Plain.line(column.column()));
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  /** {@code id; price, qty (transformation); conditional: status}. */
  private String inputs(List<ColumnView> columns) {
    Map<String, List<ColumnView>> kinds = new TreeMap<>();
    for (ColumnView column : columns) {
      kinds.computeIfAbsent(rank(column), rank -> new ArrayList<>()).add(column);
    }
    List<String> parts = new ArrayList<>();
    for (List<ColumnView> kind : kinds.values()) {
      parts.add(part(kind));
    }
    return String.join("; ", parts);
  }

  /** The value itself first, then what is made of values, then what only decides. */
  private static String rank(ColumnView column) {
    String order = column.isIndirect() ? "2" : column.word().equals("identity") ? "0" : "1";
    return order + column.word() + (column.isMasked() ? "1" : "0");
  }

  private String part(List<ColumnView> kind) {
    List<String> names = new ArrayList<>();
    for (ColumnView column : kind) {
      if (names.size() == most) {
        names.add("... " + Plain.count(kind.size() - most) + " more");
        break;
      }
      names.add(Plain.line(column.input()));
    }
    ColumnView first = kind.get(0);
    String word = first.word();
    String list = String.join(", ", names);
    String masked = first.isMasked() ? "masked" : "";
    if (first.isIndirect() || first.output() == null) {
      return (word.isEmpty() ? "" : word + ": ") + list + (first.isMasked() ? " (masked)" : "");
    }
    String made = word.equals("identity") ? "" : word;
    String comma = made.isEmpty() || masked.isEmpty() ? "" : ", ";
    String how = made + comma + masked;
    return how.isEmpty() ? list : list + " (" + how + ")";
  }
}
