package io.spoor.sql;

/** Tells whether what a statement creates is seen by its connection alone. */
final class Temporary {

  private Temporary() {}

  /** Sets the effect of a statement of the tokens from {@code from} on that was read. */
  static void find(Scan scan, int from) {
    boolean into = scan.kind == StatementKind.SELECT_INTO;
    boolean creates =
        into
            || scan.kind == StatementKind.CREATE_TABLE
            || scan.kind == StatementKind.CREATE_TABLE_AS
            || scan.kind == StatementKind.CREATE_VIEW;
    if (!creates || scan.targets.isEmpty() || scan.session != null) {
      return;
    }
    Relation target = scan.targets.get(0);
    boolean temporary =
        target.name != null && SqlSession.isTemporaryByName(target.name, scan.dialect)
            || scan.tokens.keyword[from] == Keyword.CACHE;
    for (int p = target.from - 1; p >= from && !temporary; p--) {
      if (into && scan.tokens.keyword[p] == Keyword.INTO) {
        break;
      }
      temporary =
          scan.tokens.isWord(p, "TEMPORARY")
              || scan.tokens.isWord(p, "TEMP")
              || scan.tokens.isWord(p, "VOLATILE");
    }
    if (temporary) {
      scan.session = SessionEffect.of(SessionEffect.Kind.CREATE_TEMPORARY);
    }
  }
}
