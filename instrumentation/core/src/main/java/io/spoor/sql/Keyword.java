package io.spoor.sql;

/**
 * The words the scanner knows, with what each means by its position. All other words are names.
 *
 * <p>Found by an open-addressing table keyed by a hash that the lexer computes while it reads the
 * word, so that a word costs no string.
 */
enum Keyword {
  ABORT,
  ADD,
  ALL,
  ALTER,
  ANALYZE(Flags.NO_ALIAS),
  AND(Flags.NO_ALIAS),
  ANTI(Flags.NO_ALIAS),
  ANY(Flags.NO_ALIAS),
  APPLY(Flags.NO_ALIAS),
  ARRAY(Flags.NO_ALIAS),
  AS,
  ASOF(Flags.NO_ALIAS),
  AT(Flags.NO_ALIAS),
  ATTACH,
  BEFORE(Flags.NO_ALIAS),
  BEGIN,
  BETWEEN(Flags.NO_ALIAS),
  BULK,
  BY,
  CACHE,
  CALL,
  CASE(Flags.NO_ALIAS),
  CHANGES(Flags.NO_ALIAS),
  CLONE,
  CLUSTER(Flags.NO_ALIAS | Flags.ENDS_FROM),
  COMMENT,
  COMMIT,
  CONFLICT,
  CONNECT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  CONNECTION,
  COPY,
  CREATE,
  CROSS(Flags.NO_ALIAS),
  CURRENT,
  CURSOR,
  DATA,
  DATABASE,
  DECLARE,
  DEFAULT,
  DELETE(Flags.NO_ALIAS | Flags.CHANGE),
  DESC,
  DESCRIBE,
  DETACH,
  DIRECTORY,
  DISTINCT,
  DISTRIBUTE(Flags.NO_ALIAS | Flags.ENDS_FROM),
  DO(Flags.NO_ALIAS),
  DROP,
  DUMPFILE,
  DUPLICATE,
  ELSE,
  ELSEIF,
  ELSIF,
  END,
  EXCEPT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  EXCEPTION,
  EXCHANGE,
  EXEC,
  EXECUTE,
  EXISTS,
  EXPLAIN,
  EXPORT,
  EXTERNAL,
  FETCH(Flags.NO_ALIAS | Flags.ENDS_FROM),
  FILL,
  FINAL(Flags.NO_ALIAS),
  FIRST,
  FLUSH,
  FOR(Flags.NO_ALIAS | Flags.ENDS_FROM),
  FORCE(Flags.NO_ALIAS),
  FORMAT(Flags.ENDS_FROM),
  FROM(Flags.NO_ALIAS | Flags.ENDS_FROM),
  FULL(Flags.NO_ALIAS),
  FUNCTION,
  GLOBAL(Flags.NO_ALIAS),
  GO,
  GRANT,
  GROUP(Flags.NO_ALIAS | Flags.ENDS_FROM),
  HANDLER,
  HAVING(Flags.NO_ALIAS | Flags.ENDS_FROM),
  IDENTIFIED,
  IF,
  IGNORE(Flags.NO_ALIAS),
  IMMEDIATE,
  IN(Flags.NO_ALIAS),
  INDEX,
  INFILE,
  INNER(Flags.NO_ALIAS),
  INPATH,
  INSERT(Flags.NO_ALIAS | Flags.CHANGE),
  INTERSECT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  INTO(Flags.NO_ALIAS),
  IS(Flags.NO_ALIAS),
  JOIN(Flags.NO_ALIAS),
  KEY,
  KILL,
  LATERAL(Flags.NO_ALIAS),
  LEFT(Flags.NO_ALIAS),
  LIKE,
  LIMIT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  LOAD,
  LOCAL,
  LOCK(Flags.NO_ALIAS),
  LOOP,
  MATCH_RECOGNIZE(Flags.NO_ALIAS),
  MATERIALIZED,
  MERGE(Flags.NO_ALIAS | Flags.CHANGE),
  MINUS(Flags.NO_ALIAS | Flags.ENDS_FROM),
  MODEL(Flags.ENDS_FROM),
  NATURAL(Flags.NO_ALIAS),
  NO,
  NOT(Flags.NO_ALIAS),
  OFFSET(Flags.NO_ALIAS | Flags.ENDS_FROM),
  ON(Flags.NO_ALIAS),
  ONLY,
  OPEN,
  OPTIMIZE,
  OPTION(Flags.NO_ALIAS | Flags.ENDS_FROM),
  OR(Flags.NO_ALIAS),
  ORDER(Flags.NO_ALIAS | Flags.ENDS_FROM),
  OUTER(Flags.NO_ALIAS),
  OUTFILE,
  OUTPUT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  OVERWRITE,
  PACKAGE,
  PARTITION(Flags.NO_ALIAS),
  PASSWORD,
  PIVOT(Flags.NO_ALIAS),
  POSITIONAL(Flags.NO_ALIAS),
  PRAGMA,
  PREPARE,
  PREWHERE(Flags.NO_ALIAS | Flags.ENDS_FROM),
  PRINT,
  PROCEDURE,
  PURGE,
  QUALIFY(Flags.NO_ALIAS | Flags.ENDS_FROM),
  RECURSIVE,
  REFRESH,
  RELEASE,
  RENAME,
  REPEAT,
  REPLACE(Flags.CHANGE),
  RESET,
  RETURN,
  RETURNING(Flags.NO_ALIAS | Flags.ENDS_FROM),
  REVOKE,
  RIGHT(Flags.NO_ALIAS),
  ROLLBACK,
  ROW,
  SAMPLE(Flags.NO_ALIAS),
  SAVEPOINT,
  SCHEMA,
  SEL(Flags.QUERY),
  SELECT(Flags.NO_ALIAS | Flags.QUERY),
  SEMI(Flags.NO_ALIAS),
  SEQUENCE,
  SESSION,
  SET(Flags.NO_ALIAS | Flags.ENDS_FROM),
  SETTINGS(Flags.NO_ALIAS | Flags.ENDS_FROM),
  SHOW,
  SIGNAL,
  SORT(Flags.NO_ALIAS | Flags.ENDS_FROM),
  START(Flags.NO_ALIAS | Flags.ENDS_FROM),
  STRAIGHT_JOIN(Flags.NO_ALIAS),
  SYNONYM,
  SYSTEM_TIME,
  SYSTEM_VERSION,
  TABLE,
  TABLES,
  TABLESAMPLE(Flags.NO_ALIAS),
  THEN,
  TIMESTAMP,
  TO(Flags.NO_ALIAS),
  TOP,
  TRAN,
  TRANSACTION,
  TRIGGER,
  TRUNCATE,
  TYPE,
  UNCACHE,
  UNION(Flags.NO_ALIAS | Flags.ENDS_FROM),
  UNLOAD,
  UNLOCK,
  UNNEST,
  UNPIVOT(Flags.NO_ALIAS),
  UNTIL,
  UPDATE(Flags.NO_ALIAS | Flags.CHANGE),
  UPSERT(Flags.CHANGE),
  USE(Flags.NO_ALIAS),
  USER,
  USING(Flags.NO_ALIAS),
  VACUUM,
  VALUE,
  VALUES(Flags.NO_ALIAS | Flags.QUERY),
  VERSION(Flags.NO_ALIAS),
  VIEW,
  WHEN(Flags.NO_ALIAS | Flags.ENDS_FROM),
  WHERE(Flags.NO_ALIAS | Flags.ENDS_FROM),
  WHILE,
  WINDOW(Flags.NO_ALIAS | Flags.ENDS_FROM),
  WITH(Flags.NO_ALIAS | Flags.QUERY),
  WORK;

  private static final int SLOT_COUNT = 1024;
  private static final Keyword[] SLOTS = new Keyword[SLOT_COUNT];

  static {
    for (Keyword keyword : values()) {
      int hash = 0;
      for (int i = 0; i < keyword.name().length(); i++) {
        hash = hash(hash, keyword.name().charAt(i));
      }
      int slot = slot(hash);
      while (SLOTS[slot] != null) {
        slot = (slot + 1) & (SLOT_COUNT - 1);
      }
      SLOTS[slot] = keyword;
    }
  }

  private final int flags;

  Keyword() {
    this(0);
  }

  Keyword(int flags) {
    this.flags = flags;
  }

  /** One step of the hash of a word; letters of both cases hash alike. */
  static int hash(int hash, char c) {
    return hash * 31 + (c >= 'a' && c <= 'z' ? c - 32 : c);
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOT_COUNT - 1);
  }

  /** The keyword that {@code text[from, to)} spells in any case, or null. */
  static Keyword find(char[] text, int from, int to, int hash) {
    int slot = slot(hash);
    for (Keyword k = SLOTS[slot]; k != null; k = SLOTS[slot]) {
      if (k.spells(text, from, to)) {
        return k;
      }
      slot = (slot + 1) & (SLOT_COUNT - 1);
    }
    return null;
  }

  private boolean spells(char[] text, int from, int to) {
    String name = name();
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = text[from + i];
      if ((c >= 'a' && c <= 'z' ? c - 32 : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the word goes on with the clause, so that it is no alias unless AS stands before. */
  boolean endsAlias() {
    return (flags & Flags.NO_ALIAS) != 0;
  }

  /** Whether no relation can follow it in the same FROM clause after a comma. */
  boolean endsFrom() {
    return (flags & Flags.ENDS_FROM) != 0;
  }

  /** Whether a query may begin with it. */
  boolean beginsQuery() {
    return (flags & Flags.QUERY) != 0;
  }

  /** Whether a statement that changes rows begins with it. */
  boolean beginsChange() {
    return (flags & Flags.CHANGE) != 0;
  }

  private static final class Flags {
    static final int NO_ALIAS = 1;
    static final int ENDS_FROM = 2;
    static final int QUERY = 4;
    static final int CHANGE = 8;
  }
}
