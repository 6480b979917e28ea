package io.spoor.sql;

/** Parts an item of a select list into its expression and the name it gets. */
final class ItemLabel {

  private final Tokens tokens;
  private final Dialect dialect;

  /** The expression. */
  int from;

  int to;

  /** Token of the name; -1 when it has none. */
  int token;

  /** The opening parenthesis of several names; -1 when there is at most one. */
  int list;

  ItemLabel(Tokens tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  void read(int start, int end) {
    from = start;
    to = end;
    token = -1;
    list = -1;
    int last = end - 1;
    if (dialect == Dialect.SQLSERVER && isAssignment(start, end)) {
      token = start;
      from = start + 2;
      return;
    }
    if (last > start + 1 && tokens.keyword[last - 1] == Keyword.AS && isLabel(last)) {
      token = last;
      to = last - 1;
      return;
    }
    if (tokens.kind[last] == Tokens.CLOSE) {
      int open = tokens.match[last];
      if (dialect == Dialect.TERADATA && open > start && isAttribute(open + 1)) {
        token = tokens.isWord(open + 1, "NAMED") ? open + 2 : ownName(start, open);
        to = open;
        return;
      }
      if (open > start + 1 && tokens.keyword[open - 1] == Keyword.AS) {
        list = open;
        to = open - 1;
        return;
      }
    }
    if (last > start && isBareLabel(start, last)) {
      token = last;
      to = last;
      return;
    }
    token = ownName(start, end);
  }

  /** Teradata: {@code a (NAMED x)} */
  private boolean isAttribute(int p) {
    return tokens.isWord(p, "NAMED") || tokens.isWord(p, "TITLE") || tokens.isWord(p, "FORMAT");
  }

  private boolean isAssignment(int start, int end) {
    return start + 2 < end
        && (tokens.isName(start) || tokens.kind[start] == Tokens.STRING)
        && tokens.kind[start + 1] == Tokens.OPERATOR
        && tokens.first(start + 1) == '=';
  }

  private boolean isLabel(int p) {
    return tokens.isName(p) || tokens.kind[p] == Tokens.STRING || tokens.kind[p] == Tokens.PARAM;
  }

  /** Whether the last token is a name without AS. */
  private boolean isBareLabel(int start, int last) {
    if (!endsOperand(start, last - 1)) {
      return false;
    }
    if (tokens.kind[last] == Tokens.STRING) {
      return labelsAreStrings()
          && !isLiteralWord(last - 1)
          && tokens.kind[last - 1] != Tokens.STRING;
    }
    if (tokens.kind[last] == Tokens.QUOTED) {
      return true;
    }
    return tokens.kind[last] == Tokens.WORD
        && (flags(last) & (Word.OPERATOR | Word.CONSTANT)) == 0
        && !(last - 2 >= start && tokens.isWord(last - 2, "INTERVAL"));
  }

  private boolean labelsAreStrings() {
    return dialect.isMySqlFamily()
        || dialect == Dialect.SQLSERVER
        || dialect == Dialect.SQLITE
        || dialect == Dialect.GENERIC;
  }

  private boolean isLiteralWord(int p) {
    return tokens.kind[p] == Tokens.WORD && (flags(p) & Word.LITERAL) != 0;
  }

  /** Whether an operand ends with token {@code p}. */
  private boolean endsOperand(int start, int p) {
    switch (tokens.kind[p]) {
      case Tokens.CLOSE:
      case Tokens.STRING:
      case Tokens.NUMBER:
      case Tokens.PARAM:
      case Tokens.QUOTED:
        return true;
      case Tokens.WORD:
        boolean inChain = p > start && tokens.kind[p - 1] == Tokens.DOT;
        return inChain || (flags(p) & Word.OPERATOR) == 0;
      default:
        return false;
    }
  }

  private int flags(int p) {
    return Word.flags(tokens.text, tokens.start[p], tokens.end[p]);
  }

  /**
   * The column's own name when the item is a column, perhaps in parentheses or cast by {@code ::}.
   */
  private int ownName(int start, int end) {
    int p = start;
    int until = end;
    while (until - p > 2 && tokens.isParen(p) && tokens.match[p] == until - 1) {
      p++;
      until--;
    }
    if (p >= until || !tokens.isName(p)) {
      return -1;
    }
    int last = p;
    while (last + 2 < until && tokens.kind[last + 1] == Tokens.DOT && tokens.isName(last + 2)) {
      last += 2;
    }
    if (tokens.kind[last] == Tokens.WORD && last == p && (flags(p) & Word.CONSTANT) != 0) {
      return -1;
    }
    boolean cast =
        last + 2 < until
            && tokens.kind[last + 1] == Tokens.OPERATOR
            && tokens.first(last + 1) == ':'
            && tokens.first(last + 2) == ':';
    return last == until - 1 || cast && isOneCast(last + 3, until) ? last : -1;
  }

  private boolean isOneCast(int from, int until) {
    for (int p = from; p < until; p++) {
      if (tokens.kind[p] == Tokens.OPERATOR && tokens.first(p) != ':') {
        return false;
      }
    }
    return true;
  }
}
