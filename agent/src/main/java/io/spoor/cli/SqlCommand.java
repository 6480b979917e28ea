package io.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spoor.sql.ColumnLineage;
import io.spoor.sql.Dialect;
import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import io.spoor.sql.SqlScript;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command {@code sql}: says which tables and columns a statement reads and writes. */
final class SqlCommand {

  private static final String HELP =
      "usage: java -jar spoor-agent.jar sql [--dialect NAME] [--format text|json] [SQL]\n"
          + "       java -jar spoor-agent.jar sql --batch < statements.jsonl > results.jsonl\n"
          + "\n"
          + "Prints the tables, files and columns that each statement of SQL reads and writes.\n"
          + "Without SQL it is read from standard input.\n"
          + "\n"
          + "  --dialect NAME   postgresql, mysql, mariadb, oracle, sqlserver, db2, h2, hsqldb,\n"
          + "                   derby, sqlite, duckdb, snowflake, bigquery, redshift, hive, spark,\n"
          + "                   databricks, trino, athena, clickhouse, teradata, ansi\n"
          + "  --format FORMAT  text (default) or json, one object a statement\n"
          + "  --system-tables  keep the database's own tables among the inputs\n"
          + "  --batch          read {\"id\", \"dialect\", \"sql\"} a line, with \"schema\" (columns by\n"
          + "                   table), \"default_db\" and \"default_schema\" if known, and write\n"
          + "                   {\"id\", \"ok\", \"in\", \"out\", \"columns\", \"partial\", \"error\"}\n"
          + "                   a line; a script gives one line; system tables are kept\n";

  private static final ObjectMapper JSON = new ObjectMapper();

  private SqlCommand() {}

  /**
   * Runs the command.
   *
   * @return the exit code: 0, or 2 when the arguments are wrong or the input is no JSON
   */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    SqlArguments arguments = SqlArguments.parse(args);
    if (arguments.error != null) {
      err.println("sql: " + arguments.error + " See sql --help.");
      return 2;
    }
    if (arguments.help) {
      out.print(HELP);
      return 0;
    }
    try {
      if (arguments.batch) {
        return batch(in, out, err);
      }
      String sql = arguments.sql != null ? arguments.sql : text(in);
      Limits limits =
          arguments.systemTables ? Limits.DEFAULT.keepingSystemTables() : Limits.DEFAULT;
      SqlScript script = SqlLineage.analyze(sql, arguments.dialect, limits);
      for (SqlStatement statement : script.statements()) {
        if (arguments.json) {
          out.println(JSON.writeValueAsString(new SqlJson(JSON).of(statement)));
        } else {
          new SqlText(out).print(statement);
        }
      }
      return 0;
    } catch (IOException e) {
      err.println("sql: standard input could not be read.");
      return 2;
    }
  }

  private static String text(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
    }
    return text.toString();
  }

  private static int batch(InputStream in, PrintStream out, PrintStream err) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    int exit = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.trim().isEmpty()) {
        continue;
      }
      JsonNode request;
      try {
        request = JSON.readTree(line);
      } catch (IOException e) {
        err.println("sql: line " + number + " of the input is not JSON; it was left out.");
        exit = 2;
        continue;
      }
      out.println(JSON.writeValueAsString(answer(request)));
    }
    out.flush();
    return exit;
  }

  private static ObjectNode answer(JsonNode request) {
    ObjectNode node = JSON.createObjectNode();
    node.set("id", request.get("id"));
    SqlScript script =
        SqlLineage.analyze(
            request.path("sql").asText(""),
            Dialect.of(request.path("dialect").asText(null)),
            Limits.DEFAULT.keepingSystemTables(),
            new SchemaCatalog(
                request.path("schema"),
                request.path("default_db").asText(null),
                request.path("default_schema").asText(null)));
    Set<String> inputs = new LinkedHashSet<>();
    Set<String> outputs = new LinkedHashSet<>();
    Set<List<String>> columns = new LinkedHashSet<>();
    String reason = null;
    for (SqlStatement statement : script.statements()) {
      addColumns(columns, statement.columns());
      add(inputs, statement.inputs());
      add(outputs, statement.outputs());
      reason = reason == null ? statement.partialReason() : reason;
    }
    node.put("ok", true);
    addAll(node.putArray("in"), inputs);
    addAll(node.putArray("out"), outputs);
    ArrayNode edges = node.putArray("columns");
    for (List<String> column : columns) {
      ArrayNode edge = edges.addArray();
      column.forEach(edge::add);
    }
    node.put("partial", reason != null);
    node.put("error", reason);
    return node;
  }

  /** Edges into columns; what influences a whole output is none of them. */
  private static void addColumns(Set<List<String>> set, List<ColumnLineage> columns) {
    for (ColumnLineage edge : columns) {
      if (edge.targetColumn() != null) {
        set.add(
            Arrays.asList(
                edge.source().toString(),
                edge.sourceColumn(),
                edge.target() == null ? null : edge.target().toString(),
                edge.targetColumn()));
      }
    }
  }

  private static void add(Set<String> set, List<TableName> names) {
    for (TableName name : names) {
      if (!name.isFile()) {
        set.add(name.toString());
      }
    }
  }

  private static void addAll(ArrayNode array, Set<String> names) {
    for (String name : names) {
      array.add(name);
    }
  }
}
