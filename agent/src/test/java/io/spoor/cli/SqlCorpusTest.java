package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Runs a folder of third-party statements, {@code -Dsql.corpus=FOLDER}, through {@code sql --batch}
 * and compares tables with those the statements come with. Skipped without the property: then
 * nothing is said about accuracy.
 *
 * <p>Each line of {@code *.jsonl}: {@code id, source, dialect, kind, sql, expect_in, expect_out}.
 * Names match without case and quotes, and when one ends with the other behind a dot.
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

    double f1() {
      return 2.0 * right / (2.0 * right + extra + missed);
    }
  }

  @Test
  void tablesOfThirdPartyStatements() throws Exception {
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
    }
    System.out.printf(
        Locale.ROOT, "table F1: core %.3f, syntax trees %.3f%n", core.f1(), trees.f1());
    assertTrue(core.f1() >= 0.985, "core " + core.f1());
    assertTrue(trees.f1() >= 0.985, "syntax trees " + trees.f1());
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
    boolean script = false;
    int parts = 0;
    for (String part : statement.get("sql").asText().split(";")) {
      parts += part.isBlank() ? 0 : 1;
      script = parts > 1;
    }
    boolean scriptExcluded = source.equals("sqllineage") || source.equals("openlineage");
    return !statement.get("expect_in").isNull()
        && KINDS.contains(kind)
        && !session
        && !(source.equals("sqllineage") && kind.equals("DELETE"))
        && !(script && scriptExcluded);
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
