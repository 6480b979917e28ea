package io.spoor.flow;

import io.spoor.boot.record.ValueHash;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Tables that were read and written, one after the other, and what comparing them says. */
final class Sides {

  private final Ledger ledger = new Ledger(100);
  private final List<RowSide> inputs = new ArrayList<>();
  private final List<RowSide> outputs = new ArrayList<>();
  private long tick;

  private Access access(String name, boolean isOutput) {
    DatasetId id = new DatasetId("db", name);
    Access access =
        isOutput ? ledger.output(id, Access.Kind.TABLE) : ledger.input(id, Access.Kind.TABLE);
    tick++;
    access.used(1, tick, tick);
    return access;
  }

  /** Rows that were read or written, with a name for each of the first columns. */
  void add(boolean isOutput, String name, List<Object[]> rows, String... columns) {
    add(isOutput, name, table(rows), columns);
  }

  /** The same of a part of the rows. */
  void add(boolean isOutput, String name, RowTable table, String... columns) {
    (isOutput ? outputs : inputs).add(side(isOutput, name, table, columns));
  }

  /** The same, which is not compared with the others. */
  RowSide side(boolean isOutput, String name, RowTable table, String... columns) {
    Access access = access(name, isOutput);
    List<List<RowColumn>> behind = new ArrayList<>();
    for (String column : columns) {
      behind.add(
          Collections.singletonList(new RowColumn(access, column, Transformation.IDENTITY, false)));
    }
    return new RowSide(table, null, null, behind);
  }

  RowFlows compared() {
    return new RowFlows(inputs, outputs, System.nanoTime() + 60_000_000_000L);
  }

  /** In words: edges with their columns, what is not explained, what is refuted. */
  List<String> said() {
    RowFlows flows = compared();
    List<String> said = new ArrayList<>();
    for (Flow flow : flows.flows()) {
      said.add(flow.input().name() + " -> " + flow.output().name() + " " + flow.columns());
    }
    for (UnexplainedColumn each : flows.unexplained()) {
      said.add(
          each.output().name()
              + "."
              + each.name()
              + " of "
              + each.sampledRows()
              + ": "
              + each.reason());
    }
    for (RefutedInput each : flows.refuted()) {
      said.add(
          each.input().name()
              + " of "
              + each.sampledRows()
              + " not in "
              + each.output().name()
              + ": "
              + each.reason());
    }
    return said;
  }

  static RowTable table(List<Object[]> rows) {
    return table(rows, rows.size());
  }

  /** Of so many rows in all. */
  static RowTable table(List<Object[]> rows, long total) {
    long[][] hashes = new long[rows.size()][];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Arrays.stream(rows.get(i)).mapToLong(ValueHash::of).toArray();
    }
    return RowTable.of(hashes, rows.toArray(new Object[0][]), total);
  }
}
