package io.spoor.sql;

import java.util.Arrays;

/** Reads the rows of VALUES into columns by position. */
final class RowColumns {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ExpressionReader expressions;

  /** Where the next value of each row begins, and where the row ends. */
  private int[] at = new int[4];

  private int[] until = new int[4];

  private int rows;

  /** Parameters of rows that the lexer left out, each with its column. */
  private BaseColumn[] leftOut = new BaseColumn[0];

  private int[] leftOutColumn = new int[0];
  private int[] leftOutWay = new int[0];
  private int leftOutCount;

  RowColumns(ColumnWork work, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.expressions = expressions;
  }

  /** Reads the rows from token {@code start} on: {@code (..), ROW(..), ..}. */
  ColumnList read(Scope scope, int start, int end) {
    int limit = Math.min(end, scan.to);
    rows = 0;
    leftOutCount = 0;
    int p = start;
    while (p < limit) {
      p += tokens.keyword[p] == Keyword.ROW ? 1 : 0;
      if (!tokens.isParen(p)) {
        break;
      }
      add(p + 1, scan.close(p));
      if (SkippedRows.follow(tokens, scan.close(p)) && hasParameter(p)) {
        leaveOut(scan.close(p));
      }
      p = scan.close(p) + 1;
      if (p >= limit || tokens.kind[p] != Tokens.COMMA) {
        break;
      }
      p++;
    }
    ColumnList columns = new ColumnList();
    for (int index = 0; rows > 0 && at[0] < until[0]; index++) {
      columns.add(column(scope, index));
    }
    return columns;
  }

  private void add(int from, int to) {
    if (rows == at.length) {
      at = Arrays.copyOf(at, rows * 2);
      until = Arrays.copyOf(until, rows * 2);
    }
    at[rows] = from;
    until[rows++] = to;
  }

  private OutColumn column(Scope scope, int index) {
    int from = at[0];
    int to = from;
    work.collector.begin();
    for (int row = 0; row < rows; row++) {
      if (at[row] >= until[row]) {
        continue;
      }
      int last = NameLists.end(tokens, at[row], until[row]);
      expressions.value(scope, at[row], last);
      to = row == 0 ? last : to;
      at[row] = last + 1;
    }
    for (int i = 0; i < leftOutCount; i++) {
      if (leftOutColumn[i] == index && work.spend(1)) {
        work.collector.add(leftOut[i], leftOutWay[i]);
      }
    }
    return OutColumn.unnamed(from, to, work.collector.take());
  }

  private boolean hasParameter(int open) {
    for (int p = open; p < scan.close(open); p++) {
      if (tokens.kind[p] == Tokens.PARAM && tokens.first(p) == '?') {
        return true;
      }
    }
    return false;
  }

  private void leaveOut(int close) {
    SkippedRows skipped = new SkippedRows(tokens, close);
    int position = work.parameters.before(close + 1);
    while (skipped.next()) {
      if (leftOutCount == ColumnEdges.MAX_EDGES) {
        work.partial("the statement has more parameters than the limit");
        return;
      }
      if (leftOutCount == leftOut.length) {
        int capacity = Math.max(8, leftOutCount * 2);
        leftOut = Arrays.copyOf(leftOut, capacity);
        leftOutColumn = Arrays.copyOf(leftOutColumn, capacity);
        leftOutWay = Arrays.copyOf(leftOutWay, capacity);
      }
      leftOut[leftOutCount] = BaseColumn.parameter(++position);
      leftOutColumn[leftOutCount] = skipped.column();
      leftOutWay[leftOutCount++] = skipped.isWhole() ? Ways.IDENTITY : Ways.TRANSFORMATION;
    }
  }
}
