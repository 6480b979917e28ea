package io.spoor.content;

import io.spoor.content.SerialStream.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Rows that Java's serialisation wrote: a list or array of objects of one class, or such objects
 * one after the other. Their fields are columns, those of objects within them with a dot; of maps
 * the keys are. Arrays are rows whose columns have no names.
 */
final class SerialFormat implements RowFormat {

  /** Fields in which lists of java.util have what is in them, arrays or other lists. */
  private static final String[] WRAPPED = {"a", "c", "list"};

  /** Objects within a row. */
  private static final int DEEPEST = 3;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    SerialStream stream = SerialStream.of(bytes);
    if (stream == null) {
      return null;
    }
    List<Object> rows = rows(stream.objects());
    Node first = first(rows);
    if (first == null) {
      return null;
    }
    boolean isAll = whole && stream.isWhole();
    return first.className.startsWith("[") ? arrays(rows, isAll) : named(rows, isAll);
  }

  /** What was written, or what is in the only collection that was. */
  private static List<Object> rows(List<Object> objects) {
    List<Object> nodes = new ArrayList<Object>();
    for (Object each : objects) {
      if (each instanceof Node) {
        nodes.add(each);
      }
    }
    if (nodes.size() != 1) {
      return nodes;
    }
    Node only = (Node) nodes.get(0);
    for (int wrapped = 0; wrapped < DEEPEST && isCollection(only); wrapped++) {
      Node inner = null;
      for (String field : WRAPPED) {
        Object of = only.fields.get(field);
        inner = of instanceof Node ? (Node) of : inner;
      }
      if (inner == null) {
        return only.contents;
      }
      only = inner;
    }
    boolean isArray = only.className.startsWith("[L") || only.className.startsWith("[[");
    return isArray ? only.contents : nodes;
  }

  private static boolean isCollection(Node node) {
    return node.className.startsWith("java.util.") && !isMap(node);
  }

  /** Null unless all are of one class. */
  private static Node first(List<Object> rows) {
    Node first = null;
    for (Object each : rows) {
      if (each instanceof Node) {
        Node node = (Node) each;
        first = first == null ? node : first;
        if (!node.className.equals(first.className)) {
          return null;
        }
      } else if (!(each instanceof byte[])) {
        // Counts stand among them; anything else is no row.
        return null;
      }
    }
    boolean isOwn = first != null && (!first.className.startsWith("java.") || isMap(first));
    return isOwn ? first : null;
  }

  private static boolean isMap(Node node) {
    return node.className.startsWith("java.util.") && node.className.endsWith("Map");
  }

  private static FileRows arrays(List<Object> rows, boolean whole) {
    FileRows.Collector table = new FileRows.Collector();
    for (Object each : rows) {
      if (each instanceof Node && ((Node) each).isWhole) {
        List<Object> cells = ((Node) each).contents;
        int width = Math.min(cells.size(), FileRows.WIDEST);
        if (!table.add(cells.subList(0, width).toArray())) {
          break;
        }
      }
    }
    return table.done(Collections.<String>emptyList(), whole);
  }

  private static FileRows named(List<Object> rows, boolean whole) {
    NamedRows table = new NamedRows();
    for (Object each : rows) {
      if (each instanceof Node && ((Node) each).isWhole && table.hasRoom()) {
        put((Node) each, "", 1, table);
        table.end();
      }
    }
    return table.done(Collections.<String>emptySet(), whole);
  }

  private static void put(Node node, String prefix, int depth, NamedRows table) {
    if (isMap(node)) {
      List<Object> pairs = node.contents;
      for (int i = 1; i + 1 < pairs.size(); i += 2) {
        if (pairs.get(i) instanceof String) {
          put(prefix + pairs.get(i), pairs.get(i + 1), depth, table);
        }
      }
      return;
    }
    for (Map.Entry<String, Object> field : node.fields.entrySet()) {
      put(prefix + field.getKey(), field.getValue(), depth, table);
    }
  }

  private static void put(String name, Object value, int depth, NamedRows table) {
    boolean isNode = value instanceof Node;
    if (isNode && depth < DEEPEST && !((Node) value).className.startsWith("[")) {
      Node node = (Node) value;
      if (!node.className.startsWith("java.") || isMap(node)) {
        put(node, name + '.', depth + 1, table);
      }
    } else if (!isNode) {
      table.put(name, value);
    }
  }
}
