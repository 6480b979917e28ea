package io.spoor.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Remembers the columns of the tables of one database, within limits: from statements that create
 * tables and views, and from metadata that the job itself fetched. Those not asked for the longest
 * go first.
 *
 * <p>Not safe for threads: one thread at a time. Case does not count. A name with fewer parts means
 * the table whose name it ends, if there is just one; else nothing.
 */
public final class KnownColumns implements SqlCatalog {

  /** What a table and a column cost beside their characters, in bytes. */
  private static final int TABLE_BYTES = 160;

  private static final int COLUMN_BYTES = 48;

  private static final class Entry {
    final String[] parts;
    final List<String> columns;
    final long bytes;

    Entry(String[] parts, List<String> columns, long bytes) {
      this.parts = parts;
      this.columns = columns;
      this.bytes = bytes;
    }
  }

  private final int maxTables;
  private final long maxBytes;
  private final LinkedHashMap<String, Entry> byName =
      new LinkedHashMap<String, Entry>(16, 0.75f, true);
  private final Map<String, List<Entry>> byTable = new HashMap<String, List<Entry>>();
  private long bytes;
  private long evicted;
  private long changes;

  /**
   * An empty memory.
   *
   * @param maxTables how many tables it keeps; positive
   * @param maxBytes how many bytes of heap they may take, about; positive
   */
  public KnownColumns(int maxTables, long maxBytes) {
    if (maxTables < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    this.maxTables = maxTables;
    this.maxBytes = maxBytes;
  }

  /** How many tables were forgotten because a limit was met. */
  public long evicted() {
    return evicted;
  }

  /** Grows with each change, so that what was concluded before can be told from what holds now. */
  public long changes() {
    return changes;
  }

  /** What it holds, in bytes of heap, about. */
  public long heapBytes() {
    return bytes;
  }

  /** How many tables it knows. */
  public int size() {
    return byName.size();
  }

  /**
   * Remembers what metadata of a result or of the database said.
   *
   * @param catalog may be null or empty when not known
   * @param schema may be null or empty when not known
   * @param table not null
   * @param columns all columns in order, as the database spells them; not empty
   */
  public void add(String catalog, String schema, String table, List<String> columns) {
    List<String> parts = new ArrayList<String>(3);
    if (catalog != null && !catalog.isEmpty()) {
      parts.add(catalog);
    }
    if (schema != null && !schema.isEmpty()) {
      parts.add(schema);
    }
    parts.add(table);
    put(parts, columns);
  }

  /** Remembers the columns a statement defines, and forgets those it changes or drops. */
  public void learn(SqlStatement statement) {
    TableColumns defined = statement.definedColumns();
    if (defined != null) {
      put(defined.table().parts(), defined.columns());
      return;
    }
    switch (statement.kind()) {
      case RENAME:
        renamed(statement);
        break;
      case CREATE_TABLE:
      case CREATE_TABLE_AS:
      case CREATE_VIEW:
      case SELECT_INTO:
      case ALTER:
      case DROP:
        for (int i = 0; i < statement.outputs().size(); i++) {
          remove(find(statement.outputs().get(i)));
        }
        break;
      default:
    }
  }

  private void renamed(SqlStatement statement) {
    List<TableName> from = statement.inputs();
    List<TableName> to = statement.outputs();
    for (int i = 0; i < from.size() && i < to.size(); i++) {
      Entry old = find(from.get(i));
      remove(find(to.get(i)));
      if (old != null) {
        remove(old);
        put(to.get(i).parts(), old.columns);
      }
    }
  }

  @Override
  public List<String> columns(TableName table) {
    Entry entry = find(table);
    if (entry == null) {
      return null;
    }
    byName.get(key(entry.parts)); // used just now
    return entry.columns;
  }

  private Entry find(TableName table) {
    String[] parts = folded(table.parts());
    Entry exact = byName.get(key(parts));
    if (exact != null || table.isFile()) {
      return exact;
    }
    List<Entry> named = byTable.get(parts[parts.length - 1]);
    Entry found = null;
    for (int i = 0; named != null && i < named.size(); i++) {
      if (ends(named.get(i).parts, parts)) {
        if (found != null) {
          return null;
        }
        found = named.get(i);
      }
    }
    return found;
  }

  /** Whether one name ends with the other. */
  private static boolean ends(String[] a, String[] b) {
    for (int i = 1; i <= a.length && i <= b.length; i++) {
      if (!a[a.length - i].equals(b[b.length - i])) {
        return false;
      }
    }
    return true;
  }

  private void put(List<String> name, List<String> columns) {
    String[] parts = folded(name);
    remove(byName.get(key(parts)));
    long size = TABLE_BYTES;
    for (String part : parts) {
      size += 4L * part.length();
    }
    for (int i = 0; i < columns.size(); i++) {
      size += COLUMN_BYTES + 2L * columns.get(i).length();
    }
    if (size > maxBytes) {
      evicted++;
      return;
    }
    Entry entry = new Entry(parts, new ArrayList<String>(columns), size);
    byName.put(key(parts), entry);
    List<Entry> named = byTable.get(parts[parts.length - 1]);
    if (named == null) {
      named = new ArrayList<Entry>(1);
      byTable.put(parts[parts.length - 1], named);
    }
    named.add(entry);
    bytes += size;
    changes++;
    while (byName.size() > maxTables || bytes > maxBytes) {
      Iterator<Entry> eldest = byName.values().iterator();
      remove(eldest.next());
      evicted++;
    }
  }

  private void remove(Entry entry) {
    if (entry == null) {
      return;
    }
    byName.remove(key(entry.parts));
    String table = entry.parts[entry.parts.length - 1];
    List<Entry> named = byTable.get(table);
    named.remove(entry);
    if (named.isEmpty()) {
      byTable.remove(table);
    }
    bytes -= entry.bytes;
    changes++;
  }

  private static String[] folded(List<String> parts) {
    String[] folded = new String[parts.size()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = parts.get(i).toLowerCase(Locale.ROOT);
    }
    return folded;
  }

  private static String key(String[] parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      key.append(part).append('\n');
    }
    return key.toString();
  }
}
