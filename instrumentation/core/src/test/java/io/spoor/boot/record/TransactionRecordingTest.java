package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a connection's work is counted as kept, hook by hook. */
class TransactionRecordingTest {

  private final Recording recording = new Recording();
  private final LiveRecorder recorder = recording.recorder;
  private final Recording.Carrier connection = new Recording.Carrier();
  private final Recording.Carrier statement = new Recording.Carrier();
  private final TreeSet<String> kept = new TreeSet<>();

  @AfterEach
  void detach() {
    recording.close();
  }

  private ConnectionState open(String url) {
    recorder.connected(connection, url, null);
    recorder.created(statement, connection.spoor$state(), connection);
    return (ConnectionState) connection.spoor$state();
  }

  private ConnectionState manual(String url) {
    ConnectionState c = open(url);
    recorder.autoCommit(c, connection, false);
    return c;
  }

  private void run(String sql, long rows) {
    recorder.executing(statement.spoor$state(), statement, sql);
    recorder.executedCount(rows, statement.spoor$state(), statement);
  }

  private void fail(String sql, Throwable thrown) {
    recorder.executing(statement.spoor$state(), statement, sql);
    recorder.failed(thrown, statement.spoor$state(), statement);
  }

  private SpoorState state() {
    return connection.spoor$state();
  }

  /** Uses with something kept since the beginning: text, executions, rows. */
  private List<String> kept() {
    for (SpoorState s : recording.take()) {
      if (s instanceof SqlUse) {
        SqlUse use = (SqlUse) s;
        kept.removeIf(line -> line.startsWith(use.about + " "));
        if (use.kept > 0) {
          kept.add(use.about + " " + use.kept + "/" + use.out);
        }
      }
    }
    return List.copyOf(kept);
  }

  @Test
  void inAutoCommitModeEverythingStaysAtOnce() {
    open("jdbc:x:y");
    run("A", 2);
    recorder.rolledBack(state(), connection, null);
    assertEquals(List.of("A 1/2"), kept());
  }

  @Test
  void aCommitKeepsWhatIsOpenAndARollbackForgetsOnlyThat() {
    manual("jdbc:x:y");
    run("A", 2);
    assertEquals(List.of(), kept());
    recorder.committed(state(), connection);
    run("A", 4);
    run("B", 1);
    recorder.rolledBack(state(), connection, null);
    assertEquals(List.of("A 1/2"), kept());
    run("A", 8);
    run("B", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 2/10", "B 1/1"), kept());
  }

  private void query(String sql, int rows) {
    Recording.Carrier result = new Recording.Carrier();
    recorder.executing(statement.spoor$state(), statement, sql);
    recorder.executed(result, statement.spoor$state(), statement);
    for (int i = 0; i < rows; i++) {
      recorder.next(true, result.spoor$state());
    }
  }

  /** Kinds of transactions told since: text, executions, rows fetched of each use. */
  private List<String> transactions() {
    List<String> told = new ArrayList<>();
    for (SpoorState s : recording.take()) {
      if (s instanceof Transaction) {
        Transaction kind = (Transaction) s;
        StringBuilder line = new StringBuilder();
        for (int i = kind.size() - 1; i >= 0; i--) {
          line.append(line.length() == 0 ? "" : ", ").append(kind.use(i).about);
          line.append(' ').append(kind.takeRuns(i)).append('/').append(kind.takeFetched(i));
        }
        told.add(line.toString());
      }
    }
    return told;
  }

  @Test
  void piecesOfWorkAreOneKindOfTransaction() {
    manual("jdbc:x:y");
    for (int i = 0; i < 3; i++) {
      query("SELECT A", 2);
      run("INSERT X", 1);
      recorder.committed(state(), connection);
    }
    assertEquals(List.of("SELECT A 3/6, INSERT X 3/0"), transactions());
    query("SELECT A", 2);
    run("INSERT X", 1);
    recorder.rolledBack(state(), connection, null);
    query("SELECT A", 5);
    run("INSERT Y", 1);
    run("INSERT Y", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of("SELECT A 1/5, INSERT Y 2/0"), transactions());
  }

  @Test
  void whatNothingWasReadInOrLiesBehindASavepointIsNotToldOf() {
    manual("jdbc:x:y");
    run("INSERT X", 1);
    run("INSERT Y", 1);
    recorder.committed(state(), connection);
    query("SELECT A", 2);
    recorder.savepoint(new Object(), state(), connection);
    run("INSERT X", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of(), transactions());
  }

  @Test
  void transactionsBesideOthersAreNotToldOf() {
    manual("jdbc:x:y");
    Recording.Carrier other = new Recording.Carrier();
    Recording.Carrier its = new Recording.Carrier();
    recorder.connected(other, "jdbc:x:z", null);
    recorder.created(its, other.spoor$state(), other);
    recorder.autoCommit(other.spoor$state(), other, false);
    query("SELECT A", 2);
    run("INSERT X", 1);
    recorder.executing(its.spoor$state(), its, "INSERT Z");
    recorder.executedCount(1, its.spoor$state(), its);
    recorder.committed(state(), connection);
    query("SELECT A", 2);
    run("INSERT X", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of(), transactions());
    recorder.committed(other.spoor$state(), other);
    query("SELECT A", 2);
    run("INSERT X", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of("SELECT A 1/2, INSERT X 1/0"), transactions());
  }

  @Test
  void turningAutoCommitOnCommits() {
    manual("jdbc:x:y");
    run("A", 2);
    recorder.autoCommit(state(), connection, true);
    run("B", 1);
    assertEquals(List.of("A 1/2", "B 1/1"), kept());
  }

  @Test
  void savepointsDivideATransaction() {
    manual("jdbc:x:y");
    Object one = new Object();
    Object two = new Object();
    run("A", 1);
    recorder.savepoint(one, state(), connection);
    run("A", 2);
    recorder.savepoint(two, state(), connection);
    run("A", 4);
    recorder.rolledBack(state(), connection, two);
    run("A", 8);
    recorder.released(state(), connection, two);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 3/11"), kept());
    run("A", 16);
    recorder.savepoint(one, state(), connection);
    run("A", 32);
    recorder.released(state(), connection, one);
    run("A", 64);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 6/123"), kept());
    // Over a savepoint that lies in between.
    run("B", 1);
    recorder.savepoint(one, state(), connection);
    run("B", 2);
    recorder.savepoint(two, state(), connection);
    run("B", 4);
    recorder.rolledBack(state(), connection, one);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 6/123", "B 1/1"), kept());
    assertEquals(0, recorder.droppedChanges());
  }

  @Test
  void aRollbackToASavepointNobodySawGivesUpWhatItMightHaveUndone() {
    manual("jdbc:x:y");
    run("A", 1);
    recorder.rolledBack(state(), connection, new Object());
    recorder.committed(state(), connection);
    assertEquals(List.of(), kept());
    assertEquals(1, recorder.droppedChanges());
  }

  @Test
  void closingForgetsUnlessTheProductCommits() {
    manual("jdbc:x:y");
    run("A", 1);
    recorder.closed(state(), connection);
    assertEquals(List.of(), kept());
    manual("jdbc:oracle:thin:@h:1521/x");
    run("A", 1);
    recorder.closed(state(), connection);
    assertEquals(List.of("A 1/1"), kept());
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://h/x, CREATE TABLE t (a INT), true",
    "jdbc:mysql://h/x, CREATE TEMPORARY TABLE t (a INT), false",
    "jdbc:mysql://h/x, TRUNCATE TABLE t, true",
    "jdbc:mysql://h/x, BEGIN, true",
    "jdbc:mariadb://h/x, DROP TABLE t, true",
    "jdbc:oracle:thin:@h:1:x, ALTER TABLE t ADD a INT, true",
    "jdbc:oracle:thin:@h:1:x, ALTER SESSION SET a = 1, false",
    "jdbc:h2:mem:x, CREATE TABLE t (a INT), true",
    "jdbc:hsqldb:mem:x, CREATE TABLE t (a INT), true",
    "jdbc:snowflake://h, CREATE TABLE t (a INT), true",
    "jdbc:postgresql://h/x, CREATE TABLE t (a INT), false",
    "jdbc:postgresql://h/x, TRUNCATE TABLE t, false",
    "jdbc:redshift://h/x, TRUNCATE TABLE t, true",
    "jdbc:sqlserver://h, CREATE TABLE t (a INT), false",
    "jdbc:db2://h/x, CREATE TABLE t (a INT), false",
    "jdbc:derby:x, CREATE TABLE t (a INT), false",
    "jdbc:sqlite:x, CREATE TABLE t (a INT), false",
    "jdbc:duckdb:x, CREATE TABLE t (a INT), false",
  })
  void ddlCommitsByProduct(String url, String ddl, boolean commits) {
    manual(url);
    run("A", 1);
    run(ddl, 0);
    recorder.rolledBack(state(), connection, null);
    assertEquals(commits, kept().contains("A 1/1"));
  }

  @Test
  void sqlBeginsAndEndsTransactions() {
    open("jdbc:postgresql://h/x");
    run("BEGIN", 0);
    run("A", 1);
    run("SAVEPOINT x", 0);
    run("B", 1);
    run("ROLLBACK TO x", 0);
    run("COMMIT", 0);
    run("C", 1);
    run("BEGIN", 0);
    run("D", 1);
    run("ROLLBACK", 0);
    run("BEGIN; E; COMMIT", 5);
    run("BEGIN; F; ROLLBACK", 5);
    assertEquals(List.of("A 1/1", "BEGIN; E; COMMIT 1/5", "C 1/1"), written(kept()));
  }

  /** Without the texts that change no table themselves. */
  private static List<String> written(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.matches("(BEGIN|COMMIT|SAVE.*|ROLL.*) .*/0"))
        .toList();
  }

  @Test
  void aNestedCommitOfSqlServerCommitsNothingYet() {
    open("jdbc:sqlserver://h");
    run("BEGIN TRAN", 0);
    run("BEGIN TRAN", 0);
    run("A", 1);
    run("COMMIT", 0);
    assertEquals(List.of(), kept());
    run("COMMIT", 0);
    assertTrue(kept().contains("A 1/1"));
  }

  @Test
  void twoPhasesInSql() {
    open("jdbc:postgresql://h/x");
    run("BEGIN", 0);
    run("A", 1);
    run("PREPARE TRANSACTION 'a'", 0);
    run("BEGIN", 0);
    run("B", 1);
    run("PREPARE TRANSACTION 'b'", 0);
    assertEquals(List.of(), written(kept()));
    run("COMMIT PREPARED 'a'", 0);
    run("ROLLBACK PREPARED 'b'", 0);
    assertTrue(kept().contains("A 1/1"));
    assertTrue(kept().stream().noneMatch(line -> line.startsWith("B ")));
  }

  @Test
  void aFailureMayEndOrDoomTheTransaction() {
    manual("jdbc:x:y");
    run("A", 1);
    fail("B", new SQLException("deadlock", "40001"));
    run("C", 1);
    recorder.committed(state(), connection);
    assertEquals(List.of("C 1/1"), kept());
    run("D", 1);
    fail("E", new SQLException("duplicate", "23505"));
    recorder.committed(state(), connection);
    assertEquals(List.of("C 1/1", "D 1/1"), kept());
  }

  @Test
  void postgresOnlyRollsBackAfterAFailure() {
    manual("jdbc:postgresql://h/x");
    run("A", 1);
    Object savepoint = new Object();
    recorder.savepoint(savepoint, state(), connection);
    fail("B", new SQLException("duplicate", "23505"));
    recorder.rolledBack(state(), connection, savepoint);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 1/1"), kept());
    run("C", 1);
    fail("B", new SQLException("duplicate", "23505"));
    recorder.committed(state(), connection);
    assertEquals(List.of("A 1/1"), kept());
  }

  @Test
  void aWaitForALockOfMySqlEndsTheStatementAlone() {
    manual("jdbc:mysql://h/x");
    run("A", 1);
    fail("B", new SQLException("lock wait timeout", "40001", 1205));
    recorder.committed(state(), connection);
    assertEquals(List.of("A 1/1"), kept());
  }

  @Test
  void aCommitThatThrowsKeepsNothingUnlessItMayBeTriedAgain() {
    manual("jdbc:x:y");
    run("A", 1);
    recorder.commitFailed(new SQLException(), state(), connection);
    recorder.committed(state(), connection);
    assertEquals(List.of(), kept());
    manual("jdbc:sqlite:x");
    run("A", 1);
    recorder.commitFailed(new SQLException(), state(), connection);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 1/1"), kept());
  }

  @Test
  void countsThatAreAskedForLateFollowTheirTransaction() {
    manual("jdbc:x:y");
    for (String sql : new String[] {"A", "B"}) {
      recorder.executing(statement.spoor$state(), statement, sql);
      recorder.executed(null, statement.spoor$state(), statement);
      if (sql.equals("A")) {
        recorder.committed(state(), connection);
      } else {
        recorder.rolledBack(state(), connection, null);
      }
      recorder.updateCount(3, statement.spoor$state(), statement);
      recorder.updateCount(3, statement.spoor$state(), statement);
    }
    assertEquals(List.of("A 1/3"), kept());
    run("C", 2);
    recorder.updateCount(2, statement.spoor$state(), statement);
    recorder.moreResults(false, statement.spoor$state(), statement);
    recorder.updateCount(5, statement.spoor$state(), statement);
    recorder.moreResults(false, statement.spoor$state(), statement);
    recorder.updateCount(-1, statement.spoor$state(), statement);
    recorder.committed(state(), connection);
    assertEquals(List.of("A 1/3", "C 1/7"), kept());
  }

  @Test
  void ofABatchThatFailsTheStatementsThatRanCount() {
    open("jdbc:x:y");
    SpoorState s = statement.spoor$state();
    for (String sql : new String[] {"A", "B", "C"}) {
      recorder.addBatch(s, statement, sql);
    }
    recorder.executing(s, statement, null);
    recorder.failed(new BatchUpdateException(new int[] {4}), s, statement);
    List<String> uses = recording.sql();
    assertEquals(List.of("A runs 1 rows 0 changed 4 batched 1"), uses.subList(0, 1));
    assertTrue(
        uses.get(1).startsWith("B runs 1 rows 0 changed 0 batched 1 failures 1 "), "" + uses);
    assertEquals(2, uses.size());
  }

  @Test
  void statementsThatADriverRunsToChangeARowAreNotCountedAndTheChangeIs() {
    open("jdbc:x:y");
    Recording.CarrierRows rows = new Recording.CarrierRows();
    SpoorState s = statement.spoor$state();
    recorder.executing(s, statement, "A");
    recorder.executed(rows, s, statement);
    recording.take();
    Recording.Carrier inner = new Recording.Carrier();
    recorder.changing(rows.spoor$state(), rows);
    recorder.prepared(inner, state(), connection, "INNER");
    recorder.executing(inner.spoor$state(), inner, null);
    recorder.executedCount(1, inner.spoor$state(), inner);
    recorder.changed(rows.spoor$state(), rows, SpoorRecorder.INSERT);
    recorder.changing(rows.spoor$state(), rows);
    recorder.changeFailed(new SQLException(), rows.spoor$state(), rows);
    run("B", 1);
    assertEquals(
        List.of(
            "null runs 1 rows 0 changed 1",
            "A runs 1 rows 0 changed 0 failures 1 java.sql.SQLException",
            "B runs 1 rows 0 changed 1"),
        recording.sql());
  }

  @Test
  void textsThatDifferInValuesAreOneUseAndOthersAreBounded() {
    open("jdbc:h2:mem:x");
    for (int i = 0; i < 10000; i++) {
      run("INSERT INTO t VALUES (" + i + ")", 1);
    }
    assertEquals(
        List.of("INSERT INTO t VALUES (0) runs 10000 rows 0 changed 10000"), recording.sql());
    int lost = 0;
    for (int i = 0; i < 20000; i++) {
      run("INSERT INTO t" + i + " VALUES (1)", 1);
      lost = i + 1 - 10000;
    }
    // Each weighs three units of 30,000 that may wait.
    assertEquals(lost, recorder.lostStatements());
    assertEquals(10000, recording.sql().size());
    // What was lost is told when it runs again, and is lost no longer.
    run("INSERT INTO t19999 VALUES (2)", 1);
    assertEquals(List.of("INSERT INTO t19999 VALUES (1) runs 2 rows 0 changed 2"), recording.sql());
    assertEquals(lost - 1, recorder.lostStatements());
  }

  @Test
  void openStatementsOfATransactionAreBounded() {
    manual("jdbc:x:y");
    for (int i = 0; i < 10000; i++) {
      run("INSERT INTO t" + i + " VALUES (1)", 1);
    }
    recorder.committed(state(), connection);
    long all = 16 + 8192;
    assertEquals(10000 - all, recorder.droppedChanges());
    // And there is room again.
    recording.take();
    run("A", 1);
    recorder.committed(state(), connection);
    assertTrue(kept().contains("A 1/1"));
  }

  /** Runs a statement that nobody was seen making. */
  private void runUnseen(Statement unseen, String sql) {
    recorder.executing(SpoorHooks.state(unseen), unseen, sql);
    recorder.executedCount(1, SpoorHooks.state(unseen), unseen);
  }

  @Test
  void statementsThatADriverMakesForItselfAreNoneOfTheJobs() {
    StandIn made = new StandIn();
    recorder.connected(made, "jdbc:x:y", null);
    recorder.created(statement, made.spoor$state(), made);
    Statement inner = StandIn.of(made, Statement.class);
    for (int i = 0; i < 2; i++) {
      runUnseen(inner, "UPDATE a");
      recorder.executing(SpoorHooks.state(inner), inner, "SHOW KEYS FROM a");
      recorder.failed(new SQLException(), SpoorHooks.state(inner), inner);
      recorder.addBatch(SpoorHooks.state(inner), inner, "DELETE FROM c");
      recorder.executing(SpoorHooks.state(inner), inner, null);
      recorder.executedBatch(new int[] {1}, SpoorHooks.state(inner), inner);
    }
    run("A", 1);
    assertEquals(List.of("A runs 1 rows 0 changed 1"), recording.sql());
  }

  @Test
  void statementsOfConnectionsThatDoNotShowAllTheyMakeAreTheJobs() {
    // One that was not seen being opened.
    runUnseen(StandIn.of(new StandIn(), Statement.class), "A");
    // One whose class was not woven when it was opened.
    Connection unwoven = StandIn.of(null, Connection.class);
    recorder.connected(unwoven, "jdbc:x:y", null);
    runUnseen(StandIn.of(unwoven, Statement.class), "B");
    // One that hands out statements which cannot carry and have another behind them.
    StandIn wrapping = new StandIn();
    recorder.connected(wrapping, "jdbc:x:y", null);
    recorder.created(new Object(), wrapping.spoor$state(), wrapping);
    runUnseen(StandIn.of(wrapping, Statement.class), "C");
    assertEquals(
        List.of(
            "A runs 1 rows 0 changed 1", "B runs 1 rows 0 changed 1", "C runs 1 rows 0 changed 1"),
        recording.sql());
  }

  @Test
  void whatADriverRunsToAnswerQuestionsIsNotCounted() throws Exception {
    StandIn asked = new StandIn();
    recorder.connected(asked, "jdbc:x:y", null);
    recorder.created(statement, asked.spoor$state(), asked);
    DatabaseMetaData metaData = StandIn.of(asked, DatabaseMetaData.class);
    Recording.Carrier inner = new Recording.Carrier();
    recorder.asking(metaData);
    recorder.asking(metaData);
    recorder.created(inner, asked.spoor$state(), asked);
    recorder.executing(inner.spoor$state(), inner, "SHOW KEYS FROM a");
    recorder.failed(new SQLException(), inner.spoor$state(), inner);
    recorder.answered(metaData);
    recorder.executing(inner.spoor$state(), inner, "SELECT 1");
    recorder.executed(new Recording.CarrierRows(), inner.spoor$state(), inner);
    // What another thread does meanwhile is the job's.
    Thread other = new Thread(() -> run("A", 1));
    other.start();
    other.join();
    recorder.answered(metaData);
    run("B", 1);
    assertEquals(
        List.of("A runs 1 rows 0 changed 1", "B runs 1 rows 0 changed 1"), recording.sql());
  }

  /** The steps of a connection: each era, or which one comes again, and in which a text ran. */
  private List<String> eras() {
    List<String> lines = new java.util.ArrayList<>();
    for (SpoorState s : recording.take()) {
      if (s instanceof Choice) {
        Choice choice = (Choice) s;
        boolean again = choice.mode == Choice.AS_BEFORE;
        lines.add(choice.era() + (again ? " as " + choice.before() : ""));
      } else if (s instanceof SqlUse && !((SqlUse) s).isSetting()) {
        lines.add(s.about + " in " + ((SqlUse) s).era);
      }
    }
    return lines;
  }

  @Test
  void whatIsSetEndsWithItsTransaction() {
    ConnectionState c = manual("jdbc:postgresql:x");
    run("A", 1);
    run("SET search_path = a", 0);
    run("SET LOCAL search_path = b", 0);
    run("B", 1);
    recorder.committed(c, connection);
    run("C", 1);
    run("SET search_path = c", 0);
    recorder.rolledBack(c, connection, null);
    run("D", 1);
    assertEquals(
        List.of("A in 0", "1", "2", "B in 2", "3 as 1", "C in 3", "4", "5 as 3", "D in 5"), eras());
    recorder.committed(c, connection);
    assertEquals(List.of("D in 5"), eras());
  }

  @Test
  void aSavepointTakesBackWhatWasSet() {
    ConnectionState c = manual("jdbc:postgresql:x");
    run("SET search_path = a", 0);
    recorder.savepoint("s", c, connection);
    run("SET search_path = b", 0);
    recorder.rolledBack(c, connection, "s");
    recorder.committed(c, connection);
    run("A", 1);
    assertEquals(List.of("1", "2", "3 as 1", "4 as 1", "A in 4"), eras());
  }

  @Test
  void otherProductsKeepWhatIsSet() {
    ConnectionState c = manual("jdbc:h2:mem:x");
    run("SET SCHEMA a", 0);
    recorder.rolledBack(c, connection, null);
    run("A", 1);
    // The same again, as from a pool.
    run("SET SCHEMA a", 0);
    run("A", 1);
    assertEquals(List.of("1", "A in 1"), eras());
  }

  @Test
  void localOutsideOfTransactionsIsOverAtOnce() {
    open("jdbc:postgresql:x");
    run("SET LOCAL search_path = a", 0);
    run("A", 1);
    assertEquals(List.of("1", "2 as 0", "A in 2"), eras());
  }

  @Test
  void anotherSchemaMakesOtherUsesInOrder() {
    open("jdbc:x:y");
    run("A", 1);
    run("A", 1);
    recorder.chosen(state(), connection, "two", true);
    run("A", 4);
    // The same again changes nothing.
    recorder.chosen(state(), connection, "two", true);
    run("A", 8);
    recorder.chosen(state(), connection, "cat", false);
    recorder.chosen(state(), connection, null, false);
    run("A", 16);
    List<String> lines = new java.util.ArrayList<>();
    for (SpoorState s : recording.take()) {
      if (s instanceof Choice) {
        Choice choice = (Choice) s;
        assertEquals(state(), choice.owner);
        lines.add(
            (choice.mode == Choice.SCHEMA ? "schema " : "catalog ") + choice.name() + choice.era());
      } else if (s instanceof SqlUse) {
        lines.add(Recording.use((SqlUse) s) + " era " + ((SqlUse) s).era);
      }
    }
    assertEquals(
        List.of(
            "A runs 2 rows 0 changed 2 era 0",
            "schema two1",
            "A runs 2 rows 0 changed 12 era 1",
            "catalog cat2",
            "A runs 1 rows 0 changed 16 era 2"),
        lines);
  }
}
