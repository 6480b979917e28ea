package io.spoor.cli;

import java.util.List;

/** {@code --format dot}: a Graphviz digraph of datasets. */
final class DotRenderer implements Renderer {
  @Override
  public String render(List<RunView> runs) {
    Graph graph = new Graph(runs);
    StringBuilder out = new StringBuilder();
    out.append("digraph lineage {\n");
    out.append("  label=").append(quote(graph.title())).append(";\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [shape=box];\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      out.append("  n").append(i).append(" [label=");
      out.append(quote(graph.nodes().get(i).label())).append("];\n");
    }
    for (Graph.Arrow arrow : graph.arrows()) {
      out.append("  n").append(arrow.from).append(" -> n").append(arrow.to);
      out.append(" [label=").append(quote(arrow.label));
      out.append(arrow.candidate ? ", style=dashed];\n" : "];\n");
    }
    return out.append("}\n").toString();
  }

  /** A quoted string whose backslashes are not Graphviz's line-break escapes. */
  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
