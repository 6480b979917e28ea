package io.spoor.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements of all dialects with what they read and write, from {@code statements.txt}. */
final class ScriptSeeds {

  /** One statement or script. */
  static final class Seed {
    final Dialect dialect;
    final String sql;
    final String expected;

    Seed(Dialect dialect, String sql, String expected) {
      this.dialect = dialect;
      this.sql = sql;
      this.expected = expected;
    }

    @Override
    public String toString() {
      return dialect + ": " + sql;
    }
  }

  private ScriptSeeds() {}

  static List<Seed> all() {
    List<Seed> seeds = new ArrayList<>();
    Dialect dialect = null;
    StringBuilder sql = null;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ScriptSeeds.class.getResourceAsStream("statements.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (sql != null && line.startsWith("=> ")) {
          seeds.add(new Seed(dialect, sql.toString(), line.substring(3)));
          sql = null;
        } else if (sql != null) {
          sql.append('\n').append(line);
        } else if (colon > 0 && !line.startsWith("#")) {
          dialect = Dialect.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
          sql = new StringBuilder(line.substring(colon + 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seeds;
  }

  /** {@code KIND [in] -> [out]} of each statement, with a question mark when it is partial. */
  static String lines(SqlScript script) {
    StringBuilder out = new StringBuilder();
    for (SqlStatement statement : script.statements()) {
      out.append(out.length() == 0 ? "" : "; ").append(statement);
      out.append(statement.partial() ? " ?" : "");
    }
    return out.toString();
  }
}
