package io.spoor.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger(100);

  private static DatasetId id(String name) {
    return new DatasetId("file", name);
  }

  private Access read(String name, long tick) {
    Access access = ledger.input(id(name), Access.Kind.FILE);
    access.used(1, tick, tick);
    return access;
  }

  private Access write(String name, long tick) {
    Access access = ledger.output(id(name), Access.Kind.FILE);
    access.used(1, tick, tick);
    return access;
  }

  private List<String> state() {
    List<String> lines = new ArrayList<>();
    for (Access each : ledger.inputs()) {
      lines.add("in " + each.id().name() + " " + each.first() + "-" + each.last());
    }
    for (Access each : ledger.outputs()) {
      lines.add("out " + each.id().name() + " " + each.first() + "-" + each.last());
    }
    for (Edge each : ledger.edges()) {
      lines.add(
          each.input().id().name()
              + " -> "
              + each.output().id().name()
              + " "
              + each.rung()
              + " "
              + each.detail());
    }
    return lines;
  }

  @Test
  void whatItHoldsGrowsWithNamesColumnsAndEdges() {
    assertEquals(0, ledger.heapBytes());
    Access in = read("orders.csv", 1);
    long one = ledger.heapBytes();
    in.addColumn(new Column("customer", null));
    long withColumn = ledger.heapBytes();
    ledger.edge(in, write("copy", 2), Rung.COPY, "Files.copy");
    assertEquals(
        List.of(414L, 158L, 472L), List.of(one, withColumn - one, ledger.heapBytes() - withColumn));
  }

  @Test
  void accessesAreOnePerDatasetAndDirectionInOrderOfFirstSight() {
    Access b = read("b", 3);
    read("a", 4);
    assertSame(b, read("b", 7));
    write("b", 8);
    ledger.input(id("only opened"), Access.Kind.FILE);
    assertEquals(List.of("in b 3-7", "in a 4-4", "out b 8-8"), state());
    assertFalse(ledger.isEmpty());
    assertTrue(new Ledger(1).isEmpty());
  }

  @Test
  void figuresAddUpAndWhatWasNotCountedIsUnknown() {
    Access a = read("a", 3);
    assertEquals(List.of(-1L, -1L), List.of(a.rows(), a.bytes()));
    a.addRows(2);
    a.addRows(0);
    a.addBytes(0);
    assertEquals(List.of(2L, 0L), List.of(a.rows(), a.bytes()));
    a.addColumn(new Column("x", null));
    a.addColumn(new Column("y", "INT"));
    a.addColumn(new Column("x", "CHAR"));
    a.addColumn(new Column("x", "OTHER"));
    a.addColumn(new Column("y", null));
    assertEquals(
        List.of("x CHAR", "y INT"),
        a.columns().stream().map(c -> c.name() + " " + c.type()).toList());
  }

  @Test
  void whatComesBehindTheLimitIsCountedAndDropped() {
    Ledger small = new Ledger(1);
    small.input(id("a"), Access.Kind.FILE);
    assertNull(small.input(id("b"), Access.Kind.FILE));
    assertNull(small.input(id("c"), Access.Kind.FILE));
    small.output(id("b"), Access.Kind.FILE);
    assertNull(small.output(id("c"), Access.Kind.FILE));
    assertEquals(3, small.dropped());
    small.edge(null, null, Rung.COPY, null);
    assertEquals(List.of(), small.edges());
  }

  @Test
  void edgesAreOncePerRungAndNeverToOneself() {
    Access a = read("a", 1);
    Access b = write("b", 2);
    Access same = write("a", 3);
    ledger.edge(a, b, Rung.COPY, "Files.copy");
    ledger.edge(a, b, Rung.COPY, "again");
    ledger.edge(a, b, Rung.SQL, "INSERT");
    ledger.edge(a, same, Rung.SQL, "UPDATE");
    ledger.edge(a, null, Rung.SQL, null);
    assertEquals(
        List.of(
            "in a 1-1", "out b 2-2", "out a 3-3", "a -> b COPY Files.copy", "a -> b SQL INSERT"),
        state());
  }

  @Test
  void aTemporaryNameIsForgottenByTheRename() {
    Access in = read("in", 1);
    Access tmp = write("tmp", 2);
    tmp.addBytes(10);
    ledger.edge(in, tmp, Rung.COPY, "x");
    ledger.rename(id("tmp"), id("final"));
    assertEquals(List.of("in in 1-1", "out final 2-2", "in -> final COPY x"), state());
    assertTrue(ledger.knownOutput(id("final")).isUsed());
    assertNull(ledger.knownOutput(id("tmp")));
    assertEquals(10, ledger.outputs().get(0).bytes());
  }

  @Test
  void aRenameOntoAnOutputKeepsOneOutput() {
    write("final", 1).addBytes(4);
    write("tmp", 5).addBytes(6);
    ledger.rename(id("tmp"), id("final"));
    assertEquals(List.of("out final 1-5"), state());
    assertEquals(10, ledger.outputs().get(0).bytes());
  }

  @Test
  void whatWasReadBackUnderTheTemporaryNameIsTheSameData() {
    write("tmp", 1);
    read("tmp", 2);
    ledger.rename(id("tmp"), id("final"));
    assertEquals(List.of("in final 2-2", "out final 1-1"), state());
  }

  @Test
  void aFileOfOthersThatIsRenamedIsNotTouched() {
    read("other", 1);
    ledger.rename(id("unknown"), id("elsewhere"));
    assertEquals(List.of("in other 1-1"), state());
  }

  @Test
  void whatTheRunMadeAndDeletedIsNeitherInputNorOutput() {
    read("in", 1);
    write("tmp", 2);
    read("tmp", 3);
    ledger.delete(id("tmp"));
    assertEquals(List.of("in in 1-1"), state());
    assertNull(ledger.knownOutput(id("tmp")));
    write("tmp", 4);
    assertEquals(List.of("in in 1-1", "out tmp 4-4"), state());
  }

  @Test
  void whatWasReadBeforeTheRunsFirstWriteStaysAnInput() {
    read("in", 1);
    write("in", 2);
    ledger.delete(id("in"));
    assertEquals(List.of("in in 1-1"), state());
  }

  @Test
  void aDeletedFileThatIsReadAgainIsAnInputAgain() {
    write("tmp", 1);
    read("tmp", 2);
    ledger.delete(id("tmp"));
    assertEquals(List.of(), state());
    read("tmp", 5);
    assertEquals(List.of("in tmp 5-5"), state());
  }

  @Test
  void aFileThatIsRenamedOntoItsOwnSourceFeedsNothing() {
    Access in = read("data", 1);
    Access tmp = write("tmp", 2);
    ledger.edge(in, tmp, Rung.COPY, "Files.copy");
    ledger.rename(id("tmp"), id("data"));
    assertEquals(List.of("in data 1-1", "out data 2-2"), state());
  }

  @Test
  void aDeletedInputOfOthersStaysAnInput() {
    read("in", 1);
    ledger.delete(id("in"));
    assertEquals(List.of("in in 1-1"), state());
  }

  @Test
  void edgesThroughADeletedFileMeet() {
    Access in = read("in", 1);
    Access tmp = write("tmp", 2);
    ledger.edge(in, tmp, Rung.COPY, "Files.copy");
    Access back = read("tmp", 3);
    Access out = write("out", 4);
    ledger.edge(back, out, Rung.SQL, "COPY");
    ledger.delete(id("tmp"));
    assertEquals(
        List.of("in in 1-1", "out out 4-4", "in -> out COPY through a temporary file"), state());
    assertFalse(out.isThroughJob());
  }

  @Test
  void aCopyOfADeletedFileThatTheJobWroteCountsAsWrittenByTheJob() {
    write("tmp", 2).throughJob();
    Access back = read("tmp", 3);
    Access out = write("out", 4);
    ledger.edge(back, out, Rung.COPY, "Files.copy");
    ledger.delete(id("tmp"));
    assertTrue(out.isThroughJob());
    assertEquals(List.of("out out 4-4"), state());
  }
}
