package io.spoor.sql;

/** The hash of a text's tokens in which literals count only where lineage depends on them. */
final class Fingerprint {

  private static final long PRIME = 0x100000001b3L;

  private final Tokens tokens;
  private final Dialect dialect;
  private long hash = 0xcbf29ce484222325L;

  private Fingerprint(Tokens tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  static long of(Tokens tokens, Dialect dialect) {
    Fingerprint fingerprint = new Fingerprint(tokens, dialect);
    fingerprint.add((char) dialect.ordinal());
    if (tokens.truncated || fingerprint.literalsMatter()) {
      fingerprint.addAll(tokens.text, 0, tokens.text.length);
    } else {
      fingerprint.addTokens();
    }
    return fingerprint.hash;
  }

  private void addTokens() {
    boolean inList = false;
    boolean ordinals = false;
    for (int p = 0; p < tokens.size; p++) {
      byte kind = tokens.kind[p];
      if (tokens.keyword[p] == Keyword.BY) {
        ordinals = true;
      } else if (kind != Tokens.NUMBER && kind != Tokens.COMMA) {
        ordinals = false;
      }
      boolean value = !ordinals && isFree(p);
      boolean comma = !ordinals && kind == Tokens.COMMA && isFree(p + 1);
      if (inList && (value || comma)) {
        continue; // one more of a list of values
      }
      inList = value;
      if (value) {
        add('?');
      } else {
        addAll(tokens.text, tokens.start[p], tokens.end[p]);
      }
      add(' ');
    }
  }

  /** Whether the token is a literal or parameter that may be any other. */
  private boolean isFree(int p) {
    byte kind = tokens.kind[p];
    if (kind == Tokens.STRING) {
      return p > 0 && !isAliasOrKey(p);
    }
    return kind == Tokens.PARAM || kind == Tokens.NUMBER && !isPartOfName(p);
  }

  /** {@code a AS 'x'}, {@code f(a) 'x'} and {@code a['x']}. */
  private boolean isAliasOrKey(int p) {
    int before = p - 1;
    byte kind = tokens.kind[before];
    return tokens.keyword[before] == Keyword.AS
        || tokens.keyword[before] == null && tokens.isName(before)
        || kind == Tokens.CLOSE
        || kind == Tokens.NUMBER
        || kind == Tokens.OPEN && tokens.first(before) == '[';
  }

  /** {@code s.2020} and BigQuery's {@code project-1.d.t}. */
  private boolean isPartOfName(int p) {
    return p > 0
        && (tokens.kind[p - 1] == Tokens.DOT
            || dialect == Dialect.BIGQUERY
                && tokens.touchesPrevious(p)
                && tokens.first(p - 1) == '-');
  }

  /** Whether a literal may name a file, a table or a schema, or be run as SQL. */
  private boolean literalsMatter() {
    for (int p = 0; p < tokens.size; p++) {
      Keyword keyword = tokens.keyword[p];
      if (keyword != null && isFileWord(keyword)
          || FileFunctions.namesFiles(tokens, p)
          || isHead(p) && setsSession(p)
          || keyword == null && isNameOfFile(p)) {
        return true;
      }
      byte kind = tokens.kind[p];
      boolean relation =
          kind == Tokens.STRING && (dialect == Dialect.DUCKDB || tokens.first(p) == '"')
              || kind == Tokens.PARAM && tokens.first(p) == '@';
      if (relation) {
        return true;
      }
    }
    return false;
  }

  private boolean isHead(int p) {
    return p == 0 || tokens.kind[p - 1] == Tokens.SEMI;
  }

  private boolean setsSession(int p) {
    Keyword keyword = tokens.keyword[p];
    return keyword == Keyword.SET || keyword == Keyword.USE;
  }

  private boolean isNameOfFile(int p) {
    if (tokens.kind[p] != Tokens.WORD) {
      return false;
    }
    switch (tokens.end[p] - tokens.start[p]) {
      case 3:
        return isHead(p) && tokens.isWord(p, "PUT") || tokens.isWord(p, "GET");
      case 6:
        return tokens.isWord(p, "SCRIPT") || tokens.isWord(p, "IMPORT");
      case 7:
        return tokens.isWord(p, "OPTIONS");
      case 8:
        return tokens.isWord(p, "LOCATION");
      case 9:
        return tokens.isWord(p, "RUNSCRIPT");
      case 10:
        return tokens.isWord(p, "SET_CONFIG");
      case 11:
        return tokens.isWord(p, "SEARCH_PATH");
      default:
        return false;
    }
  }

  private static boolean isFileWord(Keyword keyword) {
    switch (keyword) {
      case COPY:
      case LOAD:
      case UNLOAD:
      case EXPORT:
      case ANALYZE:
      case BULK:
      case INFILE:
      case PIVOT:
      case UNPIVOT:
      case PREPARE:
      case OUTFILE:
      case DUMPFILE:
      case DIRECTORY:
      case EXEC:
      case EXECUTE:
      case CALL:
      case DO:
        return true;
      default:
        return false;
    }
  }

  private void addAll(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      add(text[i]);
    }
  }

  private void add(char c) {
    hash = (hash ^ c) * PRIME;
  }
}
