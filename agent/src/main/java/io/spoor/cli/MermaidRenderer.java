package io.spoor.cli;

import java.util.List;
import java.util.Map;

/** {@code --format mermaid}: a flowchart that Markdown pages show as a picture. */
final class MermaidRenderer implements Renderer {
  private final boolean columns;

  MermaidRenderer(boolean columns) {
    this.columns = columns;
  }

  @Override
  public String render(List<RunView> runs) {
    Graph graph = new Graph(runs, columns);
    StringBuilder out = new StringBuilder();
    out.append("---\ntitle: ").append(yaml(graph.title())).append("\n---\n");
    out.append("flowchart LR\n");
    for (Graph.Node node : graph.nodes()) {
      node(node, out);
    }
    for (Graph.Arrow arrow : graph.arrows()) {
      boolean plain = arrow.line == Graph.Line.FLOW;
      out.append("  ").append(arrow.from).append(plain ? " -->|" : " -.->|");
      out.append(quote(arrow.label)).append("| ").append(arrow.to).append('\n');
    }
    return out.toString();
  }

  private static void node(Graph.Node node, StringBuilder out) {
    String dataset = node.name + '[' + quote(node.label) + "]\n";
    if (node.columns().isEmpty()) {
      out.append("  ").append(dataset);
      return;
    }
    out.append("  subgraph s").append(node.name).append("[\" \"]\n    ").append(dataset);
    for (Map.Entry<String, String> column : node.columns().entrySet()) {
      out.append("    ").append(column.getValue()).append('(');
      out.append(quote(Plain.line(column.getKey()))).append(")\n");
    }
    out.append("  end\n");
  }

  /**
   * Text as Mermaid shows it unchanged: what is markup to Mermaid, HTML or Markdown is an entity.
   */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\"#&<>`\\".indexOf(c) >= 0) {
        quoted.append('#').append((int) c).append(';');
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String yaml(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
