package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.boot.record.ValueHash;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Flow;
import io.spoor.model.RefutedInput;
import io.spoor.model.Transformation;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of outputs as a whole: what explains them, what does not, and what is left. */
class RowFlowsTest {

  private final Random random = new Random(3);
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
  private void add(boolean isOutput, String name, List<Object[]> rows, String... columns) {
    Access access = access(name, isOutput);
    List<List<RowColumn>> behind = new ArrayList<>();
    for (String column : columns) {
      behind.add(
          Collections.singletonList(new RowColumn(access, column, Transformation.IDENTITY, false)));
    }
    long[][] hashes = new long[rows.size()][];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = java.util.Arrays.stream(rows.get(i)).mapToLong(ValueHash::of).toArray();
    }
    RowTable table = RowTable.of(hashes, rows.toArray(new Object[0][]), hashes.length);
    (isOutput ? outputs : inputs).add(new RowSide(table, null, null, behind));
  }

  private List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Object[] {
            "k" + random.nextInt(1000000), "v" + random.nextInt(1000000), random.nextInt(9)
          });
    }
    return rows;
  }

  private List<String> said() {
    RowFlows flows = new RowFlows(inputs, outputs, System.nanoTime() + 60_000_000_000L);
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

  @Test
  void whatIsReadAndNotUsedIsRefuted() {
    List<Object[]> rows = rows(40);
    add(false, "IN", rows, "A", "B");
    add(false, "OTHER", rows(30), "A", "B");
    add(false, "TINY", rows(2), "A", "B");
    add(true, "OUT", rows, "X", "Y");
    add(false, "LATE", rows(30), "A", "B");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY), B -> Y (IDENTITY)]",
            "OTHER of 30 not in OUT:"
                + " other inputs explain every column that varies; it explains none better"),
        said());
  }

  @Test
  void nothingIsRefutedWhileAColumnIsOpen() {
    List<Object[]> rows = rows(40);
    List<Object[]> out = new ArrayList<>();
    for (Object[] row : rows) {
      out.add(new Object[] {row[0], "new" + random.nextInt(1000000)});
    }
    add(false, "IN", rows, "A", "B");
    add(false, "OTHER", rows(30), "A", "B");
    add(true, "OUT", out, "X", "Y");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY)]",
            "OUT.Y of 40: none of the rows that were read has its values"),
        said());
  }

  @Test
  void twoThatExplainEquallyWellAreNamed() {
    List<Object[]> rows = rows(40);
    add(false, "ONE", rows, "A", "B");
    add(false, "TWIN", rows, "A", "B");
    add(true, "OUT", rows, "X", "Y");
    assertEquals(
        List.of(
            "OUT.X of 40: several inputs explain it equally well: ONE, TWIN",
            "OUT.Y of 40: several inputs explain it equally well: ONE, TWIN"),
        said());
  }

  @Test
  void whatOneOfTwoStatementsExplains() {
    List<Object[]> rows = rows(40);
    add(false, "IN", rows, "A", "B");
    add(true, "OUT", rows, "X", "Y");
    add(true, "OUT", rows(20), "X", "Y");
    assertEquals(
        List.of(
            "IN -> OUT [A -> X (IDENTITY), B -> Y (IDENTITY)]",
            "OUT.X of 20: where other statements write it nothing has its values",
            "OUT.Y of 20: where other statements write it nothing has its values"),
        said());
  }

  @Test
  void outputsWithoutInputs() {
    List<Object[]> constant = List.of(new Object[] {"a", 1}, new Object[] {"a", 2});
    add(true, "OUT", constant, "CONSTANT", "FEW");
    add(true, "MORE", rows(12), "X");
    assertEquals(
        List.of(
            "OUT.FEW of 2: too few rows to compare",
            "MORE.X of 12: none of the rows that were read has its values"),
        said());
  }
}
