package io.spoor.agent;

import io.spoor.sql.KnownColumns;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scripts that were read, those used last, in so many bytes by our own estimate. One that is gone
 * is read again when it comes again: nothing is lost but time. Spoor's thread only.
 */
final class Readings {

  // Measured on 64-bit HotSpot with compressed references, rounded up: a test holds the sum against
  // what the heap grows by.
  private static final int ENTRY = 240;
  private static final int STATEMENT = 600;
  private static final int TABLE = 160;
  private static final int COLUMN = 160;

  /** A script and what was known when it was read. */
  static final class Reading {
    final SqlScript script;
    private final KnownColumns known;
    private final long changes;
    private final long bytes;

    /**
     * @param known whose columns the script was read with; null when it asked for none, and stays
     *     true whatever is learnt
     */
    Reading(SqlScript script, KnownColumns known, long changes) {
      this.script = script;
      this.known = known;
      this.changes = changes;
      this.bytes = bytes(script);
    }

    /** Whether reading again would give the same. */
    boolean holds(KnownColumns now) {
      return known == null || known == now && changes == now.changes();
    }
  }

  private final long most;
  private final LinkedHashMap<String, Reading> byText =
      new LinkedHashMap<String, Reading>(16, 0.75f, true);
  private long bytes;

  /**
   * @param most bytes
   */
  Readings(long most) {
    this.most = most;
  }

  Reading get(String text) {
    return byText.get(text);
  }

  void put(String text, Reading reading) {
    Reading before = byText.put(text, reading);
    bytes += reading.bytes - (before == null ? 0 : before.bytes);
    Iterator<Map.Entry<String, Reading>> eldest = byText.entrySet().iterator();
    while (bytes > most) {
      bytes -= eldest.next().getValue().bytes;
      eldest.remove();
    }
  }

  /** What is kept, in bytes. */
  long heapBytes() {
    return bytes;
  }

  private static long bytes(SqlScript script) {
    long bytes = ENTRY;
    for (SqlStatement each : script.statements()) {
      int tables = each.inputs().size() + each.feedingInputs().size() + each.outputs().size();
      int columns =
          each.columns().size()
              + each.resultColumns().size()
              + each.parameterColumns().size()
              + each.targetColumns().size()
              + (each.definedColumns() == null ? 0 : each.definedColumns().columns().size());
      bytes += STATEMENT + (long) TABLE * tables + (long) COLUMN * columns;
    }
    return bytes;
  }
}
