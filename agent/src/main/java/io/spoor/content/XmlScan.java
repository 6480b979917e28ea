package io.spoor.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps through XML that may break off anywhere. No document type is followed and no entity but the
 * five of the language and characters by number is known: where there are others it stops.
 */
final class XmlScan {

  /** What comes next. */
  enum Kind {
    START,
    END,
    TEXT,
    /** Nothing, or what is not understood. */
    STOP
  }

  private static final String[][] ENTITIES = {
    {"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}
  };

  private final String text;
  private final List<String> open = new ArrayList<String>();
  private final List<String> attributes = new ArrayList<String>();
  private int at;
  private String name;
  private String value;
  private boolean isEmptyElement;
  private boolean hasRoot;

  XmlScan(String text) {
    this.text = text;
    at = text.startsWith("\ufeff") ? 1 : 0;
  }

  /** Of the element that begins or ends, without the prefix of its namespace. */
  String name() {
    return name;
  }

  /** Names and values by turns, of the element that begins. */
  List<String> attributes() {
    return attributes;
  }

  /** Of text. */
  String value() {
    return value;
  }

  /** Whether the document was understood to its end. */
  boolean isAtEnd() {
    return hasRoot && open.isEmpty() && text.substring(at).trim().isEmpty();
  }

  Kind next() {
    if (isEmptyElement) {
      isEmptyElement = false;
      return close(open.get(open.size() - 1));
    }
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        int end = text.indexOf('<', at);
        if (end < 0) {
          return Kind.STOP;
        }
        value = decoded(text.substring(at, end));
        if (value == null) {
          return Kind.STOP;
        }
        at = end;
        if (!open.isEmpty()) {
          return Kind.TEXT;
        }
        if (!value.trim().isEmpty()) {
          return Kind.STOP;
        }
      } else if (text.startsWith("<![CDATA[", at)) {
        int end = text.indexOf("]]>", at);
        if (end < 0 || open.isEmpty()) {
          return Kind.STOP;
        }
        value = text.substring(at + "<![CDATA[".length(), end);
        at = end + "]]>".length();
        return Kind.TEXT;
      } else if (text.startsWith("<!--", at)) {
        if (!skipPast("-->")) {
          return Kind.STOP;
        }
      } else if (text.startsWith("<?", at)) {
        if (!skipPast("?>")) {
          return Kind.STOP;
        }
      } else if (text.startsWith("</", at)) {
        int end = text.indexOf('>', at);
        return end < 0 ? Kind.STOP : end(end);
      } else {
        return start();
      }
    }
    return Kind.STOP;
  }

  private boolean skipPast(String mark) {
    int end = text.indexOf(mark, at);
    at = end < 0 ? at : end + mark.length();
    return end >= 0;
  }

  private Kind end(int end) {
    String closed = text.substring(at + 2, end).trim();
    if (open.isEmpty() || !open.get(open.size() - 1).equals(closed)) {
      return Kind.STOP;
    }
    at = end + 1;
    return close(closed);
  }

  private Kind close(String closed) {
    open.remove(open.size() - 1);
    name = local(closed);
    return Kind.END;
  }

  private Kind start() {
    int from = at + 1;
    int i = endOfName(from);
    if (i == from || open.isEmpty() && hasRoot) {
      return Kind.STOP;
    }
    String full = text.substring(from, i);
    attributes.clear();
    while (true) {
      i = skipSpace(i);
      if (i >= text.length()) {
        return Kind.STOP;
      }
      char c = text.charAt(i);
      if (c == '>' || c == '/' && i + 1 < text.length() && text.charAt(i + 1) == '>') {
        isEmptyElement = c == '/';
        at = i + (isEmptyElement ? 2 : 1);
        open.add(full);
        name = local(full);
        hasRoot = true;
        return Kind.START;
      }
      i = attribute(i);
      if (i < 0) {
        return Kind.STOP;
      }
    }
  }

  /** Where the attribute ends; -1 when none is there. */
  private int attribute(int from) {
    int end = endOfName(from);
    int i = skipSpace(end);
    if (end == from || i >= text.length() || text.charAt(i) != '=') {
      return -1;
    }
    i = skipSpace(i + 1);
    char quote = i < text.length() ? text.charAt(i) : ' ';
    int close = quote == '"' || quote == '\'' ? text.indexOf(quote, i + 1) : -1;
    String decoded = close < 0 ? null : decoded(text.substring(i + 1, close));
    if (decoded == null) {
      return -1;
    }
    String full = text.substring(from, end);
    if (!full.equals("xmlns") && !full.startsWith("xmlns:") && !full.startsWith("xml:")) {
      attributes.add(local(full));
      attributes.add(decoded);
    }
    return close + 1;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private int endOfName(int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != ':') {
        break;
      }
      i++;
    }
    return i;
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /** Null when it has an entity of its own. */
  private static String decoded(String raw) {
    int and = raw.indexOf('&');
    if (and < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int from = 0;
    for (; and >= 0; and = raw.indexOf('&', from)) {
      int end = raw.indexOf(';', and);
      String character = end < 0 ? null : character(raw.substring(and + 1, end));
      if (character == null) {
        return null;
      }
      out.append(raw, from, and).append(character);
      from = end + 1;
    }
    return out.append(raw, from, raw.length()).toString();
  }

  private static String character(String entity) {
    for (String[] known : ENTITIES) {
      if (entity.equals(known[0])) {
        return known[1];
      }
    }
    if (!entity.startsWith("#")) {
      return null;
    }
    boolean isHex = entity.startsWith("#x");
    try {
      int code = Integer.parseInt(entity.substring(isHex ? 2 : 1), isHex ? 16 : 10);
      return Character.isValidCodePoint(code) ? new String(Character.toChars(code)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
