package io.spoor.boot.weave;

import io.spoor.boot.record.LibraryTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the build made of all descriptions: classes by name and JDBC roles by name, each with its
 * rules, and the handlers of the generic hooks by number. Immutable after reading, so class loading
 * on any thread may ask it.
 */
public final class HookIndex {

  /** Stands for the shape of a library's class that has rules of its own. */
  static final int NAMED = -1;

  /** Lines by type; parsed when the type is met, since most jobs meet few. */
  private final Map<String, Entry> rules = new HashMap<String, Entry>(64);

  /** The same types as Class.getName writes them. */
  private final Set<String> names = new HashSet<String>(64);

  /** For types with rules, however they are written, and drivers' classes. */
  private final NameGate gate = new NameGate();

  /** The words for the shape of a driver's class, by its name; empty for {@link #NAMED}. */
  private final Map<String, String> drivers = new HashMap<String, String>(256);

  private final List<String> handlers = new ArrayList<String>();

  /** Classes of the JDK in which units of work are followed, where they are. */
  private final Map<String, Entry> following = new HashMap<String, Entry>(8);

  /** Classes of frameworks whose calls are units of work. */
  private final Set<String> unitTypes = new HashSet<String>(8);

  private volatile boolean follows;

  /** Null when the user names no methods. */
  private volatile UnitIndex named;

  private static final class Entry {
    private final String index;
    private final int from;
    private final int to;

    /** Parsed by whoever comes first, maybe twice: the same values, safe by their final fields. */
    HookRule[] parsed;

    Entry(String index, int from, int to) {
      this.index = index;
      this.from = from;
      this.to = to;
    }

    HookRule[] rules() {
      HookRule[] known = parsed;
      if (known == null) {
        List<HookRule> open = new ArrayList<HookRule>();
        HookRule last = null;
        for (int start = from; start < to; ) {
          int end = index.indexOf('\n', start);
          last = HookRule.parse(index.substring(start + 1, end), last);
          open.add(last);
          start = end + 1;
        }
        known = open.toArray(new HookRule[0]);
        parsed = known;
      }
      return known;
    }
  }

  private final LibraryIndex libraries;

  private HookIndex(LibraryIndex libraries) {
    this.libraries = libraries;
  }

  /** Gives the descriptions of libraries when they are needed. */
  public interface Source {
    byte[] read() throws IOException;
  }

  /**
   * Reads what the build made.
   *
   * @param bytes lines: a type or role and how many letters its rules have with their line ends,
   *     which stand beneath it after a space each and are passed over here, uncompiled as this is;
   *     then the handlers
   * @param source the same for libraries
   */
  @SuppressWarnings("deprecation") // String(byte[], int): ASCII without the start of a decoder
  public static HookIndex parse(byte[] bytes, Source source) {
    HookIndex index = new HookIndex(new LibraryIndex(source));
    String text = new String(bytes, 0);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end);
      start = end + 1;
      if (line.startsWith("driver ")) {
        int nameEnd = line.indexOf(' ', "driver ".length());
        index.addDriver(line.substring("driver ".length(), nameEnd), line.substring(nameEnd + 1));
      } else if (line.startsWith("library ")) {
        index.addDriver(line.substring("library ".length()), "");
      } else if (line.startsWith("unit ")) {
        index.unitTypes.add(line.substring("unit ".length()));
      } else if (line.startsWith("gate ")) {
        index.libraries.gate(line.substring("gate ".length()));
      } else if (line.startsWith("handler ")) {
        index.handlers.add(line.substring("handler ".length()));
      } else {
        int space = line.indexOf(' ');
        int rulesEnd = start + Integer.parseInt(line.substring(space + 1));
        Entry entry = new Entry(text, start, rulesEnd);
        if (line.charAt(0) == '+') {
          String type = line.substring(1, space);
          index.following.put(type, entry);
          index.gate.add(type);
        } else {
          String type = line.substring(0, space);
          index.rules.put(type, entry);
          String name = type.replace('/', '.');
          index.names.add(name);
          index.gate.add(type);
          index.gate.add(name);
        }
        start = rulesEnd;
      }
    }
    return index;
  }

  private void addDriver(String className, String words) {
    drivers.put(className, words);
    gate.add(className);
  }

  /**
   * What the build knows of a class of a library: the shape of a driver's, or {@link #NAMED}; null
   * when nothing.
   */
  Integer driver(String className) {
    String words = gate.passes(className) ? drivers.get(className) : null;
    if (words == null) {
      return null;
    }
    if (words.isEmpty()) {
      return NAMED;
    }
    int shape = 0;
    for (String word : HookRule.split(words, ' ')) {
      shape |= LibraryShape.named(word);
    }
    return shape;
  }

  /**
   * The rules of a class by internal name, or of a role such as {@code =statement}; null if none.
   */
  HookRule[] rules(String type) {
    if (!gate.passes(type)) {
      return null;
    }
    Entry entry = rules.get(type);
    if (entry == null && follows) {
      entry = following.get(type);
    }
    return entry == null ? null : entry.rules();
  }

  /**
   * Units of work may begin: from now on they are followed from thread to thread.
   *
   * @return names of the classes that are to be woven for it
   */
  public List<String> follow() {
    List<String> types = new ArrayList<String>(following.size());
    for (String type : following.keySet()) {
      types.add(type.replace('/', '.'));
    }
    follows = true;
    return types;
  }

  /** Methods that the user has named, whose calls are units of work; at start only. */
  public void setUnits(UnitIndex units) {
    named = units;
  }

  /** Whether a class is a framework's whose calls are units of work. */
  boolean hasUnits(String className) {
    return unitTypes.contains(className);
  }

  /** Adds descriptions of libraries that the user has written; at start only. */
  public void describe(byte[] text) {
    libraries.describe(text);
  }

  /** The described libraries, for the recorder. */
  public LibraryTable libraries() {
    return libraries;
  }

  /** Whether a class is of a described library, or has a method that the user has named. */
  public boolean isDescribed(String className) {
    return described(className) != null;
  }

  /**
   * The rules of a class of a described library, and of methods that the user has named; null when
   * it is none and has none.
   */
  HookRule[] described(String className) {
    HookRule[] ofLibrary = libraries.rules(className);
    HookRule[] ofUnits = named == null ? null : named.rules(className);
    if (ofLibrary == null || ofUnits == null) {
      return ofLibrary == null ? ofUnits : ofLibrary;
    }
    HookRule[] both = Arrays.copyOf(ofLibrary, ofLibrary.length + ofUnits.length);
    System.arraycopy(ofUnits, 0, both, ofLibrary.length, ofUnits.length);
    return both;
  }

  /** The classes and roles that have rules. */
  Set<String> types() {
    return rules.keySet();
  }

  /** Whether a class with rules is a library's: it may be there in a job or not. */
  boolean isLibrary(String type) {
    return "".equals(drivers.get(type));
  }

  /** Whether a loaded class of the JDK has rules. */
  public boolean names(Class<?> type) {
    if (type.getClassLoader() != null) {
      return false;
    }
    String name = type.getName();
    return gate.passes(name) && names.contains(name);
  }

  /** The class names of the generic hooks' handlers; a hook's id is its position. */
  public List<String> handlers() {
    return handlers;
  }
}
