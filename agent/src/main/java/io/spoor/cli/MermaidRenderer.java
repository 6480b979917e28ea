package io.spoor.cli;

import java.util.List;

/** {@code --format mermaid}: a flowchart that Markdown pages show as a picture. */
final class MermaidRenderer implements Renderer {
  @Override
  public String render(List<RunView> runs) {
    Graph graph = new Graph(runs);
    StringBuilder out = new StringBuilder();
    out.append("---\ntitle: ").append(yaml(graph.title())).append("\n---\n");
    out.append("flowchart LR\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      out.append("  n").append(i).append('[');
      out.append(quote(graph.nodes().get(i).label())).append("]\n");
    }
    for (Graph.Arrow arrow : graph.arrows()) {
      out.append("  n").append(arrow.from).append(arrow.candidate ? " -.->|" : " -->|");
      out.append(quote(arrow.label)).append("| n").append(arrow.to).append('\n');
    }
    return out.toString();
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
