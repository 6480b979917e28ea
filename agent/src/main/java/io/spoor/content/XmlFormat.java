package io.spoor.content;

import io.spoor.content.XmlScan.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of XML: elements of one name that stand side by side, as near to the root as there are any.
 * Their attributes and the texts of elements in them are columns.
 */
final class XmlFormat implements RowFormat {

  /** How deep rows may lie beneath the root, and how deep columns in rows. */
  private static final int DEEPEST = 3;

  @Override
  public FileRows read(byte[] bytes, boolean whole) {
    String text = text(bytes);
    String path = text == null ? null : rowPath(text);
    if (path == null) {
      return null;
    }
    XmlScan scan = new XmlScan(text);
    NamedRows rows = new NamedRows();
    List<String> open = new ArrayList<String>();
    Kind kind = scan.next();
    while (kind != Kind.STOP && rows.hasRoom()) {
      if (kind == Kind.START) {
        open.add(scan.name());
        if (join(open).equals(path)) {
          if (!row(scan, rows)) {
            rows.drop();
            break;
          }
          open.remove(open.size() - 1);
          rows.end();
        }
      } else if (kind == Kind.END) {
        open.remove(open.size() - 1);
      }
      kind = scan.next();
    }
    // What is no more than broken off is rows as far as it goes, what is malformed is none.
    boolean isAll = whole && scan.isAtEnd();
    return whole && !isAll && rows.hasRoom()
        ? null
        : rows.done(Collections.<String>emptySet(), isAll);
  }

  /** Null when it is not marked up, or in a way or a character set that is not known. */
  private static String text(byte[] bytes) {
    int from = FileFormat.starts(bytes, 0, bytes.length, "\u00ef\u00bb\u00bf") ? 3 : 0;
    while (from < bytes.length && bytes[from] >= 0 && bytes[from] <= ' ') {
      from++;
    }
    if (from >= bytes.length || bytes[from] != '<') {
      return null;
    }
    Charset charset = StandardCharsets.UTF_8;
    String start = new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1);
    int encoding = start.indexOf("encoding=");
    if (encoding > 0 && encoding < start.indexOf("?>")) {
      int open = encoding + "encoding=".length();
      int close = start.indexOf(start.charAt(open), open + 1);
      String name = close < 0 ? "" : start.substring(open + 1, close);
      if (name.equalsIgnoreCase("iso-8859-1")) {
        charset = StandardCharsets.ISO_8859_1;
      } else if (!name.equalsIgnoreCase("utf-8") && !name.equalsIgnoreCase("us-ascii")) {
        return null;
      }
    }
    return new String(bytes, charset);
  }

  /** The names from the root to a row, with slashes; null when no element is repeated enough. */
  private static String rowPath(String text) {
    XmlScan scan = new XmlScan(text);
    List<String> open = new ArrayList<String>();
    List<Map<String, Integer>> counts = new ArrayList<Map<String, Integer>>();
    for (int depth = 0; depth <= DEEPEST; depth++) {
      counts.add(new HashMap<String, Integer>());
    }
    for (Kind kind = scan.next(); kind != Kind.STOP; kind = scan.next()) {
      if (kind == Kind.START) {
        open.add(scan.name());
        if (open.size() <= DEEPEST + 1) {
          Map<String, Integer> atDepth = counts.get(open.size() - 1);
          String path = join(open);
          Integer before = atDepth.get(path);
          atDepth.put(path, before == null ? 1 : before + 1);
        }
      } else if (kind == Kind.END) {
        open.remove(open.size() - 1);
      }
    }
    for (int depth = 1; depth <= DEEPEST; depth++) {
      int all = 0;
      String most = null;
      for (Map.Entry<String, Integer> each : counts.get(depth).entrySet()) {
        all += each.getValue();
        most = most == null || each.getValue() > counts.get(depth).get(most) ? each.getKey() : most;
      }
      if (most != null && counts.get(depth).get(most) >= FileRows.FEWEST) {
        // Beside others of its kind: two kinds of rows in turn are none.
        return counts.get(depth).get(most) >= 0.9 * all ? most : null;
      }
    }
    return null;
  }

  private static String join(List<String> names) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      joined.append(i == 0 ? "" : "/").append(names.get(i));
    }
    return joined.toString();
  }

  /** Puts what is in an element that began; false when it breaks off. */
  private static boolean row(XmlScan scan, NamedRows rows) {
    List<String> within = new ArrayList<String>();
    StringBuilder text = new StringBuilder();
    String rowName = scan.name();
    boolean isLeaf = true;
    boolean isEmpty = scan.attributes().isEmpty();
    attributes(scan, "", rows);
    while (true) {
      Kind kind = scan.next();
      if (kind == Kind.STOP) {
        return false;
      }
      if (kind == Kind.TEXT) {
        text.append(scan.value());
      } else if (kind == Kind.START) {
        within.add(scan.name());
        text.setLength(0);
        isLeaf = true;
        isEmpty = false;
        attributes(scan, dotted(within) + '.', rows);
      } else if (within.isEmpty()) {
        if (isEmpty) {
          rows.put(rowName, text.toString());
        }
        return true;
      } else {
        if (isLeaf && within.size() <= DEEPEST) {
          rows.put(dotted(within), text.toString());
        }
        within.remove(within.size() - 1);
        text.setLength(0);
        isLeaf = false;
      }
    }
  }

  private static void attributes(XmlScan scan, String prefix, NamedRows rows) {
    List<String> attributes = scan.attributes();
    for (int i = 0; i < attributes.size(); i += 2) {
      rows.put(prefix + attributes.get(i), attributes.get(i + 1));
    }
  }

  private static String dotted(List<String> names) {
    return join(names).replace('/', '.');
  }
}
