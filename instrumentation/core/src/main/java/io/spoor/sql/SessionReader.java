package io.spoor.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads USE, SET, RESET and their like: where unqualified names are looked for from now on. */
final class SessionReader {

  private static final int MAX_SCHEMAS = 20;

  private final Scan scan;
  private final Tokens tokens;
  private boolean local;

  SessionReader(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens;
  }

  /** USE; reads from behind the word on. */
  void use(int start) {
    scan.kind = StatementKind.SESSION;
    int p = start;
    if (isWord(p, "WAREHOUSE") || isWord(p, "ROLE") || isWord(p, "SECONDARY")) {
      return;
    }
    boolean catalog = isWord(p, "CATALOG") || isDatabaseOfThree(p);
    boolean schema =
        scan.is(p, Keyword.SCHEMA)
            || scan.is(p, Keyword.DATABASE)
            || isWord(p, "NAMESPACE")
            || isWord(p, "KEYSPACE");
    if ((catalog || schema) && isValue(p + 1)) {
      p++;
    } else {
      catalog = scan.dialect == Dialect.SQLSERVER || scan.dialect == Dialect.SNOWFLAKE;
    }
    if (isWord(p, "IDENTIFIER") && scan.isParen(p + 1)) {
      p += 2;
    }
    one(p, catalog);
  }

  /** Whether DATABASE means the first of three parts. */
  private boolean isDatabaseOfThree(int p) {
    return scan.is(p, Keyword.DATABASE) && scan.dialect == Dialect.SNOWFLAKE;
  }

  /** Teradata: DATABASE mart; reads from behind the word on. */
  void database(int p) {
    scan.kind = StatementKind.SESSION;
    one(p, false);
  }

  /** SET; reads from behind the word on. False when it sets something else. */
  boolean set(int start) {
    int p = start;
    while (scan.is(p, Keyword.SESSION) || scan.is(p, Keyword.LOCAL)) {
      local |= scan.is(p, Keyword.LOCAL);
      p++;
    }
    if (isWord(p, "SEARCH_PATH")) {
      list(behindSign(p + 1));
      return true;
    }
    if (isWord(p, "CATALOG")) {
      one(behindSign(p + 1), true);
      return true;
    }
    boolean current = scan.is(p, Keyword.CURRENT);
    int word = current ? p + 1 : p;
    boolean schema =
        scan.is(word, Keyword.SCHEMA)
            || isWord(word, "CURRENT_SCHEMA")
            || isWord(word, "SQLID")
            || scan.is(word, Keyword.DATABASE) && scan.dialect == Dialect.TERADATA;
    if (schema) {
      one(behindSign(word + 1), false);
      return true;
    }
    return bigQuery(p);
  }

  /** SET @@dataset_id = 'd' and SET @@dataset_project_id = 'p' of BigQuery. */
  private boolean bigQuery(int p) {
    if (scan.dialect != Dialect.BIGQUERY || scan.kind(p) != Tokens.PARAM || !isValue(p + 2)) {
      return false;
    }
    String variable = tokens.raw(p);
    boolean catalog = variable.equalsIgnoreCase("@@dataset_project_id");
    if (catalog || variable.equalsIgnoreCase("@@dataset_id")) {
      one(p + 2, catalog);
      return true;
    }
    return false;
  }

  /** Oracle: ALTER SESSION SET CURRENT_SCHEMA = s; reads from behind SESSION on. */
  void alterSession(int start) {
    scan.kind = StatementKind.SESSION;
    for (int p = start; p < scan.to; p++) {
      if (isWord(p, "CURRENT_SCHEMA")) {
        one(behindSign(p + 1), false);
        return;
      }
    }
  }

  /** RESET; reads from behind the word on. */
  void reset(int p) {
    scan.kind = StatementKind.SESSION;
    if (isWord(p, "SEARCH_PATH") || scan.is(p, Keyword.ALL) || scan.is(p, Keyword.SCHEMA)) {
      scan.session = SessionEffect.of(SessionEffect.Kind.RESET);
    }
  }

  /** SELECT set_config('search_path', 'a, b', false) of PostgreSQL, {@code p} is the function. */
  void setConfig(int p) {
    if (scan.isParen(p + 1)
        && scan.kind(p + 2) == Tokens.STRING
        && scan.kind(p + 4) == Tokens.STRING
        && tokens.unquoted(p + 2).equalsIgnoreCase("search_path")) {
      Scan path =
          new Scan(
              Lexer.lex(tokens.unquoted(p + 4), scan.dialect, scan.limits),
              scan.dialect,
              scan.limits);
      path.to = path.tokens.size;
      SessionReader reader = new SessionReader(path);
      reader.local = scan.isWord(p + 6, "TRUE");
      reader.list(0);
      scan.session = path.session;
    }
  }

  /** Snowflake: a created schema or database becomes the current one; from behind CREATE on. */
  void created(int start) {
    int p = start;
    while (scan.is(p, Keyword.OR) || scan.is(p, Keyword.REPLACE) || isWord(p, "TRANSIENT")) {
      p++;
    }
    if (scan.is(p, Keyword.SCHEMA) || scan.is(p, Keyword.DATABASE)) {
      boolean catalog = scan.is(p, Keyword.DATABASE);
      p++;
      if (scan.is(p, Keyword.IF)) {
        p += 3;
      }
      one(p, catalog);
    }
  }

  // ---- names

  private boolean isWord(int p, String upper) {
    return scan.isWord(p, upper);
  }

  private int behindSign(int p) {
    return scan.isOperator(p, '=') || scan.is(p, Keyword.TO) ? p + 1 : p;
  }

  private boolean isValue(int p) {
    return scan.isName(p) || scan.kind(p) == Tokens.STRING;
  }

  /** One name of one or two parts. */
  private void one(int p, boolean catalog) {
    if (scan.is(p, Keyword.DEFAULT)) {
      scan.session = SessionEffect.of(SessionEffect.Kind.RESET);
      return;
    }
    if (!isValue(p) || isUser(p) || tokens.malformed) {
      unknown();
      return;
    }
    List<SchemaName> names = new ArrayList<SchemaName>(1);
    if (scan.kind(p + 1) == Tokens.DOT && scan.isName(p + 2)) {
      names.add(new SchemaName(part(p), isQuoted(p), part(p + 2), isQuoted(p + 2)));
    } else if (catalog) {
      names.add(new SchemaName(part(p), isQuoted(p), null, false));
    } else {
      names.add(new SchemaName(null, false, part(p), isQuoted(p)));
    }
    scan.session = SessionEffect.defaults(names, local);
  }

  /** The names of a search path. */
  private void list(int start) {
    List<SchemaName> names = new ArrayList<SchemaName>(2);
    int p = start;
    while (isValue(p) && names.size() < MAX_SCHEMAS) {
      String name = part(p);
      if (scan.is(p, Keyword.DEFAULT)) {
        scan.session = SessionEffect.of(SessionEffect.Kind.RESET);
        return;
      }
      if (!name.isEmpty() && !name.equals("$user")) {
        names.add(new SchemaName(null, false, name, isQuoted(p)));
      }
      if (scan.kind(p + 1) != Tokens.COMMA) {
        break;
      }
      p += 2;
    }
    if (names.isEmpty() || tokens.malformed) {
      unknown();
    } else {
      scan.session = SessionEffect.defaults(names, local);
    }
  }

  private void unknown() {
    scan.partial("the new default schema is not known");
  }

  /** SET SCHEMA USER: who that is the text does not say. */
  private boolean isUser(int p) {
    return scan.is(p, Keyword.USER)
        || isWord(p, "SESSION_USER")
        || isWord(p, "CURRENT_USER")
        || isWord(p, "SYSTEM_USER")
        || isWord(p, "NONE");
  }

  private String part(int p) {
    return tokens.unquoted(p);
  }

  private boolean isQuoted(int p) {
    return tokens.kind[p] != Tokens.WORD;
  }
}
