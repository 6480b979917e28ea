package io.spoor.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The statements that are damaged and compared: ours, or the folder {@code -Dsql.corpus}. */
final class FuzzStatements {

  private FuzzStatements() {}

  static boolean hasCorpus() {
    return !System.getProperty("sql.corpus", "").isEmpty();
  }

  /** The lines of {@code *.jsonl} in the folder, by name; what is expected there is left out. */
  static List<ScriptSeeds.Seed> corpus() {
    ObjectMapper json = new ObjectMapper();
    List<ScriptSeeds.Seed> out = new ArrayList<>();
    TreeSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(Paths.get(System.getProperty("sql.corpus")), "*.jsonl")) {
      found.forEach(files::add);
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = json.readTree(line);
          Dialect dialect = Dialect.of(node.path("dialect").asText(null));
          out.add(new ScriptSeeds.Seed(dialect, node.path("sql").asText(), null));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
