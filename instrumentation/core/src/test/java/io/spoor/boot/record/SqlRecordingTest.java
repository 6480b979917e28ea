package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRecordingTest {

  private final Recording recording = new Recording();
  private final LiveRecorder recorder = recording.recorder;
  private Object connection;
  private Object statement;
  private Object rows;

  @BeforeEach
  void carriers() {
    connection = new Recording.Carrier();
    statement = new Recording.Carrier();
    rows = new Recording.CarrierRows();
  }

  @AfterEach
  void detach() {
    recording.close();
  }

  private SpoorState connect() {
    Properties properties = new Properties();
    properties.setProperty("user", "sa");
    properties.setProperty("password", "secret");
    recorder.connected(connection, "jdbc:x:y", properties);
    return SpoorHooks.state(connection);
  }

  private SpoorState create() {
    recorder.created(statement, connect(), connection);
    return SpoorHooks.state(statement);
  }

  private SpoorState prepare(String sql) {
    recorder.prepared(statement, connect(), connection, sql);
    return SpoorHooks.state(statement);
  }

  private void query(SpoorState state, String sql, int count) {
    recorder.executing(state, statement, sql);
    recorder.executed(rows, state, statement);
    for (int i = 0; i < count; i++) {
      recorder.next(true, SpoorHooks.state(rows));
    }
    recorder.next(false, SpoorHooks.state(rows));
  }

  @Test
  void aConnectionKnowsItsUrlAndUserAndNothingElse() {
    SpoorState state = connect();
    assertEquals(
        List.of(SpoorState.CONNECTION, "jdbc:x:y", "sa"),
        List.of(state.kind, state.about, state.detail));
    recorder.connected(null, "jdbc:other:", new Properties());
    assertEquals(List.of(state), recording.take());
  }

  @Test
  void rowsOfAQueryAreCountedWithItsSql() {
    SpoorState state = create();
    query(state, "SELECT 1", 2);
    assertEquals(List.of("SELECT 1 runs 1 rows 2 changed 0"), recording.sql());
    query(state, "SELECT 1", 1);
    query(state, "SELECT 2", 0);
    assertEquals(
        List.of("SELECT 1 runs 2 rows 3 changed 0", "SELECT 2 runs 1 rows 0 changed 0"),
        recording.sql());
    assertSame(connectionOf(state), ((SqlUse) state.detail).owner);
  }

  private static SpoorState connectionOf(SpoorState statement) {
    return statement.owner;
  }

  @Test
  void equalTextsOfOneConnectionAreOneUseAndOfTwoConnectionsTwo() {
    SpoorState first = create();
    query(first, "SELECT 1", 0);
    Object another = new Recording.Carrier();
    recorder.created(another, SpoorHooks.state(connection), connection);
    SpoorState second = SpoorHooks.state(another);
    recorder.executing(second, another, new String("SELECT 1"));
    recorder.executed(null, second, another);
    assertSame(first.detail, second.detail);
    assertEquals(List.of("SELECT 1 runs 2 rows 0 changed 0"), recording.sql());
    Object elsewhere = new Recording.Carrier();
    recorder.connected(elsewhere, "jdbc:x:z", null);
    Object third = new Recording.Carrier();
    recorder.created(third, SpoorHooks.state(elsewhere), elsewhere);
    recorder.executing(SpoorHooks.state(third), third, "SELECT 1");
    assertNotSame(first.detail, SpoorHooks.state(third).detail);
  }

  @Test
  void preparedStatementsRunTheirOwnText() {
    SpoorState state = prepare("UPDATE t SET a = ?");
    for (int i = 0; i < 3; i++) {
      recorder.set(state, 1, 5L);
      recorder.executing(state, statement, null);
      recorder.executedCount(2, state, statement);
    }
    assertEquals(List.of("UPDATE t SET a = ? runs 3 rows 0 changed 6"), recording.sql());
    assertEquals(0b10, state.writes);
  }

  @Test
  void nestedCallsOfADriverOnItselfAreOneExecution() {
    SpoorState state = prepare("SELECT 1");
    recorder.executing(state, statement, null);
    recorder.executing(state, statement, "SELECT 1");
    recorder.results(rows, state, statement);
    recorder.executed(rows, state, statement);
    assertNull(SpoorHooks.state(rows));
    recorder.executed(rows, state, statement);
    recorder.next(true, SpoorHooks.state(rows));
    assertEquals(List.of("SELECT 1 runs 1 rows 1 changed 0"), recording.sql());
    assertEquals(0, state.depth);
  }

  @Test
  void executeAndGetResultSet() {
    SpoorState state = create();
    recorder.executing(state, statement, "SELECT 1");
    recorder.executed(null, state, statement);
    recorder.results(rows, state, statement);
    recorder.next(true, SpoorHooks.state(rows));
    assertEquals(List.of("SELECT 1 runs 1 rows 1 changed 0"), recording.sql());
  }

  @Test
  void aResultSetThatCannotCarryIsFoundInTheTable() {
    rows = new org.h2.tools.SimpleResultSet();
    SpoorState state = create();
    query(state, "SELECT 1", 2);
    assertEquals(SpoorState.RESULTS, SpoorHooks.state(rows).kind);
    assertEquals(List.of("SELECT 1 runs 1 rows 2 changed 0"), recording.sql());
    recorder.closed(SpoorHooks.state(rows), rows);
    assertNull(SpoorHooks.state(rows));
  }

  @Test
  void objectsThatCannotCarryAreFoundInTheTable() {
    connection = new Object();
    statement = new Object();
    SpoorState state = prepare("SELECT 1");
    assertSame(SpoorHooks.state(connection), state.owner);
    query(state, null, 1);
    assertEquals(List.of("SELECT 1 runs 1 rows 1 changed 0"), recording.sql());
    recorder.closed(state, statement);
    assertNull(SpoorHooks.state(statement));
  }

  @Test
  void failuresAreCountedByClassAndStateWithoutText() {
    SpoorState state = prepare("INSERT INTO t VALUES (?)");
    recorder.executing(state, statement, null);
    recorder.failed(new SQLException("value 'Anna' is too long", "22001", 8), state, statement);
    recorder.executing(state, statement, null);
    recorder.failed(new IllegalStateException("closed"), state, statement);
    recorder.executing(state, statement, null);
    recorder.executedCount(1, state, statement);
    assertEquals(
        List.of(
            "INSERT INTO t VALUES (?) runs 3 rows 0 changed 1 failures 2"
                + " java.lang.IllegalStateException 22001/8"),
        recording.sql());
    assertEquals(0, state.depth);
  }

  @Test
  void batchesOfAPreparedStatementCountParametersAndRows() {
    SpoorState state = prepare("INSERT INTO t VALUES (?)");
    for (int i = 0; i < 5; i++) {
      recorder.addBatch(state, statement, null);
    }
    recorder.executing(state, statement, null);
    recorder.executedBatch(new int[] {1, 1, -2, -3, 4}, state, statement);
    recorder.addBatch(state, statement, null);
    recorder.executing(state, statement, null);
    recorder.executedBatch(new long[] {1L << 33}, state, statement);
    assertEquals(
        List.of(
            "INSERT INTO t VALUES (?) runs 2 rows 0 changed " + (7 + (1L << 33)) + " batched 6"),
        recording.sql());
  }

  @Test
  void aBatchOfTextsRunsEachOnceWithItsOwnCount() {
    SpoorState state = create();
    recorder.addBatch(state, statement, "INSERT INTO a VALUES (1)");
    recorder.addBatch(state, statement, "UPDATE b SET x = 1");
    assertEquals(List.of(), recording.sql());
    recorder.executing(state, statement, null);
    recorder.executedBatch(new int[] {1, 7}, state, statement);
    assertEquals(
        List.of(
            "INSERT INTO a VALUES (1) runs 1 rows 0 changed 1 batched 1",
            "UPDATE b SET x = 1 runs 1 rows 0 changed 7 batched 1"),
        recording.sql());
    recorder.addBatch(state, statement, "UPDATE b SET x = 1");
    recorder.executing(state, statement, null);
    recorder.executedBatch(new long[] {2}, state, statement);
    assertEquals(List.of("UPDATE b SET x = 1 runs 2 rows 0 changed 9 batched 2"), recording.sql());
  }

  @Test
  void aBatchThatIsClearedOrEmptyRunsNothing() {
    SpoorState state = create();
    recorder.addBatch(state, statement, "INSERT INTO a VALUES (1)");
    recorder.clearBatch(state);
    recorder.executing(state, statement, null);
    recorder.executedBatch(new int[0], state, statement);
    recorder.addBatch(state, statement, "INSERT INTO b VALUES (1)");
    for (int[] counts : new int[][] {{1}, {}}) {
      recorder.executing(state, statement, null);
      recorder.executedBatch(counts, state, statement);
    }
    recorder.clearBatch(null);
    List<String> ran = recording.sql().stream().filter(s -> !s.contains(" runs 0 ")).toList();
    assertEquals(List.of("INSERT INTO b VALUES (1) runs 1 rows 0 changed 1 batched 1"), ran);
  }

  @Test
  void aBatchOfTextsThatFailsIsOneFailure() {
    SpoorState state = create();
    recorder.addBatch(state, statement, "INSERT INTO a VALUES (1)");
    recorder.executing(state, statement, null);
    recorder.failed(new IllegalStateException(), state, statement);
    assertEquals(
        List.of(
            "INSERT INTO a VALUES (1) runs 1 rows 0 changed 0 batched 1"
                + " failures 1 java.lang.IllegalStateException"),
        recording.sql());
  }

  @Test
  void aStatementThatFailsBesideAWaitingBatchLeavesItWaiting() {
    SpoorState state = create();
    recorder.addBatch(state, statement, "INSERT INTO a VALUES (1)");
    recorder.executing(state, statement, "SELECT x");
    recorder.failed(new IllegalStateException(), state, statement);
    recorder.executing(state, statement, null);
    recorder.executedBatch(new int[] {1}, state, statement);
    assertEquals(
        List.of(
            "SELECT x runs 1 rows 0 changed 0 failures 1 java.lang.IllegalStateException",
            "INSERT INTO a VALUES (1) runs 1 rows 0 changed 1 batched 1"),
        recording.sql());
  }

  @Test
  void ticksOrderReadsAndWrites() {
    SpoorState state = create();
    query(state, "SELECT 1", 0);
    SqlUse first = (SqlUse) state.detail;
    query(state, "SELECT 2", 0);
    query(state, "SELECT 1", 0);
    SqlUse second = (SqlUse) SpoorHooks.state(rows);
    assertSame(first, second);
    assertEquals(List.of(101L, 102L), List.of(first.firstRead, first.lastWrite));
  }

  @Test
  void columnsReadAreMarkedOnTheUse() {
    SpoorState state = create();
    query(state, "SELECT 1", 1);
    SpoorState use = SpoorHooks.state(rows);
    recorder.get(1L, use, 1);
    recorder.get("a", use, 3);
    recorder.get(1.5, use, 3);
    assertEquals(0b1010, use.reads);
    recorder.get("a", use, "NAME");
    assertEquals(0b1011, use.reads);
    recorder.get("a", null, 3);
    recorder.get("a", use, 62);
    recorder.get("a", use, 63);
    recorder.get("a", use, 200);
    assertEquals(1L << 63 | 1L << 62 | 0b1011, use.reads);
  }

  @Test
  void parametersBoundAreMarkedOnTheStatement() {
    SpoorState state = prepare("INSERT INTO t VALUES (?)");
    recorder.set(state, 62, "a");
    recorder.set(state, 64, 1L);
    recorder.set(state, 300, 1.5);
    assertEquals(1L << 63 | 1L << 62, state.writes);
  }

  @Test
  void columnsOfAResultSetThatCannotCarryAreMarkedOnTheUseToo() {
    rows = new org.h2.tools.SimpleResultSet();
    SpoorState state = create();
    query(state, "SELECT 1", 1);
    recorder.get("a", SpoorHooks.state(rows), 2);
    recorder.get("a", SpoorHooks.state(rows), "NAME");
    assertEquals(0b101, ((SqlUse) state.detail).reads);
  }

  @Test
  void aStatementWithoutTextIsNoUse() {
    SpoorState state = create();
    recorder.executing(state, statement, null);
    recorder.executed(rows, state, statement);
    assertEquals(List.of(), recording.sql());
    assertEquals(0, state.depth);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void statesAreHandedOverOldestFirstAndOnceUntilTaken(boolean twice) {
    SpoorState state = create();
    query(state, "SELECT 1", 3);
    query(state, "SELECT 2", 3);
    if (twice) {
      query(state, "SELECT 1", 3);
    }
    assertEquals(
        List.of("jdbc:x:y", "SELECT 1", "SELECT 2"),
        recording.take().stream().map(s -> s.about).toList());
    assertNull(recorder.take());
  }

  @Test
  void theEndIsToldByStatusAndByWhatMainDiedOf() {
    IllegalStateException e = new IllegalStateException();
    recorder.uncaught(new Thread(), e);
    assertNull(recorder.uncaught());
    assertEquals(-1, recorder.exitStatus());
    recorder.exiting(4);
    recorder.failed(e);
    recorder.failed(new RuntimeException());
    assertEquals(
        List.of(4, 2, e, false),
        List.of(
            recorder.exitStatus(),
            recorder.failures(),
            recorder.firstFailure(),
            recorder.isEnding()));
  }

  @Test
  void aHookThatFailsInsideIsCountedAndTheJobGoesOn() {
    SpoorState state = create();
    SpoorHooks.opened(new Object(), new Object(), 1);
    SpoorHooks.read(3, fileState(), "no array", 0);
    SpoorHooks.executedCount(1, state, statement);
    assertEquals(1, recorder.failures());
    assertEquals(ClassCastException.class, recorder.firstFailure().getClass());
  }

  private Object fileState() {
    Object stream = new Object();
    recorder.opened(stream, "a", SpoorHooks.READ);
    return stream;
  }
}
