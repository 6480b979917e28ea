package io.spoor.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of YAML that configurations are written in: nested maps, lists of maps or of
 * scalars, plain and quoted scalars, comments. The result is flat: {@code transport.auth.type},
 * items of lists by their number from 0. A flow collection is kept as its text. What is beyond that
 * is refused with the number of its line, never guessed. Not thread-safe, and without state between
 * calls.
 */
public final class YamlSubset {

  /** The text is no YAML, or more of YAML than is understood here. */
  public static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    public Unclear(int line, String what) {
      super("line " + line + " " + what);
    }
  }

  /** A scalar and where it stands. Immutable. */
  public static final class Entry {
    private final int line;
    private final List<String> path;
    private final String value;

    private final int parentLine;

    private Entry(int line, int parentLine, List<String> path, String value) {
      this.line = line;
      this.parentLine = parentLine;
      this.path = path;
      this.value = value;
    }

    /** From 1. */
    public int line() {
      return line;
    }

    /** Where the key stands that it is beneath, from 1; 0 at the top. */
    public int parentLine() {
      return parentLine;
    }

    /** The keys that lead to it, outermost first; items of lists by their number from 0. */
    public List<String> path() {
      return path;
    }

    /** Not null. */
    public String value() {
      return value;
    }
  }

  /** Joins the keys of a path: it cannot be part of a line. */
  private static final char SEPARATOR = '\n';

  /** A map or list that is open at the line being read. */
  private static final class Level {
    final int indent;
    final String path;
    final boolean list;

    /** Of its key; 0 at the top. */
    final int line;

    int items;

    Level(int indent, String path, boolean list, int line) {
      this.line = line;
      this.indent = indent;
      this.path = path;
      this.list = list;
    }
  }

  private final Map<String, Entry> values = new LinkedHashMap<String, Entry>();
  private final List<Level> open = new ArrayList<Level>();

  /** Path of the key that had no value yet; what is indented deeper belongs to it. */
  private String pending = "";

  private int pendingIndent = -1;
  private int pendingLine;
  private int line;

  private YamlSubset() {}

  /** The scalars by their path, in the order of the text; those without a value are left out. */
  public static Map<String, String> read(String text) throws Unclear {
    Map<String, String> flat = new LinkedHashMap<String, String>();
    for (Map.Entry<String, Entry> each : parse(text).entrySet()) {
      flat.put(each.getKey().replace(SEPARATOR, '.'), each.getValue().value);
    }
    return flat;
  }

  /** The same with their lines, and with keys that may contain a dot. */
  public static List<Entry> entries(String text) throws Unclear {
    return new ArrayList<Entry>(parse(text).values());
  }

  private static Map<String, Entry> parse(String text) throws Unclear {
    YamlSubset reader = new YamlSubset();
    int from = text.startsWith("\ufeff") ? 1 : 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      String row = text.substring(from, end < 0 ? text.length() : end);
      from = end < 0 ? text.length() : end + 1;
      reader.line++;
      if (row.startsWith("...")) {
        break;
      }
      reader.row(row);
    }
    return reader.values;
  }

  private void row(String row) throws Unclear {
    int indent = 0;
    while (indent < row.length() && row.charAt(indent) == ' ') {
      indent++;
    }
    String content = row.substring(indent).trim();
    if (content.isEmpty() || content.charAt(0) == '#') {
      return;
    }
    if (row.charAt(indent) == '\t') {
      throw new Unclear(line, "is indented by a tab");
    }
    if (content.equals("---") && values.isEmpty() && open.isEmpty()) {
      return;
    }
    item(indent, content);
  }

  private void item(int indent, String content) throws Unclear {
    boolean list = content.equals("-") || content.startsWith("- ");
    Level level = level(indent, list);
    if (!list) {
      entry(level, indent, content);
      return;
    }
    String path = join(level.path, String.valueOf(level.items++));
    String rest = content.substring(1).trim();
    int at = indent + content.length() - rest.length();
    pending = path;
    pendingIndent = indent;
    pendingLine = line;
    if (rest.isEmpty() || rest.charAt(0) == '#') {
      return;
    }
    if (colon(rest) < 0) {
      put(path, scalar(rest));
      pendingIndent = -1;
    } else {
      item(at, rest);
    }
  }

  /** The map or list that a line belongs to: an open one of its indentation, or a new one. */
  private Level level(int indent, boolean list) throws Unclear {
    while (!open.isEmpty() && open.get(open.size() - 1).indent > indent) {
      open.remove(open.size() - 1);
    }
    Level last = open.isEmpty() ? null : open.get(open.size() - 1);
    if (last != null && last.indent == indent && last.list && !list) {
      // The items of a list may be no deeper than its key.
      open.remove(open.size() - 1);
      last = open.isEmpty() ? null : open.get(open.size() - 1);
    }
    if (last != null && last.indent == indent && last.list == list) {
      return last;
    }
    boolean belongs = open.isEmpty() && values.isEmpty() && pendingIndent < 0;
    belongs |= pendingIndent >= 0 && (indent > pendingIndent || (list && indent == pendingIndent));
    if (!belongs) {
      throw new Unclear(line, "is not indented like any line above it");
    }
    Level level = new Level(indent, pending, list, pendingLine);
    open.add(level);
    pendingIndent = -1;
    return level;
  }

  private void entry(Level level, int indent, String content) throws Unclear {
    int colon = colon(content);
    if (colon < 0) {
      throw new Unclear(line, "is no 'key: value'");
    }
    String path = join(level.path, scalar(content.substring(0, colon).trim()));
    String value = content.substring(colon + 1).trim();
    if (value.isEmpty() || value.charAt(0) == '#') {
      pending = path;
      pendingIndent = indent;
      pendingLine = line;
    } else {
      put(path, scalar(value));
      pendingIndent = -1;
    }
  }

  private void put(String path, String value) throws Unclear {
    if (values.containsKey(path)) {
      throw new Unclear(line, "repeats the key " + path.replace(SEPARATOR, '.'));
    }
    if (value != null) {
      values.put(path, new Entry(line, open.get(open.size() - 1).line, split(path), value));
    }
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + SEPARATOR + key;
  }

  private static List<String> split(String path) {
    List<String> keys = new ArrayList<String>();
    int from = 0;
    for (int end = path.indexOf(SEPARATOR); end >= 0; end = path.indexOf(SEPARATOR, from)) {
      keys.add(path.substring(from, end));
      from = end + 1;
    }
    keys.add(path.substring(from));
    return Collections.unmodifiableList(keys);
  }

  /** Where the key of an entry ends; -1 when there is none. */
  private static int colon(String content) {
    char quote = content.charAt(0);
    int from = 0;
    if (quote == '"' || quote == '\'') {
      from = content.indexOf(quote, 1) + 1;
      return from > 0 && from < content.length() && content.charAt(from) == ':' ? from : -1;
    }
    if (quote == '[' || quote == '{') {
      return -1;
    }
    for (int i = from; i < content.length(); i++) {
      if (content.charAt(i) == '#' && i > 0 && content.charAt(i - 1) == ' ') {
        return -1;
      }
      if (content.charAt(i) == ':' && (i + 1 == content.length() || content.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  /** A scalar without quotes and comment; null for YAML's null. */
  private String scalar(String text) throws Unclear {
    char first = text.charAt(0);
    if (first == '"' || first == '\'') {
      return quoted(text, first);
    }
    if ("&*!|>%@`".indexOf(first) >= 0 || text.startsWith("? ")) {
      throw new Unclear(line, "has a kind of value that is not understood (" + first + ")");
    }
    int comment = text.indexOf(" #");
    String plain = (comment < 0 ? text : text.substring(0, comment)).trim();
    return plain.equals("null") || plain.equals("~") ? null : plain;
  }

  private String quoted(String text, char quote) throws Unclear {
    StringBuilder value = new StringBuilder();
    int i = 1;
    for (; i < text.length() && text.charAt(i) != quote; i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
        c = i < text.length() ? text.charAt(i) : ' ';
        if ("\"\\/".indexOf(c) < 0) {
          throw new Unclear(line, "has an escape that is not understood");
        }
      }
      value.append(c);
      if (quote == '\'' && text.startsWith("''", i + 1)) {
        value.append('\'');
        i += 2;
      }
    }
    String rest = i < text.length() ? text.substring(i + 1).trim() : "x";
    if (!rest.isEmpty() && rest.charAt(0) != '#') {
      throw new Unclear(line, "has a quote that is not closed, or something behind it");
    }
    return value.toString();
  }
}
