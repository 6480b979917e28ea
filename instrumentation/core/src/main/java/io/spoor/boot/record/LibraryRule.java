package io.spoor.boot.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the arguments and the result of one described method of a library are. Immutable. */
public final class LibraryRule {

  /** Separates the parts of a line; no description can contain it. */
  static final char SEPARATOR = '\t';

  /** A role with its place. */
  public static final class Part {
    public final Role role;

    /** The name of a parameter or metric; null for other roles. */
    public final String name;

    /** Null for what has no place. */
    final Place place;

    /** Where the role is no place: what is written there. */
    public final String text;

    private Part(Role role, String name, String text) {
      this.role = role;
      this.name = name;
      this.text = text;
      this.place = role.isFlag() ? null : Place.parse(text);
    }
  }

  /** As its users call it. */
  public final String library;

  /** Maven's {@code group:artifact}, under which its jar knows its version; may be empty. */
  public final String artifact;

  /** Class and method, for messages. */
  public final String method;

  public final Part[] parts;
  final boolean nested;
  final boolean gives;
  final boolean hot;

  /** Whether it tells of rows. */
  final boolean hasRows;

  private LibraryRule(String library, String artifact, String method, List<Part> parts) {
    this.library = library;
    this.artifact = artifact;
    this.method = method;
    this.parts = parts.toArray(new Part[0]);
    Map<Role, Part> byRole = new EnumMap<Role, Part>(Role.class);
    for (Part part : parts) {
      byRole.put(part.role, part);
    }
    nested = byRole.containsKey(Role.NESTED);
    gives = byRole.containsKey(Role.GIVES);
    boolean any = byRole.containsKey(Role.CELLS) || byRole.containsKey(Role.VECTORS);
    hasRows = any || byRole.containsKey(Role.TARGETS);
    hot = byRole.containsKey(Role.PREDICTS) || byRole.containsKey(Role.ITERATES);
  }

  /** Whether it only counts iterations of a training. */
  boolean iterates() {
    return parts[0].role == Role.ITERATES;
  }

  /**
   * The line that {@link #parse} reads.
   *
   * @param parts role, name behind it or empty, and place or text each
   */
  public static String line(
      String library, String artifact, String method, Iterable<String[]> parts) {
    StringBuilder line = new StringBuilder(library);
    line.append(SEPARATOR).append(artifact).append(SEPARATOR).append(method);
    for (String[] part : parts) {
      for (String word : part) {
        line.append(SEPARATOR).append(word);
      }
    }
    return line.toString();
  }

  static LibraryRule parse(String line) {
    List<String> words = new ArrayList<String>();
    int from = 0;
    for (int end = line.indexOf(SEPARATOR); end >= 0; end = line.indexOf(SEPARATOR, from)) {
      words.add(line.substring(from, end));
      from = end + 1;
    }
    words.add(line.substring(from));
    List<Part> parts = new ArrayList<Part>();
    for (int i = 3; i + 2 < words.size(); i += 3) {
      String name = words.get(i + 1);
      parts.add(
          new Part(Role.valueOf(words.get(i)), name.isEmpty() ? null : name, words.get(i + 2)));
    }
    return new LibraryRule(words.get(0), words.get(1), words.get(2), parts);
  }
}
