package io.spoor.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what was read of texts, so that a text seen before costs no reading.
 *
 * <p>Two levels: a table of the very texts, asked by the hash that a string keeps of itself; behind
 * it results by {@linkplain SqlText#fingerprint fingerprint}, so that texts that differ only in
 * literals share one. Both are bounded. Not safe for use by several threads at once.
 */
public final class ScriptCache {

  private static final int SLOTS = 1_024;

  /** How many texts whose hash leads to the same place are kept side by side. */
  private static final int WAYS = 4;

  /** Longer texts are found by their fingerprint alone. */
  private static final int LONGEST_TEXT = 1_024;

  /** Estimated bytes of an empty script, and of a name in it. */
  private static final int SCRIPT_BYTES = 300;

  private static final int NAME_BYTES = 150;

  private final String[] texts = new String[SLOTS];
  private final Dialect[] dialects = new Dialect[SLOTS];
  private final SqlScript[] found = new SqlScript[SLOTS];
  private final Map<Long, SqlScript> scripts = new LinkedHashMap<Long, SqlScript>(64, 0.75f, true);
  private final Limits limits;
  private final long maxBytes;
  private int next;
  private long bytes;
  private long evicted;

  /**
   * An empty cache.
   *
   * @param limits how much of a text is read; not null
   * @param maxBytes estimated size of the results kept, at least one is; the texts take at most a
   *     megabyte more
   */
  public ScriptCache(Limits limits, long maxBytes) {
    this.limits = limits;
    this.maxBytes = maxBytes;
  }

  /**
   * What the text reads and writes.
   *
   * @param sql not null
   * @param dialect not null
   */
  public SqlScript get(String sql, Dialect dialect) {
    int hash = sql.hashCode();
    int first = (hash ^ hash >>> 16) & SLOTS - WAYS;
    for (int slot = first; slot < first + WAYS; slot++) {
      if (dialects[slot] == dialect && sql.equals(texts[slot])) {
        return found[slot];
      }
    }
    SqlScript script = byFingerprint(sql, dialect);
    if (sql.length() <= LONGEST_TEXT) {
      int slot = first + (next++ & WAYS - 1);
      texts[slot] = sql;
      dialects[slot] = dialect;
      found[slot] = script;
    }
    return script;
  }

  private SqlScript byFingerprint(String sql, Dialect dialect) {
    Long key = SqlText.fingerprint(sql, dialect);
    SqlScript script = scripts.get(key);
    if (script == null) {
      script = SqlLineage.analyze(sql, dialect, limits);
      scripts.put(key, script);
      bytes += size(script);
      makeRoom();
    }
    return script;
  }

  private void makeRoom() {
    while (bytes > maxBytes && scripts.size() > 1) {
      Long eldest = scripts.keySet().iterator().next();
      bytes -= size(scripts.remove(eldest));
      evicted++;
    }
  }

  private static int size(SqlScript script) {
    int size = SCRIPT_BYTES;
    for (int i = 0; i < script.statements().size(); i++) {
      SqlStatement statement = script.statements().get(i);
      int names = statement.inputs().size() + statement.outputs().size();
      size += SCRIPT_BYTES + NAME_BYTES * (names + statement.targetColumns().size());
    }
    return size;
  }

  /** How many results had to go for others. */
  public long evicted() {
    return evicted;
  }

  /** Estimated size of the results kept. */
  public long bytes() {
    return bytes;
  }
}
