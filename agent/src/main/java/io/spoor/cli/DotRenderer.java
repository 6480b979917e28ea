package io.spoor.cli;

import java.util.List;
import java.util.Map;

/** {@code --format dot}: a Graphviz digraph of datasets; with columns, each a cluster of them. */
final class DotRenderer implements Renderer {
  private final boolean columns;

  DotRenderer(boolean columns) {
    this.columns = columns;
  }

  @Override
  public String render(List<RunView> runs) {
    Graph graph = new Graph(runs, columns);
    StringBuilder out = new StringBuilder();
    out.append("digraph lineage {\n");
    out.append("  label=").append(quote(graph.title())).append(";\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [shape=box];\n");
    for (Graph.Node node : graph.nodes()) {
      node(node, out);
    }
    for (Graph.Arrow arrow : graph.arrows()) {
      out.append("  ").append(arrow.from).append(" -> ").append(arrow.to);
      out.append(" [label=").append(quote(arrow.label));
      if (arrow.line != Graph.Line.FLOW) {
        boolean candidate = arrow.line == Graph.Line.CANDIDATE;
        out.append(", style=").append(candidate ? "dashed" : "dotted");
      }
      out.append("];\n");
    }
    return out.append("}\n").toString();
  }

  private static void node(Graph.Node node, StringBuilder out) {
    String dataset = node.name + " [label=" + quote(node.label) + "];\n";
    if (node.columns().isEmpty()) {
      out.append("  ").append(dataset);
      return;
    }
    out.append("  subgraph cluster_").append(node.name).append(" {\n    ").append(dataset);
    for (Map.Entry<String, String> column : node.columns().entrySet()) {
      out.append("    ").append(column.getValue()).append(" [label=");
      out.append(quote(Plain.line(column.getKey()))).append(", shape=plaintext];\n");
    }
    out.append("  }\n");
  }

  /** A quoted string whose backslashes are not Graphviz's line-break escapes. */
  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
