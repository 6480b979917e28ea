package io.spoor.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table, view or file as a statement names it. Immutable.
 *
 * <p>Parts are unquoted; whether a part was quoted is kept, because an unquoted one still has to be
 * folded to the database's case by the caller.
 */
public final class TableName {

  private final List<String> parts;
  private final int quoted;
  private final boolean file;

  private TableName(List<String> parts, int quoted, boolean file) {
    this.parts = parts;
    this.quoted = quoted;
    this.file = file;
  }

  /**
   * A table name.
   *
   * @param parts from the widest to the table itself; at least one
   * @param quoted bit i is set when part i was quoted
   */
  static TableName table(List<String> parts, int quoted) {
    return new TableName(Collections.unmodifiableList(new ArrayList<String>(parts)), quoted, false);
  }

  static TableName file(String location) {
    return new TableName(Collections.singletonList(location), 1, true);
  }

  /** The parts from the widest (catalog) to the table; for a file its location alone. */
  public List<String> parts() {
    return parts;
  }

  /** Whether part {@code index} was written in quotes. */
  public boolean isQuoted(int index) {
    return (quoted & (1 << index)) != 0;
  }

  /** Whether this is a file, folder, stage or URL rather than a table. */
  public boolean isFile() {
    return file;
  }

  /** The table's own name, or the file's location. */
  public String table() {
    return parts.get(parts.size() - 1);
  }

  /** The schema, or null when none is written. */
  public String schema() {
    return part(2);
  }

  /** The catalog or database, or null when none is written. */
  public String catalog() {
    return part(3);
  }

  /** A part counted from the end; an empty one, as in {@code db..t}, is not written. */
  private String part(int fromEnd) {
    if (parts.size() < fromEnd) {
      return null;
    }
    String part = parts.get(parts.size() - fromEnd);
    return part.isEmpty() ? null : part;
  }

  /** Whether both name the same thing when letter case does not count. */
  boolean sameAs(TableName other) {
    if (file != other.file || parts.size() != other.parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).equalsIgnoreCase(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof TableName)) {
      return false;
    }
    TableName other = (TableName) o;
    return file == other.file && quoted == other.quoted && parts.equals(other.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode() * 31 + quoted;
  }

  /** The parts joined by dots, without quotes. */
  @Override
  public String toString() {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append('.');
      }
      out.append(parts.get(i));
    }
    return out.toString();
  }
}
