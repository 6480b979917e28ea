package io.spoor.sql;

import java.util.Arrays;

/** Reads {@code *} and {@code t.*} in a select list, with what is left out or put in its place. */
final class Stars {

  private final ColumnWork work;
  private final Tokens tokens;
  private final Scan scan;
  private final ExpressionReader expressions;
  private int[] excluded = new int[8];
  private int excludedCount;

  Stars(ColumnWork work, ExpressionReader expressions) {
    this.work = work;
    this.tokens = work.tokens;
    this.scan = work.scan;
    this.expressions = expressions;
  }

  /**
   * Adds the columns of the item.
   *
   * @param star where its star is
   */
  void read(Scope scope, int from, int star, int to, ColumnList out) {
    ColumnList all = star == from ? ofScope(scope) : ofRelation(scope, from, star);
    changed(scope, all, star + 1, to, out);
  }

  private ColumnList ofRelation(Scope scope, int from, int star) {
    int name = work.names.ofToken(star - 2);
    for (Scope s = scope; s != null; s = ColumnResolver.outer(s)) {
      for (int i = 0; i < s.relations.size(); i++) {
        Relation relation = s.relations.get(i);
        boolean byTable = relation.tableName == name;
        if (relation.columns != null
            && (relation.handleName == name || star - from > 2 && byTable)) {
          return relation.columns;
        }
      }
    }
    work.partial("the relation of a star was not found");
    return ColumnList.NONE;
  }

  /** All columns of all relations; those of USING and NATURAL joins once and first. */
  ColumnList ofScope(Scope scope) {
    ColumnList all = new ColumnList();
    for (int i = 0; i < scope.relations.size(); i++) {
      Relation relation = scope.relations.get(i);
      if (relation.ignored || relation.columns == null) {
        continue;
      }
      if (relation.using >= 0 || relation.natural) {
        all = joined(all, relation);
      } else {
        all.addAll(relation.columns);
      }
      if (!work.spend(relation.columns.size())) {
        return all;
      }
    }
    return all;
  }

  private ColumnList joined(ColumnList left, Relation right) {
    ColumnList shared = new ColumnList();
    for (int i = 0; i < right.columns.size(); i++) {
      OutColumn column = right.columns.get(i);
      OutColumn other = column.star ? null : left.find(column.name);
      if (other != null && (right.natural || isListed(right.usingNames, column.name))) {
        work.collector.begin();
        work.collector.addAll(other.sources(work), Ways.IDENTITY);
        work.collector.addAll(column.sources(work), Ways.IDENTITY);
        shared.add(other.with(work.collector.take()));
      }
    }
    ColumnList all = new ColumnList();
    all.addAll(shared);
    addOthers(left, shared, all);
    addOthers(right.columns, shared, all);
    return all;
  }

  private static void addOthers(ColumnList from, ColumnList shared, ColumnList to) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i).star || shared.find(from.get(i).name) == null) {
        to.add(from.get(i));
      }
    }
  }

  private static boolean isListed(int[] names, int name) {
    for (int i = 0; names != null && i < names.length; i++) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }

  // ---- EXCEPT, REPLACE, RENAME

  private void changed(Scope scope, ColumnList all, int start, int to, ColumnList out) {
    int except = -1;
    int replace = -1;
    int rename = -1;
    for (int p = start; p < to; p++) {
      if (tokens.keyword[p] == Keyword.EXCEPT || tokens.isWord(p, "EXCLUDE")) {
        except = p + 1;
      } else if (tokens.keyword[p] == Keyword.REPLACE) {
        replace = p + 1;
      } else if (tokens.keyword[p] == Keyword.RENAME) {
        rename = p + 1;
      } else if (tokens.isWord(p, "ILIKE") || tokens.isWord(p, "LIKE")) {
        work.partial("a star is narrowed by a pattern");
        return;
      }
      p = tokens.kind[p] == Tokens.OPEN ? Math.max(p, scan.close(p)) : p;
    }
    if (except < 0 && replace < 0 && rename < 0) {
      if (work.spend(all.size())) {
        out.addAll(all);
      }
      return;
    }
    if (!work.spend(all.size())) {
      return;
    }
    exclude(except, to);
    for (int i = 0; i < all.size(); i++) {
      OutColumn column = all.get(i);
      if (column.star) {
        star(column, replace, rename, to, out);
      } else if (!isExcluded(column.name)) {
        out.add(changedColumn(scope, column, replace, rename, to));
      }
    }
    replaced(scope, all, replace, to, out);
  }

  private void exclude(int at, int to) {
    excludedCount = 0;
    if (at < 0 || at >= to) {
      return;
    }
    int end = tokens.kind[at] == Tokens.OPEN ? scan.close(at) : at + 1;
    for (int i = at; i < end; i++) {
      boolean last = i + 1 >= end || tokens.kind[i + 1] != Tokens.DOT;
      if (tokens.isName(i) && last) {
        exclude(work.names.ofToken(i));
      }
    }
  }

  private void exclude(int name) {
    if (excludedCount == excluded.length) {
      excluded = Arrays.copyOf(excluded, excludedCount * 2);
    }
    excluded[excludedCount++] = name;
  }

  private boolean isExcluded(int name) {
    for (int i = 0; i < excludedCount; i++) {
      if (excluded[i] == name) {
        return true;
      }
    }
    return false;
  }

  /** A star of unknown columns leaves out what is excluded or gets a line of its own. */
  private void star(OutColumn star, int replace, int rename, int to, ColumnList out) {
    int before = excludedCount;
    for (int item = first(replace, to); item >= 0; item = next(item, replace, to)) {
      exclude(work.names.ofToken(itemEnd(item, replace) - 1));
    }
    for (int item = first(rename, to); item >= 0; item = next(item, rename, to)) {
      exclude(work.names.ofToken(item));
    }
    for (int i = 0; star.excluded != null && i < star.excluded.length; i++) {
      exclude(star.excluded[i]);
    }
    out.add(OutColumn.star(star.table, Arrays.copyOf(excluded, excludedCount)));
    excludedCount = before;
    for (int item = first(rename, to);
        item >= 0 && star.table != null;
        item = next(item, rename, to)) {
      int as = itemEnd(item, rename) - 1;
      BaseColumn base = work.base(star.table, item, item + 1);
      Sources sources = new Sources(new BaseColumn[] {base}, new int[] {Ways.IDENTITY});
      out.add(OutColumn.named(work.names.ofToken(as), as, sources));
    }
  }

  private OutColumn changedColumn(Scope scope, OutColumn column, int replace, int rename, int to) {
    for (int item = first(replace, to); item >= 0; item = next(item, replace, to)) {
      int as = itemEnd(item, replace) - 1;
      if (work.names.ofToken(as) == column.name) {
        return column.with(value(scope, item, as));
      }
    }
    for (int item = first(rename, to); item >= 0; item = next(item, rename, to)) {
      if (work.names.ofToken(item) == column.name) {
        int as = itemEnd(item, rename) - 1;
        return column.renamed(work.names.ofToken(as), as, work);
      }
    }
    return column;
  }

  /** The columns put in the place of those that a star of unknown columns stands for. */
  private void replaced(Scope scope, ColumnList all, int replace, int to, ColumnList out) {
    if (all.isComplete()) {
      return;
    }
    for (int item = first(replace, to); item >= 0; item = next(item, replace, to)) {
      int as = itemEnd(item, replace) - 1;
      int name = work.names.ofToken(as);
      if (all.find(name) == null) {
        out.add(OutColumn.named(name, as, value(scope, item, as)));
      }
    }
  }

  private Sources value(Scope scope, int item, int as) {
    work.collector.begin();
    int end = tokens.keyword[as - 1] == Keyword.AS ? as - 1 : as;
    expressions.value(scope, item, end);
    return work.collector.take();
  }

  /** The first item of the list at {@code at}, in parentheses or alone; -1 when there is none. */
  private int first(int at, int to) {
    if (at < 0 || at >= to) {
      return -1;
    }
    return tokens.isParen(at) ? at + 1 : at;
  }

  private int next(int item, int at, int to) {
    int end = itemEnd(item, at);
    return tokens.isParen(at) && end < to && tokens.kind[end] == Tokens.COMMA ? end + 1 : -1;
  }

  private int itemEnd(int item, int at) {
    int p = item;
    int limit = tokens.isParen(at) ? scan.close(at) : item + 3;
    while (p < limit && p < tokens.size && tokens.kind[p] != Tokens.COMMA) {
      p = tokens.kind[p] == Tokens.OPEN ? Math.max(p, scan.close(p)) + 1 : p + 1;
    }
    return Math.max(item + 1, Math.min(p, limit));
  }
}
