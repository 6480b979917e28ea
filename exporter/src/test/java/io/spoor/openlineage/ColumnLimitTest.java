package io.spoor.openlineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.ColumnFlow;
import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnLimitTest {

  private static Flow flow(String from, String to, int direct, int indirect) {
    List<ColumnFlow> columns = new ArrayList<>();
    for (int i = 0; i < indirect; i++) {
      columns.add(new ColumnFlow("a" + i, null, Transformation.FILTER, false));
    }
    for (int i = 0; i < direct; i++) {
      columns.add(new ColumnFlow("z" + i, "z" + i, Transformation.IDENTITY, false));
    }
    return new Flow(
        new DatasetId("db", from),
        new DatasetId("db", to),
        List.of(new Evidence(Rung.SQL, "INSERT")),
        1,
        columns);
  }

  private static List<String> kept(ColumnLimit limit) {
    List<String> lines = new ArrayList<>();
    for (Flow flow : limit.flows()) {
      StringBuilder line = new StringBuilder();
      line.append(flow.input().name()).append('>').append(flow.output().name());
      for (ColumnFlow column : flow.columns()) {
        line.append(' ').append(column.input());
      }
      lines.add(line.toString());
    }
    lines.add("left out " + limit.leftOut());
    return lines;
  }

  @Test
  void withinTheLimitNothingChanges() {
    List<Flow> flows = List.of(flow("a", "t", 2, 1), flow("b", "t", 0, 0), flow("c", "t", 3, 0));

    assertEquals(flows, new ColumnLimit(flows, 6, 1000).flows());
    assertEquals(0, new ColumnLimit(flows, 6, 1000).leftOut());
    assertEquals(flows, new ColumnLimit(flows).flows());
    assertEquals(List.of("left out 0"), kept(new ColumnLimit(List.of())));
  }

  @Test
  void wideFlowsShareWhatNarrowOnesLeave() {
    List<Flow> flows =
        List.of(flow("wide", "t", 9, 1), flow("b", "t", 1, 1), flow("wide", "u", 8, 1));

    assertEquals(
        List.of("wide>t z0 z1 z2 z3", "b>t a0 z0", "wide>u z0 z1 z2 z3", "left out " + (6 + 0 + 5)),
        kept(new ColumnLimit(flows, 10, 10000)));
  }

  @Test
  void longNamesCountToo() {
    // Each column flow here has 2 + 1 + 2 + 2 characters of names.
    List<Flow> flows = List.of(flow("a", "t", 3, 0), flow("b", "t", 3, 0));

    assertEquals(
        List.of("a>t z0 z1", "b>t z0 z1", "left out 2"), kept(new ColumnLimit(flows, 100, 28)));
    assertEquals(
        List.of("a>t z0", "b>t z0 z1", "left out 3"), kept(new ColumnLimit(flows, 100, 27)));
    assertEquals(List.of("a>t", "b>t", "left out 6"), kept(new ColumnLimit(flows, 100, 0)));
    assertEquals(List.of("a>t", "b>t", "left out 6"), kept(new ColumnLimit(flows, 0, 100)));
  }

  @Test
  void whatIsKeptDoesNotDependOnTheOrder() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      flows.add(flow("in" + i, "out" + i % 3, i % 7 + 3, i % 2));
    }
    List<String> expected = sorted(flows);
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(flows, random);
      assertEquals(expected, sorted(flows));
    }
  }

  private static List<String> sorted(List<Flow> flows) {
    List<String> kept = kept(new ColumnLimit(flows, 70, 10000));
    Collections.sort(kept);
    return kept;
  }

  @Test
  void aFullEventStaysSmall() {
    List<Flow> flows = new ArrayList<>();
    String name = "warehouse.public.".repeat(3);
    for (int i = 0; i < 10; i++) {
      flows.add(flow(name + i, "warehouse.public.wide", 2000, 0));
    }
    ColumnLimit limit = new ColumnLimit(flows);
    String line =
        new EventWriter("1")
            .write(
                Events.event(
                    RunEvent.Type.COMPLETE,
                    List.of(),
                    List.of(new LineageJobFacet(limit.flows())),
                    List.of(),
                    List.of(
                        new Dataset(
                            flows.get(0).output(),
                            List.of(new ColumnLineageDatasetFacet(limit.flows())),
                            List.of()))));

    assertEquals(10000, limit.leftOut());
    assertEquals(20000, line.split("\"field\":").length - 1);
    assertTrue(line.length() < 5_000_000, line.length() + " characters");
  }
}
