package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.content.FileFormat;
import io.spoor.instrumentation.jdbc.Database;
import io.spoor.instrumentation.jdbc.JdbcUrl;
import io.spoor.json.JsonWriter;
import io.spoor.openlineage.ParentRunFacet;
import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The runtime's small parts, one after the other. */
class SmallPartsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "ns/job",
        "ns/job/no-uuid",
        "/job/00000000-0000-7000-8000-000000000001",
        "ns//00000000-0000-7000-8000-000000000001",
        "ns/00000000-0000-7000-8000-000000000001"
      })
  void aParentThatIsNoneIsNone(String id) {
    assertNull(JvmParent.parse(id));
  }

  @Test
  void aParentRunIsNamespaceJobAndRun() {
    ParentRunFacet.Ancestor parent =
        JvmParent.parse("airflow/dag/sub.task/00000000-0000-7000-8000-000000000001");
    String expected =
        json(
            new ParentRunFacet(
                new ParentRunFacet.Ancestor(
                    UUID.fromString("00000000-0000-7000-8000-000000000001"),
                    "airflow",
                    "dag/sub.task"),
                null));
    assertEquals(expected, json(new ParentRunFacet(parent, null)));
    assertTrue(expected.contains("dag/sub.task"), expected);
  }

  private static String json(ParentRunFacet facet) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    facet.writeMembers(json);
    json.endObject();
    return out.toString();
  }

  @Test
  void failuresNameClassesAndFramesAndNoText() {
    Exception cause = new java.sql.SQLException("value 'Anna'");
    RuntimeException e = new IllegalStateException("row 'Anna'", cause);
    e.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 3)});
    cause.setStackTrace(new StackTraceElement[0]);
    assertEquals("java.lang.IllegalStateException", Failure.message(e, false));
    assertEquals("java.lang.IllegalStateException: row 'Anna'", Failure.message(e, true));
    assertEquals("java.lang.Error", Failure.message(new Error(), true));
    assertEquals(
        "java.lang.IllegalStateException\n\tat A.b(A.java:3)\nCaused by: java.sql.SQLException\n",
        Failure.stackTrace(e, false));
    assertEquals(
        "java.lang.IllegalStateException: row 'Anna'\n\tat A.b(A.java:3)\n"
            + "Caused by: java.sql.SQLException: value 'Anna'\n",
        Failure.stackTrace(e, true));
  }

  @Test
  void stackTracesAreBounded() {
    Throwable top = null;
    for (int i = 0; i < 8; i++) {
      Throwable next = new RuntimeException(top);
      StackTraceElement[] frames = new StackTraceElement[100];
      java.util.Arrays.fill(frames, new StackTraceElement("A", "b", "A.java", i));
      next.setStackTrace(frames);
      top = next;
    }
    List<String> lines = Failure.stackTrace(top, false).lines().toList();
    assertEquals(5 * 61, lines.size());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://h:5432, postgres://h:5432",
    "h2:/data/my db, h2:/data/my%20db",
    "h2:/data/ä, h2:/data/%C3%A4",
    "sqlserver://h/A\\B, sqlserver://h/A%5CB",
    "'x:{a}|\"<>^`', x:%7Ba%7D%7C%22%3C%3E%5E%60",
    "a%20b, a%20b",
  })
  void addressesBecomeUris(String address, String uri) {
    assertEquals(uri, Uris.of(address));
    assertEquals(uri, java.net.URI.create(uri).toString());
  }

  @Test
  void whatWasMisunderstoodIsToldOnceAndBounded() {
    Misunderstood misunderstood = new Misunderstood();
    misunderstood.task();
    misunderstood.add("a", "sql");
    misunderstood.add("a", "sql");
    misunderstood.add("a", null);
    assertEquals(List.of("a sql", "a null"), items(misunderstood));
    assertEquals(List.of(2L, 0L), List.of(misunderstood.tasks(), misunderstood.dropped()));
    for (int i = 0; i < 120; i++) {
      misunderstood.task();
      misunderstood.add("b" + i, null);
    }
    assertEquals(100, misunderstood.items().size());
    assertEquals(List.of(121L, 22L), List.of(misunderstood.tasks(), misunderstood.dropped()));
  }

  private static List<String> items(Misunderstood misunderstood) {
    List<String> items = new ArrayList<>();
    for (Misunderstood.Item item : misunderstood.items()) {
      items.add(item.message + " " + item.task);
    }
    return items;
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET\nSCHEMA\tmart", "  set   schema\r\n mart", "USE\n SCHEMA\n mart;"})
  void anyWhiteSpaceSeparatesTheWordsOfASessionStatement(String sql) {
    assertEquals("MART", after(sql, h2()).schema());
  }

  private static Database after(String sql, Database database) {
    Database current = database;
    for (SqlStatement statement :
        SqlLineage.analyze(sql, database.dialect(), Limits.DEFAULT).statements()) {
      current = current == null ? null : SessionSql.apply(statement, current);
    }
    return current;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      delimiter = '|',
      textBlock =
          """
          jdbc:mysql://h/a                    | USE b                    | b.t
          jdbc:mysql://h/                     | USE b                    | b.t
          jdbc:hive2://h/a                    | USE B                    | b.t
          jdbc:clickhouse://h/a               | USE b                    | b.t
          jdbc:sqlserver://h;databaseName=a   | USE [B]                  | B.dbo.t
          jdbc:postgresql://h/a               | SET search_path TO b, c  | a.b.t
          jdbc:postgresql://h/a               | SET search_path TO "B"   | a.B.t
          jdbc:postgresql://h/a               | SET SCHEMA 'b'; SELECT 1 | a.b.t
          jdbc:snowflake://h/?db=a            | USE SCHEMA c.s           | C.S.T
          jdbc:snowflake://h/?db=a&schema=s   | USE DATABASE c           | C.PUBLIC.T
          jdbc:trino://h/a/b                  | USE c                    | a.c.t
          jdbc:trino://h/a/b                  | USE c.d                  | c.d.t
          jdbc:bigquery://x:443;ProjectId=p   | SET @@dataset_id = 'd'   | p.d.t
          jdbc:h2:mem:x                       | SET CATALOG x            | PUBLIC.T
          """)
  void unqualifiedTablesFollowTheSession(String url, String sql, String table) {
    Database database = new JdbcUrl("/").parse(url, null);
    SqlStatement query =
        SqlLineage.analyze("SELECT * FROM t", database.dialect(), Limits.DEFAULT)
            .statements()
            .get(0);
    assertEquals(table, after(sql, database).table(query.inputs().get(0)).name());
  }

  @Test
  void aResetSessionIsAsItsUrlSays() {
    assertNull(after("SET SCHEMA DEFAULT", h2()));
    assertNull(after("DISCARD ALL", new JdbcUrl("/").parse("jdbc:postgresql://h/a", null)));
  }

  private static Database h2() {
    return new JdbcUrl("/").parse("jdbc:h2:mem:x", null);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      delimiter = '|',
      textBlock =
          """
          SET SCHEMA mart            | MART
          set schema "Mart"          | Mart
          SET SCHEMA = mart;         | MART
          SET CURRENT SCHEMA mart    | MART
          SET CURRENT_SCHEMA = mart  | MART
          USE SCHEMA mart            | MART
          SET SEARCH_PATH TO a, b    | A
          SET SCHEMA 'mart'          | mart
          SET SCHEMA                 |
          SET SCHEMA "mart           |
          SET LOCK_TIMEOUT 100       |
          """)
  void sessionStatementsChangeTheDefaultSchema(String sql, String schema) {
    assertEquals(schema == null ? "PUBLIC" : schema, after(sql, h2()).schema());
  }

  @ParameterizedTest
  @CsvSource({
    "/a/x.csv, csv",
    "/a/X.TSV, csv",
    "/a/x.csv.gz, csv",
    "/a/x.csv.gz.tmp, csv",
    "/a/x.json, json",
    "/a/x.jsonl, json",
    "/a/x.parquet, parquet",
    "/a/x.csv.d, ",
    "/a.csv/x, ",
    "/a/csv, ",
  })
  void formatsByName(String path, String format) {
    assertEquals(format, FileFormat.ofName(path));
  }

  @Test
  void runIdsAreVersionSevenOfTheirTime() {
    UUID a = RunIds.next(1_700_000_000_000L);
    UUID b = RunIds.next(1_700_000_000_001L);
    assertEquals(List.of(7, 2), List.of(a.version(), a.variant()));
    assertEquals(1_700_000_000_000L, a.getMostSignificantBits() >>> 16);
    assertTrue(a.toString().compareTo(b.toString()) < 0);
    assertFalse(a.equals(RunIds.next(1_700_000_000_000L)));
  }
}
