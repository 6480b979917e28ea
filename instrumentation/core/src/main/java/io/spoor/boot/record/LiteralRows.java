package io.spoor.boot.record;

/**
 * Rows that stand in the texts of hand-built statements: the lists behind VALUES, or else all
 * literals of a text as one row. Texts that are the same up to their values share one. The job's
 * threads fill it, with hashes of the literals; the texts themselves are not kept, but for the very
 * first, which may remain the only one.
 */
public final class LiteralRows {

  /** So much of a text is looked at: the rest of a long list of rows is not known. */
  private static final int LONGEST = 1 << 16;

  /** What stands around literals, or before lists of them, is kept up to this length. */
  private static final int LONGEST_ASKED = 1024;

  /** So many rows in the first text make it worth looking at though no other may follow. */
  private static final int SEVERAL = 3;

  /** Behind VALUES, or null when the whole text is one row. */
  private final String head;

  private final String asked;
  private final int width;
  private final int product;
  private String first;
  private volatile RowStore store;

  private LiteralRows(String head, String asked, int width, int product) {
    this.head = head;
    this.asked = asked;
    this.width = width;
    this.product = product;
  }

  /** The text with question marks in place of its values: a row's are those parameters. */
  public String asked() {
    return asked;
  }

  /** The rows that are kept; null while there are none. */
  public RowStore rows() {
    return store;
  }

  /** What texts that only differ in their values begin with; null when that is not known. */
  String head() {
    return head;
  }

  /**
   * Of a text that is met for the first time.
   *
   * @return null when it changes nothing, has parameters or no literals, or is not understood
   */
  static LiteralRows of(String text, int product) {
    if (!changes(text)) {
      return null;
    }
    LiteralScan scan = new LiteralScan(text, product);
    StringBuilder asked = new StringBuilder();
    int copied = 0;
    int literals = 0;
    while (scan.next() && scan.end() <= LONGEST_ASKED) {
      if (scan.isValues()) {
        return listed(text, scan, product);
      }
      if (scan.isLiteral()) {
        asked.append(text, copied, scan.start()).append('?');
        copied = scan.end();
        literals++;
      }
    }
    asked.append(text, copied, text.length());
    boolean isRow = scan.isAtEnd() && literals > 0 && literals <= RowRing.WIDTH;
    return isRow ? new LiteralRows(null, asked.toString(), literals, product) : null;
  }

  private static boolean changes(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    for (String word : new String[] {"INSERT", "UPDATE", "MERGE", "REPLACE", "UPSERT"}) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static LiteralRows listed(String text, LiteralScan scan, int product) {
    String head = text.substring(0, scan.end());
    StringBuilder asked = new StringBuilder(head).append('(');
    int width = 0;
    boolean isRow = scan.list();
    while (isRow && scan.cell()) {
      asked.append(width++ == 0 ? "?" : ", ?");
    }
    boolean fits =
        isRow && head.length() <= LONGEST_ASKED && scan.isAtEndOfList() && width <= RowRing.WIDTH;
    return fits ? new LiteralRows(head, asked.append(')').toString(), width, product) : null;
  }

  /** How many rows a text has, as far as is looked at; so have all of its key. */
  int count(String text) {
    int rows = 0;
    for (LiteralScan scan = behindHead(text); scan != null && scan.list(); rows++) {
      while (scan.cell()) {
        // Counted only.
      }
    }
    return Math.max(1, rows);
  }

  /**
   * Whether a text is enough to keep rows, for which none are kept yet.
   *
   * @param rows that it has
   */
  boolean isWorth(String text, int rows) {
    if (first == null && rows < SEVERAL) {
      first = text.length() <= SqlUse.LONGEST_KEPT ? text : "";
      return false;
    }
    return true;
  }

  /** Rows are kept from now on, those of the first text as well. */
  void keep(RowStore rows, RowRing ring) {
    String before = first;
    first = "";
    store = rows;
    if (before != null && !before.isEmpty()) {
      add(before, 1, ring, null, 0);
    }
  }

  /**
   * Adds the rows of a text.
   *
   * @param count how many it has
   */
  void add(String text, int count, RowRing ring, RowStore source, long sourceOrdinal) {
    // What follows the keys of a row that is not kept need not be looked at.
    int last = count == 1 ? store.lastKey() + 1 : 0;
    if (head == null) {
      addWhole(text, last, ring, source, sourceOrdinal);
    } else {
      addLists(text, last, ring, source, sourceOrdinal);
    }
    if (text.length() <= SqlUse.LONGEST_KEPT) {
      ring.next();
    } else {
      ring.clear();
    }
  }

  private void addLists(String text, int last, RowRing ring, RowStore source, long sourceOrdinal) {
    LiteralScan scan = behindHead(text);
    while (scan != null && scan.list()) {
      int column = 0;
      while (scan.cell()) {
        scan.put(ring, ++column);
        if (column == last && !store.wants(ring)) {
          store.pass();
          return;
        }
      }
      if (!scan.isAtEndOfList() || column != width) {
        return;
      }
      end(ring, source, sourceOrdinal);
    }
  }

  private LiteralScan behindHead(String text) {
    if (head == null || !text.startsWith(head)) {
      return null;
    }
    return new LiteralScan(text, head.length(), Math.min(text.length(), LONGEST), product);
  }

  private void addWhole(String text, int last, RowRing ring, RowStore source, long sourceOrdinal) {
    LiteralScan scan = new LiteralScan(text, product);
    int column = 0;
    while (scan.next()) {
      if (scan.isLiteral()) {
        scan.put(ring, ++column);
        if (column == last && !store.wants(ring)) {
          store.pass();
          return;
        }
      }
    }
    if (scan.isAtEnd() && column == width) {
      end(ring, source, sourceOrdinal);
    }
  }

  private void end(RowRing ring, RowStore source, long sourceOrdinal) {
    if (!ring.isEmpty()) {
      store.end(ring, source, sourceOrdinal);
      ring.next();
    }
  }
}
