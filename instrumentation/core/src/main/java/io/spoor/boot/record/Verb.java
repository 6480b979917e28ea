package io.spoor.boot.record;

/**
 * What a SQL text itself does to the transaction of its connection. Read from the first words of
 * the text, and of its last statement, when the text is met for the first time.
 */
final class Verb {

  static final int NONE = 0;
  static final int BEGIN = 1;
  static final int COMMIT = 2;
  static final int ROLLBACK = 3;
  static final int SAVEPOINT = 4;
  static final int ROLLBACK_TO = 5;
  static final int RELEASE = 6;
  static final int AUTO_COMMIT_ON = 7;
  static final int AUTO_COMMIT_OFF = 8;
  static final int DDL = 9;
  static final int TEMPORARY_DDL = 10;
  static final int TRUNCATE = 11;

  /** What unqualified names mean may be another thing behind it. */
  static final int SETTING = 17;

  /** Likewise, until the transaction ends. */
  static final int LOCAL_SETTING = 18;

  /** MySQL's XA COMMIT: of a branch by name, whether it was prepared or not. */
  static final int XA_COMMIT = 15;

  static final int XA_ROLLBACK = 16;

  /** The first phase of two; a branch is named. */
  static final int PREPARE = 12;

  static final int COMMIT_PREPARED = 13;
  static final int ROLLBACK_PREPARED = 14;

  /** A last statement farther from the end than this does not only end a transaction. */
  private static final int LONGEST_END = 60;

  /** Settings are looked for so far into a text. */
  private static final int LONGEST_SETTING = 200;

  /** What SET, RESET and ALTER SESSION name where it is about unqualified names. */
  private static final String[] DEFAULTS = {
    "SEARCH_PATH", "SCHEMA", "CATALOG", "DATABASE", "NAMESPACE", "SQLID", "DATASET", "ALL", "USER"
  };

  private final String sql;
  private int at;

  /** Name of the savepoint or branch, lower case; null when there is none. */
  String name;

  Verb(String sql) {
    this.sql = sql;
  }

  /** Whether it begins a transaction before it does anything else. */
  boolean begins() {
    at = 0;
    return first() == BEGIN;
  }

  /** What it does in the end. */
  int last() {
    at = 0;
    int verb = first();
    int end = sql.length();
    while (end > 0 && (sql.charAt(end - 1) <= ' ' || sql.charAt(end - 1) == ';')) {
      end--;
    }
    int start = sql.lastIndexOf(';', end - 1);
    if (start < 0) {
      return verb == BEGIN ? NONE : verb;
    }
    if (end - start <= LONGEST_END && isPlain(start + 1, end)) {
      at = start + 1;
      String word = word();
      if ("COMMIT".equals(word)) {
        return COMMIT;
      }
      if ("ROLLBACK".equals(word)) {
        return "TO".equals(word()) ? NONE : ROLLBACK;
      }
    }
    return verb == DDL || verb == TRUNCATE || verb >= SETTING || verb == AUTO_COMMIT_OFF
        ? verb
        : NONE;
  }

  /** Only words: so it is no end of a string or a comment. */
  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = sql.charAt(i);
      if (c > ' ' && !Character.isLetter(c)) {
        return false;
      }
    }
    return true;
  }

  private int first() {
    String word = word();
    switch (word) {
      case "BEGIN":
        return begin();
      case "START":
        return "TRANSACTION".equals(word()) ? BEGIN : NONE;
      case "COMMIT":
        return commit(COMMIT, COMMIT_PREPARED);
      case "END":
        return isEnd(word()) ? COMMIT : NONE;
      case "ABORT":
        return ROLLBACK;
      case "ROLLBACK":
        return rollback();
      case "SAVEPOINT":
        return named(SAVEPOINT, rawWord());
      case "SAVE":
        word();
        return named(SAVEPOINT, rawWord());
      case "RELEASE":
        return named(RELEASE, afterOptional("SAVEPOINT"));
      case "PREPARE":
        word = word();
        return "TRANSACTION".equals(word) || "COMMIT".equals(word)
            ? named(PREPARE, rawWord())
            : NONE;
      case "XA":
        return global();
      case "SET":
        return set();
      case "TRUNCATE":
        return TRUNCATE;
      case "ALTER":
        return "SESSION".equals(word()) ? setting(false) : DDL;
      case "USE":
      case "DATABASE":
      case "DISCARD":
        return SETTING;
      case "RESET":
        return setting(false);
      case "SELECT":
        return function();
      case "CREATE":
      case "DROP":
        return ddl();
      case "RENAME":
      case "GRANT":
      case "REVOKE":
      case "COMMENT":
        return DDL;
      default:
        return NONE;
    }
  }

  /** BEGIN alone or with words of a transaction; else it opens a block of statements. */
  private int begin() {
    String word = word();
    switch (word) {
      case "":
        return at >= sql.length() || sql.charAt(at) == ';' ? BEGIN : NONE;
      case "WORK":
      case "TRAN":
      case "TRANSACTION":
      case "DEFERRED":
      case "IMMEDIATE":
      case "EXCLUSIVE":
      case "CONCURRENT":
      case "ISOLATION":
      case "READ":
        return BEGIN;
      default:
        return NONE;
    }
  }

  private static boolean isEnd(String word) {
    return word.isEmpty() || word.equals("WORK") || word.equals("TRANSACTION");
  }

  private int commit(int whole, int prepared) {
    int from = at;
    String word = word();
    if ("PREPARED".equals(word)) {
      return named(prepared, rawWord());
    }
    if ("TRANSACTION".equals(word)) {
      // H2 names a prepared branch here; elsewhere the word stands alone.
      String branch = rawWord();
      return branch.isEmpty() || "AND".equalsIgnoreCase(branch) ? whole : named(prepared, branch);
    }
    at = from;
    return whole;
  }

  private int rollback() {
    int from = at;
    String word = word();
    if ("WORK".equals(word)) {
      from = at;
      word = word();
    }
    if ("TO".equals(word)) {
      return named(ROLLBACK_TO, afterOptional("SAVEPOINT"));
    }
    if ("TRAN".equals(word) || "TRANSACTION".equals(word)) {
      int afterWord = at;
      if ("TO".equals(word())) {
        return named(ROLLBACK_TO, afterOptional("SAVEPOINT"));
      }
      at = afterWord;
      String name = rawWord();
      // SQL Server names a savepoint, H2 a branch; which one it is, the connection knows.
      return name.isEmpty() || "AND".equalsIgnoreCase(name)
          ? ROLLBACK
          : named(ROLLBACK_PREPARED, name);
    }
    at = from;
    return commit(ROLLBACK, ROLLBACK_PREPARED);
  }

  private int global() {
    String word = word();
    String rest = sql.substring(at).trim();
    int onePhase = rest.toUpperCase(java.util.Locale.ROOT).indexOf("ONE PHASE");
    rest = onePhase < 0 ? rest : rest.substring(0, onePhase).trim();
    switch (word) {
      case "START":
      case "BEGIN":
        return BEGIN;
      case "PREPARE":
        return named(PREPARE, rest);
      case "COMMIT":
        return named(XA_COMMIT, rest);
      case "ROLLBACK":
        return named(XA_ROLLBACK, rest);
      default:
        return NONE;
    }
  }

  private int set() {
    String word = word();
    boolean local = "LOCAL".equals(word);
    int from = at - word.length();
    if (local || "SESSION".equals(word) || "GLOBAL".equals(word)) {
      word = word();
    }
    if (word.isEmpty() && sql.startsWith("@@", at)) {
      at += 2;
      word = word();
      if (at < sql.length() && sql.charAt(at) == '.') {
        at++;
        word = word();
      }
    }
    boolean implicit = "IMPLICIT_TRANSACTIONS".equals(word);
    if (!implicit && !"AUTOCOMMIT".equals(word)) {
      at = from;
      return setting(local);
    }
    skipBlanks();
    while (at < sql.length() && (sql.charAt(at) == '=' || sql.charAt(at) == ' ')) {
      at++;
    }
    boolean on =
        at < sql.length() && sql.charAt(at) == '1'
            || sql.regionMatches(true, at, "ON", 0, 2)
            || sql.regionMatches(true, at, "TRUE", 0, 4);
    return on != implicit ? AUTO_COMMIT_ON : AUTO_COMMIT_OFF;
  }

  /** Whether what is set here is among what unqualified names depend on. */
  private int setting(boolean local) {
    int end = Math.min(sql.length(), at + LONGEST_SETTING);
    for (int i = at; i < end; i++) {
      for (String name : DEFAULTS) {
        if (sql.regionMatches(true, i, name, 0, name.length())) {
          return local ? LOCAL_SETTING : SETTING;
        }
      }
    }
    return NONE;
  }

  /** SELECT set_config('search_path', 'a', true) of PostgreSQL. */
  private int function() {
    String call = "set_config";
    skipBlanks();
    if (sql.regionMatches(true, at, "pg_catalog.", 0, 11)) {
      at += 11;
    }
    if (!sql.regionMatches(true, at, call, 0, call.length())) {
      return NONE;
    }
    int end = sql.indexOf(')', at);
    int last = end < 0 ? -1 : sql.lastIndexOf(',', end);
    String value = last < 0 ? "" : sql.substring(last + 1, end).trim();
    return setting(!value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("'f'"));
  }

  private int ddl() {
    for (int i = 0; i < 3; i++) {
      switch (word()) {
        case "TEMPORARY":
        case "TEMP":
          return TEMPORARY_DDL;
        case "OR":
        case "REPLACE":
        case "LOCAL":
        case "PRIVATE":
          break;
        default:
          return DDL;
      }
    }
    return DDL;
  }

  private int named(int verb, String word) {
    name = word.isEmpty() ? null : lower(word);
    return name == null ? NONE : verb;
  }

  private String afterOptional(String optional) {
    String word = rawWord();
    return optional.equalsIgnoreCase(word) ? rawWord() : word;
  }

  private static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT);
  }

  /** The next word in upper case; empty where something else stands. */
  private String word() {
    skipBlanks();
    int from = at;
    while (at < sql.length() && (Character.isLetter(sql.charAt(at)) || sql.charAt(at) == '_')) {
      at++;
    }
    return sql.substring(from, at).toUpperCase(java.util.Locale.ROOT);
  }

  /** The next name, without its quotes. */
  private String rawWord() {
    skipBlanks();
    int from = at;
    if (at < sql.length() && "\"'`[".indexOf(sql.charAt(at)) >= 0) {
      char close = sql.charAt(at) == '[' ? ']' : sql.charAt(at);
      int end = sql.indexOf(close, at + 1);
      at = end < 0 ? sql.length() : end + 1;
      return sql.substring(from + 1, end < 0 ? sql.length() : end);
    }
    while (at < sql.length() && sql.charAt(at) > ' ' && sql.charAt(at) != ';') {
      at++;
    }
    return sql.substring(from, at);
  }

  private void skipBlanks() {
    while (at < sql.length()) {
      if (sql.charAt(at) <= ' ') {
        at++;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else {
        return;
      }
    }
  }
}
