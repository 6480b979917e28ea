package io.spoor.sql;

import java.util.HashMap;
import java.util.Map;

/** The JDBC parameters of a text by their position, from 1. */
final class Parameters {

  private final Tokens tokens;
  private Map<Integer, BaseColumn> byToken;

  Parameters(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The parameter that token {@code i} is, or null when it is another placeholder. */
  BaseColumn at(int i) {
    if (tokens.first(i) != '?') {
      return null;
    }
    if (byToken == null) {
      number();
    }
    return byToken.get(i);
  }

  private void number() {
    byToken = new HashMap<Integer, BaseColumn>();
    int position = 0;
    for (int i = 0; i < tokens.size; i++) {
      if (tokens.kind[i] == Tokens.PARAM && tokens.first(i) == '?') {
        byToken.put(i, BaseColumn.parameter(++position));
      } else if (SkippedRows.follow(tokens, i)) {
        position += new SkippedRows(tokens, i).count();
      }
    }
  }

  /** How many parameters stand before token {@code i}. */
  int before(int i) {
    int position = 0;
    for (int k = 0; k < i; k++) {
      if (tokens.kind[k] == Tokens.PARAM && tokens.first(k) == '?') {
        position++;
      } else if (k < i - 1 && SkippedRows.follow(tokens, k)) {
        position += new SkippedRows(tokens, k).count();
      }
    }
    return position;
  }
}
