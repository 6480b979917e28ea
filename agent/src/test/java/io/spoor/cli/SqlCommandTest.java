package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command {@code sql} as a user runs it. */
class SqlCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... args) {
    return SqlCommand.run(
        args,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void textOfStatements() {
    int code =
        run(
            "",
            "--dialect",
            "postgresql",
            "INSERT INTO t (a, b) SELECT s.x, sum(u.y) FROM s JOIN u USING (i) GROUP BY 1;"
                + " COPY t TO '/out/t.csv'; INSERT INTO t (a) VALUES (lower(?)) RETURNING id;"
                + " CALL p()");
    assertEquals(
        """
        INSERT
          in   s
          in   u
          out  t
          columns
            s.x -> t.a  (identity)
            u.y -> t.b  (aggregation)
            s.x -> t  (group by)
            s.i -> t  (join)
            u.i -> t  (join)
        COPY
          in   t
          out  /out/t.csv  (file)
          columns
            t.* -> /out/t.csv.*  (identity)
          columns partial: the columns of a star are not known
        INSERT
          out  t
          columns
            ?1 -> t.a  (transformation)
          rows returned
            t.id -> id  (identity)
        CALL
          partial: what the routine reads and writes is not known
        """,
        out());
    assertEquals("", err());
    assertEquals(0, code);
  }

  @Test
  void jsonOfAStatement() {
    run("", "--dialect", "h2", "--format", "json", "INSERT INTO a.t (x) VALUES ('secret')");
    assertEquals(
        "{\"kind\":\"INSERT\",\"in\":[],\"out\":[\"a.t\"],\"targetColumns\":[\"x\"],"
            + "\"columns\":[],\"results\":[],\"parameters\":[],\"partial\":false,\"reason\":null,"
            + "\"columnsPartial\":false,\"columnsReason\":null}\n",
        out());
  }

  @Test
  void jsonOfColumns() {
    run("", "--format", "json", "SELECT md5(a) AS h, 'secret' || ? FROM s");
    assertEquals(
        "{\"kind\":\"SELECT\",\"in\":[\"s\"],\"out\":[],\"targetColumns\":[],"
            + "\"columns\":[{\"source\":\"s\",\"sourceColumn\":\"a\",\"target\":null,"
            + "\"targetColumn\":\"h\",\"targetAssumed\":false,\"type\":\"DIRECT\","
            + "\"subtype\":\"TRANSFORMATION\",\"masking\":true}],"
            + "\"results\":[{\"label\":\"h\",\"labelWritten\":true,"
            + "\"sources\":[{\"source\":\"s\",\"sourceColumn\":\"a\",\"target\":null,"
            + "\"targetColumn\":\"h\",\"targetAssumed\":false,\"type\":\"DIRECT\","
            + "\"subtype\":\"TRANSFORMATION\",\"masking\":true}]},"
            + "{\"label\":\"? || ?\",\"labelWritten\":false,\"sources\":[]}],"
            + "\"parameters\":[],\"partial\":false,\"reason\":null,"
            + "\"columnsPartial\":false,\"columnsReason\":null}\n",
        out());
  }

  @Test
  void sqlFromStandardInput() {
    run("SELECT 1 FROM \u00e4pfel", "--dialect", "h2");
    assertEquals("SELECT\n  in   \u00e4pfel\n", out());
  }

  @Test
  void batchGivesALineForALine() {
    int code =
        run(
            "{\"id\":\"a\",\"dialect\":\"oracle\",\"sql\":\"SELECT * FROM s.t, dual\"}\n"
                + "\n"
                + "{\"id\":7,\"sql\":\"INSERT INTO t SELECT * FROM s; DELETE FROM ?\"}\n",
            "--batch");
    assertEquals(
        "{\"id\":\"a\",\"ok\":true,\"in\":[\"s.t\",\"dual\"],\"out\":[],"
            + "\"columns\":[[\"s.t\",\"*\",null,\"*\"],[\"dual\",\"*\",null,\"*\"]],"
            + "\"partial\":false,\"error\":null}\n"
            + "{\"id\":7,\"ok\":true,\"in\":[\"s\"],\"out\":[\"t\"],"
            + "\"columns\":[[\"s\",\"*\",\"t\",\"*\"]],"
            + "\"partial\":true,\"error\":\"a table is named by a parameter\"}\n",
        out());
    assertEquals(0, code);
  }

  @Test
  void batchTakesTheColumnsOfTables() {
    run(
        "{\"id\":1,\"sql\":\"INSERT INTO u (p, q) SELECT * FROM t\","
            + "\"schema\":{\"db.s.t\":[\"a\",\"B\"],\"db.z.t\":[\"c\"]},"
            + "\"default_db\":\"db\",\"default_schema\":\"s\"}\n",
        "--batch");
    assertEquals(
        "{\"id\":1,\"ok\":true,\"in\":[\"t\"],\"out\":[\"u\"],"
            + "\"columns\":[[\"t\",\"a\",\"u\",\"p\"],[\"t\",\"B\",\"u\",\"q\"]],"
            + "\"partial\":false,\"error\":null}\n",
        out());
  }

  @Test
  void aLineThatIsNoJsonIsNamedAndLeftOut() {
    assertEquals(2, run("{\"id\":1,\"sql\":\"SELECT 1\"}\nSELECT 2\n", "--batch"));
    assertEquals("sql: line 2 of the input is not JSON; it was left out.\n", err());
    assertTrue(out().startsWith("{\"id\":1,"), out());
  }

  @Test
  void wrongArguments() {
    assertEquals(2, run("", "--dialect", "klingon", "SELECT 1"));
    assertEquals(2, run("", "--format", "xml", "SELECT 1"));
    assertEquals(2, run("", "--wrong"));
    assertEquals(2, run("", "SELECT", "1"));
    assertEquals(2, run("", "--dialect"));
    assertEquals(
        """
        sql: the dialect klingon is not known. See sql --help.
        sql: the format xml is not known. See sql --help.
        sql: the option --wrong is not known. See sql --help.
        sql: more than one SQL text was given; put it in quotes. See sql --help.
        sql: --dialect needs a name. See sql --help.
        """,
        err());
    assertEquals("", out());
  }

  @Test
  void help() {
    assertEquals(0, run("", "--help"));
    assertTrue(out().startsWith("usage: java -jar spoor-agent.jar sql"), out());
  }
}
