package io.spoor.sql;

/**
 * Finds the end of a Transact-SQL statement, which needs no semicolon: it ends where a word begins
 * the next statement and cannot belong to this one.
 */
final class TransactSql {

  private final Tokens tokens;
  private final StatementEnd ends;

  /** The first word of the statement, or the one behind its WITH clause. */
  private Keyword head;

  /** Whether the query or the SET clause of the statement is still to come. */
  private boolean open;

  TransactSql(Tokens tokens, StatementEnd ends) {
    this.tokens = tokens;
    this.ends = ends;
  }

  /** Whether the word can begin a statement. */
  static boolean begins(Tokens tokens, int i) {
    Keyword keyword = tokens.keyword[i];
    if (keyword == null) {
      return beginsByWord(tokens, i);
    }
    switch (keyword) {
      case FETCH:
        return tokens.keyword[i + 1] == Keyword.FROM || tokens.keyword[i + 2] == Keyword.FROM;
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case CREATE:
      case ALTER:
      case DROP:
      case TRUNCATE:
      case EXEC:
      case EXECUTE:
      case DECLARE:
      case SET:
      case IF:
      case WHILE:
      case BEGIN:
      case END:
      case ELSE:
      case PRINT:
      case RETURN:
      case USE:
      case COMMIT:
      case ROLLBACK:
        return true;
      default:
        return false;
    }
  }

  /** Words that are names elsewhere. */
  private static boolean beginsByWord(Tokens tokens, int i) {
    if (tokens.kind[i] != Tokens.WORD) {
      return false;
    }
    switch (tokens.text[tokens.start[i]]) {
      case 'R':
      case 'r':
        return tokens.isWord(i, "RAISERROR") && tokens.isParen(i + 1);
      case 'T':
      case 't':
        return tokens.isWord(i, "THROW")
            && (tokens.kind[i + 1] == Tokens.SEMI || tokens.kind[i + 1] == Tokens.NUMBER);
      case 'W':
      case 'w':
        return tokens.isWord(i, "WAITFOR");
      default:
        return false;
    }
  }

  /** OPEN c, CLOSE c and DEALLOCATE c, which follow one another and the cursor's declaration. */
  private boolean beginsCursorUse(int i) {
    return (head == Keyword.DECLARE
            || head == Keyword.OPEN
            || head == Keyword.FETCH
            || head == null)
        && tokens.isName(i + 1)
        && (tokens.keyword[i] == Keyword.OPEN
            || tokens.isWord(i, "CLOSE")
            || tokens.isWord(i, "DEALLOCATE"))
        && tokens.kind[i - 1] != Tokens.COMMA
        && tokens.kind[i - 1] != Tokens.DOT
        && tokens.keyword[i - 1] != Keyword.SELECT;
  }

  int end(int p) {
    head = tokens.keyword[p];
    open = head == Keyword.WITH || head == Keyword.INSERT || head == Keyword.UPDATE;
    int cases = 0;
    int i = ends.skip(p);
    while (i < tokens.size && tokens.kind[i] != Tokens.SEMI && !ends.isSeparator(i)) {
      Keyword keyword = tokens.keyword[i];
      if (keyword == Keyword.CASE) {
        cases++;
      } else if (cases > 0) {
        cases -= keyword == Keyword.END ? 1 : 0;
      } else if (keyword != null && begins(tokens, i) && !belongs(i, keyword)) {
        return i;
      } else if (keyword == null && begins(tokens, i) || beginsCursorUse(i)) {
        return i;
      } else if (keyword == Keyword.WITH && beginsWith(i)) {
        return i;
      } else if (keyword == Keyword.VALUES) {
        open = false;
      }
      i = ends.skip(i);
    }
    return Math.min(i, tokens.size);
  }

  private boolean belongs(int i, Keyword keyword) {
    if (head == null || head == Keyword.MERGE || head == Keyword.GRANT || head == Keyword.REVOKE) {
      return true;
    }
    Keyword before = tokens.keyword[i - 1];
    if (before == Keyword.FOR
        || before == Keyword.ON && head != Keyword.SET
        || before == Keyword.AS
        || before == Keyword.BULK
        || before == Keyword.WITH
        || before == Keyword.THEN) {
      return true;
    }
    if (head == Keyword.WITH) {
      return mainOfWith(keyword);
    }
    if (head == Keyword.ALTER || head == Keyword.DROP && keyword == Keyword.IF) {
      return keyword == Keyword.ALTER
          || keyword == Keyword.DROP
          || keyword == Keyword.SET
          || keyword == Keyword.IF;
    }
    if (head == Keyword.CREATE && keyword == Keyword.ALTER && before == Keyword.OR) {
      return true;
    }
    if (keyword == Keyword.SELECT) {
      return selectBelongs(before, i);
    }
    if (keyword == Keyword.SET) {
      return takesOpen(head == Keyword.UPDATE);
    }
    if (keyword == Keyword.EXEC || keyword == Keyword.EXECUTE) {
      return takesOpen(head == Keyword.INSERT);
    }
    return keyword == Keyword.MERGE && tokens.keyword[i + 1] == Keyword.JOIN;
  }

  /** WITH q AS ( .. rather than the hints of a table. */
  private boolean beginsWith(int i) {
    return !open
        && tokens.isName(i + 1)
        && tokens.keyword[i + 2] == Keyword.AS
        && tokens.isParen(i + 3)
        && tokens.keyword[i - 1] != Keyword.AS;
  }

  private boolean mainOfWith(Keyword keyword) {
    head = keyword;
    open = keyword == Keyword.INSERT || keyword == Keyword.UPDATE;
    return true;
  }

  private boolean selectBelongs(Keyword before, int i) {
    boolean operand =
        before == Keyword.UNION
            || before == Keyword.EXCEPT
            || before == Keyword.INTERSECT
            || before == Keyword.ALL && i > 1 && tokens.keyword[i - 2] == Keyword.UNION;
    return operand || takesOpen(head == Keyword.INSERT);
  }

  /** Whether the statement still waits for this word; it waits for one only. */
  private boolean takesOpen(boolean suits) {
    boolean taken = suits && open;
    open &= !taken;
    return taken;
  }
}
