package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spoor.sql.Dialect;
import io.spoor.sql.Limits;
import io.spoor.sql.SqlLineage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Runs a folder of third-party statements, {@code -Dsql.corpus=FOLDER}, through {@code sql --batch}
 * and compares tables and columns with those the statements come with. Skipped without the
 * property: then nothing is said about accuracy.
 *
 * <p>Each line of {@code *.jsonl}: {@code id, source, dialect, kind, sql, expect_in, expect_out,
 * expect_columns}. Names match without case and quotes, and when one ends with the other behind a
 * dot; a table that is null matches any.
 */
class SqlCorpusTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KINDS =
      Set.of(
          "SELECT",
          "SELECT_INTO",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "REPLACE",
          "CTAS",
          "CREATE_VIEW");

  private static final class Score {
    int right;
    int extra;
    int missed;

    void add(Set<String> expected, Set<String> found) {
      Set<String> left = new LinkedHashSet<>(found);
      for (String name : expected) {
        String match = null;
        for (String candidate : left) {
          if (candidate.equals(name)
              || candidate.endsWith("." + name)
              || name.endsWith("." + candidate)) {
            match = candidate;
            break;
          }
        }
        if (match == null) {
          missed++;
        } else {
          left.remove(match);
          right++;
        }
      }
      extra += left.size();
    }

    void addColumns(List<String[]> expected, List<String[]> found) {
      List<String[]> left = new ArrayList<>(found);
      for (String[] edge : expected) {
        String[] match = null;
        for (String[] candidate : left) {
          if (edge[1].equals(candidate[1])
              && edge[3].equals(candidate[3])
              && sameTable(edge[0], candidate[0])
              && sameTable(edge[2], candidate[2])) {
            match = candidate;
            break;
          }
        }
        if (match == null) {
          missed++;
        } else {
          left.remove(match);
          right++;
        }
      }
      extra += left.size();
    }

    private static boolean sameTable(String a, String b) {
      return a.isEmpty()
          || b.isEmpty()
          || a.equals(b)
          || a.endsWith("." + b)
          || b.endsWith("." + a);
    }

    double f1() {
      return 2.0 * right / (2.0 * right + extra + missed);
    }
  }

  @Test
  void lineageOfThirdPartyStatements() throws Exception {
    String folder = System.getProperty("sql.corpus", "");
    assumeTrue(!folder.isEmpty(), "no -Dsql.corpus: accuracy is not checked");
    List<JsonNode> statements = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Paths.get(folder), "*.jsonl")) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          statements.add(JSON.readTree(line));
          input.append(line).append('\n');
        }
      }
    }
    assertTrue(!statements.isEmpty(), "no statements in " + folder);
    String[] answers = batch(input.toString());
    assertEquals(statements.size(), answers.length);

    Score core = new Score();
    Score trees = new Score();
    Score columns = new Score();
    for (int i = 0; i < answers.length; i++) {
      JsonNode statement = statements.get(i);
      JsonNode answer = JSON.readTree(answers[i]);
      String id = statement.get("id").asText();
      assertEquals(id, answer.get("id").asText());
      assertTrue(!answer.path("error").asText("").startsWith("not readable"), id);
      if (isScored(statement)) {
        Score score = statement.get("source").asText().equals("sqlfluff") ? trees : core;
        score.add(names(statement.get("expect_in")), names(answer.get("in")));
        score.add(names(statement.get("expect_out")), names(answer.get("out")));
      }
      if (statement.hasNonNull("expect_columns")
          && !statement.hasNonNull("statements")
          && parts(statement) <= 1) {
        columns.addColumns(edges(statement.get("expect_columns")), edges(answer.get("columns")));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "table F1: core %.3f, syntax trees %.3f; column F1: %.3f%n",
        core.f1(),
        trees.f1(),
        columns.f1());
    printTimes(statements);
    assertTrue(core.f1() >= 0.985, "core " + core.f1());
    assertTrue(trees.f1() >= 0.985, "syntax trees " + trees.f1());
    assertTrue(columns.f1() >= 0.94, "columns " + columns.f1());
  }

  /** Tables and columns of each statement, warm: what no test may assert, for people to read. */
  private static void printTimes(List<JsonNode> statements) {
    long[] best = new long[statements.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    for (int pass = 0; pass < 8; pass++) {
      for (int i = 0; i < best.length; i++) {
        String sql = statements.get(i).get("sql").asText();
        Dialect dialect = Dialect.of(statements.get(i).get("dialect").asText());
        long begin = System.nanoTime();
        SqlLineage.analyze(sql, dialect, Limits.DEFAULT);
        best[i] = Math.min(best[i], System.nanoTime() - begin);
      }
    }
    Arrays.sort(best);
    System.out.printf(
        Locale.ROOT,
        "microseconds a statement, warm: median %.1f, 99 %% %.1f, most %.1f%n",
        best[best.length / 2] / 1e3,
        best[best.length * 99 / 100] / 1e3,
        best[best.length - 1] / 1e3);
  }

  private static String[] batch(String input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        SqlCommand.run(
            new String[] {"--batch"},
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            System.err);
    assertEquals(0, code);
    return out.toString(StandardCharsets.UTF_8).split("\\R");
  }

  private static boolean isScored(JsonNode statement) {
    String source = statement.get("source").asText();
    String kind = statement.get("kind").asText();
    boolean session = statement.hasNonNull("statements") || statement.hasNonNull("expect_error");
    boolean script = parts(statement) > 1;
    boolean scriptExcluded = source.equals("sqllineage") || source.equals("openlineage");
    return !statement.get("expect_in").isNull()
        && KINDS.contains(kind)
        && !session
        && !(source.equals("sqllineage") && kind.equals("DELETE"))
        && !(script && scriptExcluded);
  }

  private static int parts(JsonNode statement) {
    int parts = 0;
    for (String part : statement.get("sql").asText().split(";")) {
      parts += part.isBlank() ? 0 : 1;
    }
    return parts;
  }

  private static List<String[]> edges(JsonNode array) {
    Map<String, String[]> edges = new LinkedHashMap<>();
    for (JsonNode edge : array) {
      String[] parts = new String[4];
      for (int i = 0; i < 4; i++) {
        String text = edge.get(i).isNull() ? "" : edge.get(i).asText().toLowerCase(Locale.ROOT);
        text = text.replaceAll("[`\"\\[\\]]", "");
        parts[i] = i % 2 == 0 ? text.replaceFirst("^<default>\\.", "") : text.replaceAll("\\s", "");
      }
      edges.putIfAbsent(String.join("\n", parts), parts);
    }
    return new ArrayList<>(edges.values());
  }

  private static Set<String> names(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode name : array) {
      String text = name.asText().toLowerCase(Locale.ROOT).replaceAll("[`\"\\[\\]]", "").trim();
      if (!text.startsWith("path:")) {
        names.add(text.startsWith("<default>.") ? text.substring(10) : text);
      }
    }
    return names;
  }
}
