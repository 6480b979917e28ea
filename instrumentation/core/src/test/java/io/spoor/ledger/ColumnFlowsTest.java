package io.spoor.ledger;

import static io.spoor.model.Transformation.AGGREGATION;
import static io.spoor.model.Transformation.CONDITIONAL;
import static io.spoor.model.Transformation.FILTER;
import static io.spoor.model.Transformation.IDENTITY;
import static io.spoor.model.Transformation.JOIN;
import static io.spoor.model.Transformation.SORT;
import static io.spoor.model.Transformation.TRANSFORMATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns of edges, and those of the datasets at their ends. */
class ColumnFlowsTest {

  private final Ledger ledger = new Ledger(100000);
  private long clock;

  private static DatasetId id(String name) {
    return new DatasetId("db", name);
  }

  private Access read(String name) {
    Access access = ledger.input(id(name), Access.Kind.TABLE);
    access.used(1, ++clock, clock);
    return access;
  }

  private Access write(String name) {
    Access access = ledger.output(id(name), Access.Kind.TABLE);
    access.used(1, ++clock, clock);
    return access;
  }

  private static ColumnFlow column(String from, String to, Transformation how) {
    return new ColumnFlow(from, to, how, false);
  }

  private static List<ColumnFlow> numbered(String prefix, int count) {
    List<ColumnFlow> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(column(prefix + i, "t" + i, IDENTITY));
    }
    return columns;
  }

  private List<String> edges() {
    List<String> lines = new ArrayList<>();
    for (Edge edge : ledger.edges()) {
      lines.add(
          edge.input().id().name()
              + " -> "
              + edge.output().id().name()
              + " "
              + edge.rung()
              + " "
              + edge.detail()
              + " "
              + edge.columns());
    }
    return lines;
  }

  private static List<String> columns(Access access) {
    return access.columns().stream().map(c -> c.name() + " " + c.type()).toList();
  }

  @Test
  void statementsOverTheSamePairAddUp() {
    Access a = read("a");
    Access t = write("t");
    ledger.edge(a, t, Rung.SQL, "INSERT", List.of(column("x", "y", IDENTITY)));
    ledger.edge(a, t, Rung.SQL, "INSERT", List.of());
    ledger.edge(
        a,
        t,
        Rung.SQL,
        "MERGE",
        List.of(
            column("x", "y", IDENTITY), column("x", "y", AGGREGATION), column("z", null, JOIN)));
    ledger.edge(a, t, Rung.COPY, "COPY", List.of(column("x", "y", IDENTITY)));
    ledger.edge(read("b"), t, Rung.SQL, "INSERT");
    assertEquals(
        List.of(
            "a -> t SQL INSERT [x -> y (IDENTITY), x -> y (AGGREGATION), z -> * (JOIN)]",
            "a -> t COPY COPY [x -> y (IDENTITY)]",
            "b -> t SQL INSERT []"),
        edges());
    assertEquals(0, ledger.columnFlowsDropped());
  }

  @Test
  void columnsOfEdgesAreColumnsOfTheirEnds() {
    Access a = read("a");
    Access t = write("t");
    a.addColumn(new Column("x", "INT"));
    ledger.edge(
        a, t, Rung.SQL, "INSERT", List.of(column("x", "y", IDENTITY), column("w", null, FILTER)));
    t.addColumn(new Column("y", "BIGINT"));
    assertEquals(List.of("x INT", "w null"), columns(a));
    assertEquals(List.of("y BIGINT"), columns(t));
  }

  @Test
  void aDatasetNeverFeedsItselfNorDoesNothing() {
    ledger.edge(read("a"), write("a"), Rung.SQL, "UPDATE", List.of(column("x", "y", IDENTITY)));
    ledger.edge(null, write("a"), Rung.SQL, "UPDATE", List.of(column("x", "y", IDENTITY)));
    assertEquals(List.of(), edges());
    assertEquals(List.of(), columns(write("a")));
  }

  @Test
  void columnsFollowARename() {
    Access a = read("a");
    ledger.edge(a, write("tmp"), Rung.SQL, "INSERT", List.of(column("x", "y", IDENTITY)));
    ledger.rename(id("tmp"), id("final"));
    ledger.edge(a, write("final"), Rung.SQL, "INSERT", List.of(column("x", "z", IDENTITY)));
    assertEquals(List.of("a -> final SQL INSERT [x -> y (IDENTITY), x -> z (IDENTITY)]"), edges());
  }

  @Test
  void columnsOfOneEdgeAreBoundedAndCountedOnce() {
    Access a = read("a");
    Access t = write("t");
    for (int i = 0; i < 3; i++) {
      ledger.edge(a, t, Rung.SQL, "INSERT", numbered("c", Ledger.COLUMN_FLOWS_OF_EDGE + 5));
    }
    Edge edge = ledger.edges().get(0);
    assertEquals(Ledger.COLUMN_FLOWS_OF_EDGE, edge.columns().size());
    assertEquals(numbered("c", Ledger.COLUMN_FLOWS_OF_EDGE), List.copyOf(edge.columns()));
    assertEquals(5, ledger.columnFlowsDropped());
    ledger.edge(read("b"), t, Rung.SQL, "INSERT", numbered("c", 3));
    assertEquals(3, ledger.edges().get(1).columns().size());
  }

  @Test
  void columnsOfAllEdgesAreBoundedTillSomeGo() {
    int full = Ledger.COLUMN_FLOWS / Ledger.COLUMN_FLOWS_OF_EDGE;
    for (int i = 0; i < full; i++) {
      List<ColumnFlow> columns = numbered("c", Ledger.COLUMN_FLOWS_OF_EDGE);
      ledger.edge(read("in" + i), write("out" + i), Rung.SQL, "INSERT", columns);
    }
    ledger.edge(read("last"), write("t"), Rung.SQL, "INSERT", numbered("c", 2));
    assertEquals("last -> t SQL INSERT []", edges().get(full));
    assertEquals(2, ledger.columnFlowsDropped());
    ledger.delete(id("out0"));
    ledger.edge(read("last"), write("t"), Rung.SQL, "INSERT", numbered("c", 2));
    assertEquals(2, ledger.edges().get(full - 1).columns().size());
  }

  @Test
  void whatIsLeftOutIsToldApartUpToALimit() {
    Access a = read("a");
    ledger.edge(a, write("t"), Rung.SQL, "INSERT", numbered("c", 40000));
    assertEquals(10000, ledger.columnFlowsDropped());
  }

  @Test
  void columnsOfOneDatasetAreBoundedAndCountedOnce() {
    Access a = read("a");
    for (int i = 0; i < 2 * (Access.COLUMNS + 7); i++) {
      a.addColumn(new Column("c" + i % (Access.COLUMNS + 7), null));
    }
    a.addColumn(new Column("c0", "INT"));
    assertEquals(Access.COLUMNS, a.columns().size());
    assertEquals("c0 INT", columns(a).get(0));
    assertEquals(7, ledger.columnsDropped());
    read("b").addColumn(new Column("x", null));
    assertEquals(7, ledger.columnsDropped());
  }

  @Test
  void columnsMeetInATableThatIsGone() {
    Access stage = write("stage");
    ledger.edge(
        read("a"),
        stage,
        Rung.SQL,
        "CREATE_TABLE_AS",
        List.of(
            column("id", "k", IDENTITY),
            column("price", "v", TRANSFORMATION),
            new ColumnFlow("mail", "h", TRANSFORMATION, true),
            column("kind", "v", CONDITIONAL),
            column("unused", "u", IDENTITY),
            column("day", null, FILTER)));
    ledger.edge(
        read("stage"),
        write("t"),
        Rung.SQL,
        "INSERT",
        List.of(
            column("k", "key", IDENTITY),
            column("v", "total", AGGREGATION),
            column("h", "hash", IDENTITY),
            column("k", null, SORT),
            column("else", "where", IDENTITY)));
    ledger.delete(id("stage"));
    assertEquals(
        List.of(
            "a -> t SQL through a temporary table ["
                + "day -> * (FILTER), "
                + "id -> key (IDENTITY), "
                + "price -> total (AGGREGATION), "
                + "kind -> total (CONDITIONAL), "
                + "mail -> hash (TRANSFORMATION), "
                + "id -> * (SORT)]"),
        edges());
    List<Boolean> masking = new ArrayList<>();
    ledger.edges().get(0).columns().forEach(column -> masking.add(column.isMasking()));
    assertEquals(List.of(false, false, false, false, true, false), masking);
  }

  @Test
  void aCopyPassesAllColumnsOn() {
    List<ColumnFlow> columns = List.of(column("x", "y", TRANSFORMATION));
    Access file = write("file");
    ledger.edge(read("a"), file, Rung.COPY, "Files.copy");
    ledger.edge(read("file"), write("t"), Rung.SQL, "COPY", columns);
    ledger.delete(id("file"));
    Access unload = write("unload");
    ledger.edge(read("b"), unload, Rung.SQL, "UNLOAD", columns);
    ledger.edge(read("unload"), write("u"), Rung.COPY, "Files.copy");
    ledger.delete(id("unload"));
    assertEquals(
        List.of(
            "a -> t COPY through a temporary table [x -> y (TRANSFORMATION)]",
            "b -> u SQL through a temporary table [x -> y (TRANSFORMATION)]"),
        edges());
  }

  @Test
  void unknownColumnsOnTheWayLeaveTheEdgeAlone() {
    Access stage = write("stage");
    ledger.edge(read("a"), stage, Rung.SQL, "INSERT");
    ledger.edge(read("stage"), write("t"), Rung.SQL, "INSERT", List.of(column("x", "y", IDENTITY)));
    ledger.delete(id("stage"));
    assertEquals(List.of("a -> t SQL through a temporary table []"), edges());
  }

  /** The same name, another table: what fed the first must not be said to feed the second. */
  @Test
  void aTableMadeAgainHasNewSources() {
    for (String source : List.of("a", "b")) {
      Access stage = write("stage");
      ledger.edge(read(source), stage, Rung.SQL, "INSERT", List.of(column(source, "x", IDENTITY)));
      ledger.edge(
          read("stage"),
          write("to_" + source),
          Rung.SQL,
          "INSERT",
          List.of(column("x", "y", IDENTITY)));
      ledger.delete(id("stage"));
    }
    assertEquals(
        List.of(
            "a -> to_a SQL through a temporary table [a -> y (IDENTITY)]",
            "b -> to_b SQL through a temporary table [b -> y (IDENTITY)]"),
        edges());
  }

  /** A table that was there before: its own edges stay, and what it got later fed nothing. */
  @Test
  void whatADroppedInputFedStays() {
    ledger.edge(read("old"), write("t"), Rung.SQL, "INSERT", List.of(column("x", "y", IDENTITY)));
    ledger.edge(read("a"), write("old"), Rung.SQL, "INSERT");
    ledger.delete(id("old"));
    assertEquals(List.of("old -> t SQL INSERT [x -> y (IDENTITY)]"), edges());
  }
}
