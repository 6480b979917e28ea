package io.spoor.sql;

/** The hash of a text's tokens in which literals count only where lineage depends on them. */
final class Fingerprint {

  private static final long PRIME = 0x100000001b3L;

  private final Tokens tokens;
  private long hash = 0xcbf29ce484222325L;

  private Fingerprint(Tokens tokens) {
    this.tokens = tokens;
  }

  static long of(Tokens tokens, Dialect dialect) {
    Fingerprint fingerprint = new Fingerprint(tokens);
    fingerprint.add((char) dialect.ordinal());
    if (tokens.truncated || fingerprint.literalsMatter(dialect)) {
      fingerprint.addAll(tokens.text, 0, tokens.text.length);
    } else {
      fingerprint.addTokens();
    }
    return fingerprint.hash;
  }

  private void addTokens() {
    boolean inList = false;
    for (int p = 0; p < tokens.size; p++) {
      boolean value = SqlText.isValue(tokens, p);
      boolean comma = tokens.kind[p] == Tokens.COMMA && SqlText.isValue(tokens, p + 1);
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

  /** Whether a literal may name a file or be run as SQL. */
  private boolean literalsMatter(Dialect dialect) {
    for (int p = 0; p < tokens.size; p++) {
      Keyword keyword = tokens.keyword[p];
      if (keyword != null && isFileWord(keyword) || FileFunctions.namesFiles(tokens, p)) {
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

  private static boolean isFileWord(Keyword keyword) {
    switch (keyword) {
      case COPY:
      case LOAD:
      case UNLOAD:
      case EXPORT:
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
