package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InferenceTest {

  private final Ledger ledger = new Ledger(1000);

  private Access read(String name, long tick) {
    Access access = ledger.input(new DatasetId("file", name), Access.Kind.FILE);
    access.used(1, tick, tick);
    access.throughJob();
    return access;
  }

  private Access write(String name, long tick) {
    Access access = ledger.output(new DatasetId("file", name), Access.Kind.FILE);
    access.used(1, tick, tick);
    access.throughJob();
    return access;
  }

  private List<String> flows() {
    List<String> lines = new ArrayList<>();
    for (Flow flow : Inference.infer(ledger, null)) {
      StringBuilder line = new StringBuilder();
      line.append(flow.input().name()).append(" -> ").append(flow.output().name());
      line.append(String.format(Locale.ROOT, " %.2f", flow.confidence()));
      for (Evidence evidence : flow.evidence()) {
        line.append(" [").append(evidence.text()).append(']');
      }
      line.append(flow.columns().isEmpty() ? "" : " " + flow.columns());
      lines.add(line.toString());
    }
    return lines;
  }

  private static final String EXCLUSIVE = "[exclusive: the only input read before its last write]";

  @Test
  void nothingFlowsFromNothing() {
    assertEquals(List.of(), flows());
    write("out", 1);
    assertEquals(List.of(), flows());
  }

  @Test
  void theOnlyInputIsTheSource() {
    read("in", 1);
    write("out", 2);
    assertEquals(List.of("in -> out 0.80 " + EXCLUSIVE), flows());
  }

  @Test
  void severalInputsAreCandidates() {
    read("a", 1);
    read("b", 2);
    write("out", 3);
    assertEquals(
        List.of(
            "a -> out 0.50 [candidate: one of 2 inputs read before]",
            "b -> out 0.50 [candidate: one of 2 inputs read before]"),
        flows());
  }

  @Test
  void whatWasReadFirstAfterTheLastWriteFedNothing() {
    read("a", 1);
    write("out", 2);
    read("b", 3);
    write("late", 3);
    assertEquals(
        List.of(
            "a -> out 0.80 " + EXCLUSIVE,
            "a -> late 0.50 [candidate: one of 2 inputs read before]",
            "b -> late 0.50 [candidate: one of 2 inputs read before]"),
        flows());
  }

  @Test
  void aWriteThatGoesOnMayDependOnLaterReads() {
    read("a", 1);
    Access out = write("out", 2);
    read("b", 3);
    out.used(1, 4, 4);
    assertEquals(2, flows().size());
  }

  @Test
  void statementsAndCopiesAreCertain() {
    Access a = read("a", 1);
    Access b = read("b", 2);
    Access out = ledger.output(new DatasetId("db", "t"), Access.Kind.TABLE);
    out.used(1, 3, 3);
    ledger.edge(a, out, Rung.SQL, "INSERT");
    ledger.edge(a, out, Rung.COPY, "Files.copy");
    ledger.edge(b, out, Rung.SQL, "MERGE");
    assertEquals(
        List.of("a -> t 1.00 [sql: INSERT] [copy: Files.copy]", "b -> t 1.00 [sql: MERGE]"),
        flows());
  }

  @Test
  void columnsOfAllRungsMeetInOneFlow() {
    Access a = read("a", 1);
    Access out = write("out", 2);
    ColumnFlow identity = new ColumnFlow("x", "y", Transformation.IDENTITY, false);
    ColumnFlow filter = new ColumnFlow("z", null, Transformation.FILTER, false);
    ledger.edge(a, out, Rung.COPY, "COPY", List.of(identity));
    ledger.edge(a, out, Rung.SQL, "INSERT", List.of(identity, filter));
    assertEquals(
        List.of("a -> out 1.00 [sql: INSERT] [copy: COPY] [x -> y (IDENTITY), z -> * (FILTER)]"),
        flows());
  }

  /** A column that one of two kinds of evidence tells of is believed for that alone. */
  @Test
  void eachColumnHasTheEvidenceOfWhatTellsOfIt() {
    Access a = read("a", 1);
    Access out = write("out", 2);
    ColumnFlow both = new ColumnFlow("x", "y", Transformation.IDENTITY, false);
    ColumnFlow one = new ColumnFlow("z", "w", Transformation.IDENTITY, false);
    ledger.edge(a, out, Rung.SQL, "INSERT", List.of(both));
    ledger.edge(a, out, Rung.COPY, "COPY", List.of(both, one));
    List<ColumnFlow> columns = Inference.infer(ledger, null).get(0).columns();
    assertEquals("y null", columns.get(0).output() + " " + columns.get(0).belief());
    assertEquals("w", columns.get(1).output());
    assertEquals(1.0, columns.get(1).belief().confidence());
    assertEquals("copy: COPY", columns.get(1).belief().evidence().get(0).text());
    assertEquals(1, columns.get(1).belief().evidence().size());
  }

  /** An input that was read before and after its renaming is one input. */
  @Test
  void columnsFollowTheNameOfTheInput() {
    ColumnFlow early = new ColumnFlow("x", "y", Transformation.IDENTITY, false);
    ColumnFlow late = new ColumnFlow("z", "y", Transformation.IDENTITY, false);
    Access out = ledger.output(new DatasetId("db", "t"), Access.Kind.TABLE);
    out.used(1, 9, 9);
    ledger.edge(read("new", 1), out, Rung.SQL, "INSERT", List.of(late));
    ledger.edge(read("old", 2), out, Rung.SQL, "INSERT", List.of(early));
    ledger.rename(new DatasetId("file", "old"), new DatasetId("file", "new"));
    assertEquals(
        List.of("new -> t 1.00 [sql: INSERT] [z -> y (IDENTITY), x -> y (IDENTITY)]"), flows());
  }

  @Test
  void whatIsInferredOrOnlyPossibleHasNoColumns() {
    read("a", 1).addColumn(new Column("x", null));
    write("out", 2).addColumn(new Column("x", null));
    assertEquals(List.of("a -> out 0.80 " + EXCLUSIVE), flows());
    read("b", 1).addColumn(new Column("x", null));
    assertEquals(
        List.of(
            "a -> out 0.50 [candidate: one of 2 inputs read before]",
            "b -> out 0.50 [candidate: one of 2 inputs read before]"),
        flows());
  }

  @Test
  void whatAStatementDidIsNotGuessedAgain() {
    Access a = read("a", 1);
    Access out = write("out", 2);
    ledger.edge(a, out, Rung.SQL, "INSERT");
    assertEquals(List.of("a -> out 1.00 [sql: INSERT]"), flows());
    read("b", 2);
    assertEquals(
        List.of(
            "a -> out 1.00 [sql: INSERT]",
            "b -> out 0.50 [candidate: one of 2 inputs read before]"),
        flows());
  }

  @Test
  void whatNeverPassedTheJobIsNoCandidate() {
    read("a", 1);
    ledger.input(new DatasetId("db", "joined"), Access.Kind.TABLE).used(1, 1, 1);
    write("out", 2);
    ledger.output(new DatasetId("db", "copied"), Access.Kind.TABLE).used(1, 2, 2);
    assertEquals(List.of("a -> out 0.80 " + EXCLUSIVE), flows());
  }

  @Test
  void readModifyWriteIsNoFlowToOneself() {
    read("same", 1);
    write("same", 2);
    assertEquals(List.of(), flows());
    read("other", 1);
    assertEquals(List.of("other -> same 0.80 " + EXCLUSIVE), flows());
  }

  @Test
  void candidatesOfOneOutputAreBounded() {
    for (int i = 0; i < 80; i++) {
      read("in" + i, 1);
    }
    write("out", 2);
    List<String> flows = flows();
    assertEquals(50, flows.size());
    assertEquals("in0 -> out 0.01 [candidate: one of 80 inputs read before]", flows.get(0));
  }

  private Access table(String name, boolean output, long tick) {
    DatasetId id = new DatasetId("db", name);
    Access access =
        output ? ledger.output(id, Access.Kind.TABLE) : ledger.input(id, Access.Kind.TABLE);
    access.used(1, tick, tick);
    access.throughJob();
    return access;
  }

  private List<String> bound() {
    List<String> lines = new ArrayList<>();
    for (Flow flow : Inference.infer(ledger, null)) {
      List<String> why = flow.evidence().get(0).texts();
      lines.add(
          flow.input().name() + " -> " + flow.output().name() + (why.size() > 1 ? " bound" : ""));
    }
    return lines;
  }

  @Test
  void whatOtherTransactionsReadForOtherOutputsIsSetAside() {
    Access a = table("a", false, 1);
    Access x = table("x", true, 2);
    Access b = table("b", false, 3);
    Access y = table("y", true, 4);
    ledger.transaction(List.of(a), List.of(x));
    ledger.transaction(List.of(b), List.of(y));
    assertEquals(List.of("a -> x", "b -> y bound"), bound());
    assertEquals(0.5, Inference.infer(ledger, null).get(1).confidence());

    // One read, or one write, of which no transaction is known.
    a.unbound(1);
    assertEquals(List.of("a -> x", "a -> y", "b -> y"), bound());
    a.unbound(-1);
    y.unbound(1);
    assertEquals(List.of("a -> x", "a -> y", "b -> y"), bound());
    y.unbound(-1);
    assertEquals(List.of("a -> x", "b -> y bound"), bound());
  }

  @Test
  void aTransactionThatWroteOnlyWhatTheOthersWriteTooMadeNothingElse() {
    Access a = table("a", false, 1);
    Access log = table("log", true, 2);
    Access b = table("b", false, 3);
    Access y = table("y", true, 4);
    log.used(1, 4, 4);
    ledger.transaction(List.of(a), List.of(log));
    ledger.transaction(List.of(b), List.of(y, log));
    assertEquals(List.of("a -> log", "b -> log", "a -> y", "b -> y"), bound());
  }

  @Test
  void anOutputIsBoundOnlyWhereEachOfItsTransactionsReadSomethingElse() {
    Access a = table("a", false, 1);
    Access x = table("x", true, 2);
    Access b = table("b", false, 3);
    Access y = table("y", true, 4);
    Access own = table("y", false, 4);
    ledger.transaction(List.of(a), List.of(x));
    ledger.transaction(List.of(b), List.of(y));
    ledger.transaction(List.of(own), List.of(y));
    assertEquals(List.of("a -> x", "a -> y", "b -> y"), bound());
  }

  @Test
  void transactionsWithoutEndAreToldNoMore() {
    Access a = table("a", false, 1);
    Access x = table("x", true, 2);
    Access b = table("b", false, 3);
    Access y = table("y", true, 4);
    ledger.transaction(List.of(a), List.of(x));
    ledger.transaction(List.of(b), List.of(y));
    for (int i = 0; i < 1000; i++) {
      Access read = table("read" + i / 40, false, 9);
      ledger.transaction(List.of(read), List.of(table("written" + i % 40, true, 4)));
    }
    assertEquals(List.of("a -> x", "a -> y", "b -> y"), bound().subList(0, 3));
  }

  @Test
  void edgesOfDeletedFilesAreGone() {
    Access a = read("a", 1);
    Access out = write("out", 2);
    ledger.edge(a, out, Rung.COPY, "Files.copy");
    ledger.delete(new DatasetId("file", "out"));
    assertEquals(List.of(), flows());
    assertEquals(Rung.COPY.label(), "copy");
  }
}
