package io.spoor.sql;

import java.util.List;

/** Merges the columns of the branches of a set operation, by position or by name. */
final class SetOperation {

  private final ColumnWork work;

  SetOperation(ColumnWork work) {
    this.work = work;
  }

  ColumnList merge(List<Scope> scopes, List<ColumnList> branches) {
    ColumnList first = branches.get(0);
    ColumnList out = new ColumnList();
    boolean byName = scopes.get(1).byName;
    boolean aligned = true;
    for (int i = 0; i < first.size(); i++) {
      OutColumn column = first.get(i);
      if (column.star) {
        aligned = false;
        out.add(column);
        continue;
      }
      work.collector.begin();
      work.collector.addAll(column.sources(work), Ways.IDENTITY);
      for (int b = 1; b < branches.size(); b++) {
        if (isKept(scopes.get(b).operator)) {
          add(
              branches.get(b),
              byName ? branches.get(b).indexOf(column.name) : i,
              aligned || byName);
        }
      }
      out.add(column.with(work.collector.take()));
    }
    others(scopes, branches, byName, out);
    return out;
  }

  /** Whether rows of the right side come through. */
  private static boolean isKept(Keyword operator) {
    return operator != Keyword.EXCEPT && operator != Keyword.MINUS;
  }

  private void add(ColumnList branch, int index, boolean aligned) {
    for (int i = 0; i <= index && i < branch.size(); i++) {
      aligned &= !branch.get(i).star;
    }
    if (!aligned) {
      work.partial("a set operation joins columns that are not known");
    } else if (index >= 0 && index < branch.size() && work.spend(1)) {
      work.collector.addAll(branch.get(index).sources(work), Ways.IDENTITY);
    }
  }

  /** Stars of the other branches, and by name the columns that the first one does not have. */
  private void others(
      List<Scope> scopes, List<ColumnList> branches, boolean byName, ColumnList out) {
    for (int b = 1; b < branches.size(); b++) {
      ColumnList branch = branches.get(b);
      for (int i = 0; i < branch.size() && isKept(scopes.get(b).operator); i++) {
        OutColumn column = branch.get(i);
        if (column.star && !out.isComplete()) {
          out.add(column.united());
          work.partial("a set operation joins columns that are not known");
        } else if (byName && !column.star && out.indexOf(column.name) < 0) {
          out.add(column);
        }
      }
    }
  }
}
