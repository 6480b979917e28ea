package io.spoor.boot.weave;

import io.spoor.boot.record.LibraryTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the build made of all descriptions: classes by name and JDBC roles by name, each with its
 * rules, and the handlers of the generic hooks by number. A short job asks it uncompiled, about a
 * thousand classes of which it knows few: so it is laid out as a table that nobody reads through,
 * and each part is made the first time that it is asked for. Immutable but for that, so class
 * loading on any thread may ask it.
 *
 * <p>The layout, numbers big-endian and two bytes long unless said otherwise, texts with their
 * length in front: how many places the table has, a power of two; where {@linkplain #TEXTS texts},
 * {@linkplain #CALLS calls} and {@linkplain #HANDLERS handlers} are; for each {@linkplain
 * #gate(String) kind} where the beginnings of described names are, 0 for none; the table: by place
 * where the entry is that belongs there, or in the next one that was free, 0 for none. An entry
 * with rules is in two places, by its name with slashes and with dots.
 *
 * <p>An entry: its name; a byte of the flags below; the words for its shape; the number of its
 * rules, and these, each of {@link #RULE} bytes: the number of the text of its names, of what its
 * descriptors begin with, a byte for the result, one for the place, the number of its call. Texts:
 * how many, then where each is. Calls: how many, then for each the numbers of three texts, those of
 * the hook, its descriptor and the arguments. Handlers, and beginnings of one kind: how many, then
 * their texts.
 */
public final class HookIndex {

  /** Stands for the shape of a library's class that has rules of its own. */
  static final int NAMED = -1;

  /** Where in the header it says where texts are. */
  public static final int TEXTS = 2;

  /** Where in the header it says where calls are. */
  public static final int CALLS = 4;

  /** Where in the header it says where handlers are. */
  public static final int HANDLERS = 6;

  /** Where the table of beginnings begins. */
  public static final int GATES = 8;

  /** Kinds of beginnings, without the last: those that are too short for another. */
  private static final int KINDS = 64;

  /** Kinds of beginnings. */
  public static final int GATE_PLACES = KINDS + 1;

  /** Where the table begins. */
  public static final int TABLE = GATES + 2 * GATE_PLACES;

  /** Where the second of the two letters is: the first behind {@code org/} and {@code com/}. */
  private static final int SECOND = 4;

  /** The bytes of a rule. */
  public static final int RULE = 8;

  /** A class or role that has rules. */
  public static final int RULES = 1;

  /** A class of a library, which may be there in a job or not. */
  public static final int LIBRARY = 2;

  /** A class of a framework whose calls are units of work. */
  public static final int UNIT = 4;

  /** A class of the JDK whose rules hold once units of work may begin. */
  public static final int FOLLOWED = 8;

  /** A driver's class, by its words. */
  public static final int DRIVER = 16;

  private final byte[] bytes;
  private final int places;

  /** By place, made when a class is met. */
  private final Rules[] rules;

  private final MethodNames[] names;
  private final HookRule[] calls;
  private final LibraryIndex libraries;
  private volatile boolean follows;

  /** Null when the user names no methods. */
  private volatile UnitIndex named;

  /** Made by whoever comes first, maybe twice: the same values, safe by the final field. */
  private static final class Rules {
    final HookRule[] all;

    Rules(HookRule[] all) {
      this.all = all;
    }
  }

  /** Gives the descriptions of libraries when they are needed. */
  public interface Source {
    byte[] read() throws IOException;
  }

  private HookIndex(byte[] bytes, Source source) {
    this.bytes = bytes;
    this.places = u2(0);
    this.rules = new Rules[places];
    this.names = new MethodNames[u2(u2(TEXTS))];
    this.calls = new HookRule[u2(u2(CALLS))];
    this.libraries = new LibraryIndex(source, this);
  }

  /**
   * Reads what the build made.
   *
   * @param bytes not copied
   * @param source the same for libraries, as lines
   */
  public static HookIndex of(byte[] bytes, Source source) {
    return new HookIndex(bytes, source);
  }

  /**
   * The place at which the search for a name begins, by its length and five of its letters: the
   * hash of two thousand whole names makes the JVM compile String's once more in a short job.
   *
   * @param name not empty
   * @param places how many there are
   */
  public static int place(String name, int places) {
    int n = name.length();
    int hash = n * 31 + name.charAt(n - 1);
    hash = hash * 31 + name.charAt(n > 2 ? n - 3 : 0);
    hash = hash * 31 + name.charAt(n * 3 >> 2);
    hash = hash * 31 + name.charAt(n >> 1);
    hash = hash * 31 + name.charAt(n * 5 >> 3);
    return (hash ^ hash >>> 7) & places - 1;
  }

  /**
   * The kind of the beginning of a name, by two of its letters: half of all classes of a job begin
   * with {@code org/} or {@code com/}.
   */
  public static int gate(String name) {
    return name.length() <= SECOND ? KINDS : name.charAt(0) + 31 * name.charAt(SECOND) & KINDS - 1;
  }

  /** Whether the name of a class begins as those of a described library. */
  boolean isGated(String className) {
    return begins(className, gate(className)) || begins(className, KINDS);
  }

  private boolean begins(String className, int kind) {
    byte[] table = bytes;
    int gate = GATES + 2 * kind;
    int at = (table[gate] & 0xff) << 8 | table[gate + 1] & 0xff;
    if (at == 0) {
      return false;
    }
    int next = at + 2;
    for (int n = u2(at); n > 0; n--) {
      if (begins(className, next + 2, u2(next))) {
        return true;
      }
      next += 2 + u2(next);
    }
    return false;
  }

  /** From the end, where names that are asked for differ: they have the same kind. */
  private boolean begins(String name, int at, int length) {
    if (name.length() < length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (name.charAt(i) != bytes[at + i]) {
        return false;
      }
    }
    return true;
  }

  private int u1(int at) {
    return bytes[at] & 0xff;
  }

  private int u2(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  @SuppressWarnings("deprecation") // String(byte[], int, int, int): ASCII, starts no decoder.
  private String text(int at) {
    return new String(bytes, 0, at + 2, u2(at));
  }

  private String textOf(int number) {
    return text(u2(textAt(number)));
  }

  private int textAt(int number) {
    return u2(TEXTS) + 2 + 2 * number;
  }

  private List<String> texts(int at) {
    int count = u2(at);
    List<String> texts = new ArrayList<String>(count);
    int next = at + 2;
    for (int i = 0; i < count; i++) {
      texts.add(text(next));
      next += 2 + u2(next);
    }
    return texts;
  }

  /** The place of a name with one of the flags; -1 when there is none. */
  private int find(String name, int flags) {
    // Asked a thousand times, mostly for names that are not there: no call until something is.
    byte[] table = bytes;
    for (int place = place(name, places); ; place = place + 1 & places - 1) {
      int entry = TABLE + 2 * place;
      int at = (table[entry] & 0xff) << 8 | table[entry + 1] & 0xff;
      if (at == 0) {
        return -1;
      }
      if (u2(at) == name.length() && text(at).equals(name)) {
        return (u1(flagsAt(at)) & flags) == 0 ? -1 : place;
      }
    }
  }

  private int flagsAt(int entry) {
    return entry + 2 + u2(entry);
  }

  private HookRule[] rulesAt(int place) {
    Rules known = rules[place];
    if (known == null) {
      int at = flagsAt(u2(TABLE + 2 * place)) + 1;
      at += 2 + u2(at);
      HookRule[] all = new HookRule[u2(at)];
      at += 2;
      for (int i = 0; i < all.length; i++, at += RULE) {
        all[i] = rule(at);
      }
      known = new Rules(all);
      rules[place] = known;
    }
    return known.all;
  }

  private HookRule rule(int at) {
    int number = u2(at);
    MethodNames known = names[number];
    if (known == null) {
      known = new MethodNames(textOf(number));
      names[number] = known;
    }
    int prefix = u2(textAt(u2(at + 2)));
    return new HookRule(
        known,
        Arrays.copyOfRange(bytes, prefix + 2, prefix + 2 + u2(prefix)),
        (char) u1(at + 4),
        (char) u1(at + 5),
        call(u2(at + 6)));
  }

  /** A rule of no method, from which others take what they call. */
  private HookRule call(int number) {
    HookRule known = calls[number];
    if (known == null) {
      int at = u2(CALLS) + 2 + 6 * number;
      known = new HookRule(textOf(u2(at)), textOf(u2(at + 2)), textOf(u2(at + 4)));
      calls[number] = known;
    }
    return known;
  }

  /**
   * What the build knows of a class of a library: the shape of a driver's, or {@link #NAMED}; null
   * when nothing.
   */
  Integer driver(String className) {
    int place = find(className, DRIVER | LIBRARY);
    if (place < 0) {
      return null;
    }
    int at = flagsAt(u2(TABLE + 2 * place));
    if ((u1(at) & DRIVER) == 0) {
      return NAMED;
    }
    int shape = 0;
    for (String word : HookRule.split(text(at + 1), ' ')) {
      shape |= LibraryShape.named(word);
    }
    return shape;
  }

  /**
   * The rules of a class by internal name, or of a role such as {@code =statement}; null if none.
   */
  HookRule[] rules(String type) {
    int place = find(type, follows ? RULES | FOLLOWED : RULES);
    return place < 0 ? null : rulesAt(place);
  }

  /**
   * Units of work may begin: from now on they are followed from thread to thread.
   *
   * @return names of the classes that are to be woven for it
   */
  public List<String> follow() {
    List<String> types = new ArrayList<String>();
    for (String type : all(FOLLOWED)) {
      types.add(type.replace('/', '.'));
    }
    follows = true;
    return types;
  }

  private Set<String> all(int flag) {
    Set<String> all = new TreeSet<String>();
    for (int place = 0; place < places; place++) {
      int at = u2(TABLE + 2 * place);
      if (at != 0 && (u1(flagsAt(at)) & flag) != 0) {
        all.add(text(at));
      }
    }
    return all;
  }

  /** Methods that the user has named, whose calls are units of work; at start only. */
  public void setUnits(UnitIndex units) {
    named = units;
  }

  /** Whether a class is a framework's whose calls are units of work. */
  boolean hasUnits(String className) {
    return find(className, UNIT) >= 0;
  }

  /** Adds descriptions of libraries that the user has written; at start only. */
  public void describe(byte[] text) {
    libraries.describe(text);
  }

  /** The described libraries, for the recorder. */
  public LibraryTable libraries() {
    return libraries;
  }

  /** Whether there is something that users have described or named: it can be in any class. */
  boolean isOfUsers() {
    return named != null || libraries.isOfUsers();
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
    return all(RULES);
  }

  /** Whether a class with rules is a library's: it may be there in a job or not. */
  boolean isLibrary(String type) {
    return find(type, LIBRARY) >= 0;
  }

  /**
   * Whether a class has rules, by its name as {@link Class#getName} writes it: the table leads to
   * them from there too, since a thousand names are asked for while nothing is compiled.
   */
  public boolean names(String name) {
    byte[] table = bytes;
    for (int place = place(name, places); ; place = place + 1 & places - 1) {
      int entry = TABLE + 2 * place;
      int at = (table[entry] & 0xff) << 8 | table[entry + 1] & 0xff;
      if (at == 0) {
        return false;
      }
      if (u2(at) == name.length() && text(at).replace('/', '.').equals(name)) {
        return (u1(flagsAt(at)) & RULES) != 0;
      }
    }
  }

  /** The class names of the generic hooks' handlers; a hook's id is its position. */
  public List<String> handlers() {
    return texts(u2(HANDLERS));
  }
}
