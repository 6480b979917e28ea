package io.spoor.sql;

import java.util.Arrays;

/** Says which columns a relation offers behind PIVOT or UNPIVOT. */
final class PivotColumns {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ExpressionReader expressions;
  private int[] used = new int[8];
  private int usedCount;

  PivotColumns(ColumnWork work, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.expressions = expressions;
  }

  /** The columns of the prepared relation, turned. */
  ColumnList read(Relation relation, Scope outer) {
    int open = relation.pivot + 1;
    while (!tokens.isParen(open)) {
      open++; // INCLUDE NULLS
    }
    int close = scan.close(open);
    int forWord = find(Keyword.FOR, open + 1, close);
    int in = find(Keyword.IN, forWord, close);
    if (forWord == close || in == close || !tokens.isParen(in + 1)) {
      work.partial("a PIVOT was not understood");
      return relation.columns;
    }
    // Inside, only this relation is seen.
    Scope scope = new Scope(outer.query, outer.branch);
    scope.nested.addAll(outer.nested);
    scope.relations.add(relation);
    usedCount = 0;
    return tokens.keyword[relation.pivot] == Keyword.PIVOT
        ? pivot(relation, scope, open, forWord, in)
        : unpivot(relation, scope, open, forWord, in);
  }

  private int find(Keyword keyword, int from, int close) {
    for (int p = from; p < close; p++) {
      if (tokens.keyword[p] == keyword) {
        return p;
      }
      p = tokens.kind[p] == Tokens.OPEN ? Math.max(p, scan.close(p)) : p;
    }
    return close;
  }

  private ColumnList pivot(Relation relation, Scope scope, int open, int forWord, int in) {
    use(open + 1, forWord);
    use(forWord + 1, in);
    ColumnList turned = new ColumnList();
    int close = scan.close(in + 1);
    boolean several = NameLists.next(tokens, open + 1, forWord) < forWord;
    for (int item = open + 1; item < forWord; item = NameLists.next(tokens, item, forWord)) {
      int end = NameLists.end(tokens, item, forWord);
      int alias = alias(item, end);
      work.collector.begin();
      expressions.value(scope, item, alias < 0 ? end : valueEnd(alias));
      Sources sources = work.collector.take();
      for (int v = in + 2; v < close; v = NameLists.next(tokens, v, close)) {
        int label = label(v, close);
        if (label >= 0) {
          turned.add(column(label, alias, several, sources));
        }
      }
    }
    work.collector.begin();
    expressions.influences(scope, forWord + 1, in, Ways.GROUP_BY);
    relation.pivotSources = work.collector.take();
    return others(relation, turned);
  }

  /** The alias of an aggregate; -1 when it has none. */
  private int alias(int item, int end) {
    boolean named = end - 1 > item && tokens.isName(end - 1) && tokens.kind[end - 2] != Tokens.DOT;
    return named ? end - 1 : -1;
  }

  private int valueEnd(int alias) {
    return tokens.keyword[alias - 1] == Keyword.AS ? alias - 1 : alias;
  }

  /** The token that names the column of a value of IN; -1 when it cannot be told. */
  private int label(int from, int close) {
    int last = NameLists.end(tokens, from, close) - 1;
    byte kind = tokens.kind[last];
    return kind == Tokens.WORD
            || kind == Tokens.QUOTED
            || kind == Tokens.STRING
            || kind == Tokens.NUMBER
        ? last
        : -1;
  }

  private OutColumn column(int label, int alias, boolean several, Sources sources) {
    if (alias < 0 || !several) {
      return OutColumn.named(work.names.ofToken(label), label, sources);
    }
    String name = tokens.unquoted(label) + "_" + tokens.unquoted(alias);
    return OutColumn.constant(work.names.of(name), name, sources);
  }

  private ColumnList unpivot(Relation relation, Scope scope, int open, int forWord, int in) {
    int close = scan.close(in + 1);
    work.collector.begin();
    for (int item = in + 2; item < close; item = NameLists.next(tokens, item, close)) {
      int last = NameLists.lastName(tokens, item, close);
      if (last >= 0 && tokens.isParen(last + 1)) {
        work.partial("columns are chosen by a pattern");
      } else if (last >= 0) {
        use(item, last + 1);
        expressions.value(scope, item, last + 1);
      }
    }
    Sources sources = work.collector.take();
    ColumnList turned = new ColumnList();
    int value = NameLists.lastName(tokens, open + 1, forWord);
    int name = NameLists.lastName(tokens, forWord + 1, in);
    if (value < 0 || name < 0 || sources == Sources.NONE) {
      work.partial("an UNPIVOT was not understood");
    }
    if (value >= 0) {
      turned.add(OutColumn.named(work.names.ofToken(value), value, sources));
    }
    if (name >= 0) {
      turned.add(OutColumn.named(work.names.ofToken(name), name, Sources.NONE));
    }
    return others(relation, turned);
  }

  /** Marks the columns named in {@code [from, to)}: they are not handed on. */
  private void use(int from, int to) {
    for (int p = from; p < to; p++) {
      boolean last = tokens.kind[p + 1] != Tokens.DOT && !tokens.isParen(p + 1);
      if (tokens.isName(p) && last) {
        if (usedCount == used.length) {
          used = Arrays.copyOf(used, usedCount * 2);
        }
        used[usedCount++] = work.names.ofToken(p);
      }
    }
  }

  private ColumnList others(Relation relation, ColumnList turned) {
    ColumnList out = new ColumnList();
    int[] names = Arrays.copyOf(used, usedCount);
    for (int i = 0; i < relation.columns.size(); i++) {
      OutColumn column = relation.columns.get(i);
      if (column.star) {
        out.add(OutColumn.star(column.table, names));
      } else if (!isUsed(column.name)) {
        out.add(column);
      }
    }
    out.addAll(turned);
    return out;
  }

  private boolean isUsed(int name) {
    for (int i = 0; i < usedCount; i++) {
      if (used[i] == name) {
        return true;
      }
    }
    return false;
  }
}
