package io.spoor.sql;

import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the whole column lineage of a statement on a line.
 *
 * <p>{@code t.a: s.x, f(s.y); t: where(s.z)} says that t.a is a copy of s.x and made of s.y, and
 * that s.z decides on the rows of t. A result column stands without a table, the whole result as
 * {@code rows}. {@code ?1} is a parameter, a star behind a word says that it masks, {@code ~} that
 * the target's name is assumed, {@code !} at the end that columns are partial.
 */
final class Columns {

  private Columns() {}

  static String of(String dialect, String sql) {
    return of(dialect, sql, SqlCatalog.NONE);
  }

  static String of(String dialect, String sql, SqlCatalog catalog) {
    List<SqlStatement> statements =
        SqlLineage.analyze(sql, Dialect.of(dialect), Limits.DEFAULT, catalog).statements();
    List<String> lines = new ArrayList<>();
    for (SqlStatement statement : statements) {
      lines.add(of(statement));
    }
    return String.join(" // ", lines).trim();
  }

  static String of(SqlStatement statement) {
    Map<String, List<String>> byTarget = new LinkedHashMap<>();
    for (ColumnLineage edge : statement.columns()) {
      String source = use(edge.transformation(), edge.isMasking(), source(edge));
      if (edge.targetColumn() == null) {
        String target = edge.target() == null ? "rows" : edge.target().toString();
        byTarget.computeIfAbsent("~~" + target, key -> new ArrayList<>()).add(source);
      } else {
        byTarget.computeIfAbsent(target(edge), key -> new ArrayList<>()).add(source);
      }
    }
    for (ParameterColumn parameter : statement.parameterColumns()) {
      String target = parameter.table() + "." + parameter.column();
      String key = byTarget.containsKey("~" + target) ? "~" + target : target;
      byTarget
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(use(parameter.transformation(), false, "?" + parameter.parameter()));
    }
    List<String> out = new ArrayList<>();
    List<String> last = new ArrayList<>();
    byTarget.forEach(
        (target, sources) -> {
          boolean all = target.startsWith("~~");
          String line = (all ? target.substring(2) : target) + ": " + String.join(", ", sources);
          (all ? last : out).add(line);
        });
    out.addAll(last);
    return String.join("; ", out) + (statement.columnsPartial() ? " !" : "");
  }

  private static String source(ColumnLineage edge) {
    return edge.source() + "." + edge.sourceColumn();
  }

  private static String target(ColumnLineage edge) {
    String table = edge.target() == null ? "" : edge.target() + ".";
    return (edge.isTargetAssumed() ? "~" : "") + table + edge.targetColumn();
  }

  private static String use(Transformation kind, boolean masking, String source) {
    String mask = masking ? "*" : "";
    switch (kind) {
      case IDENTITY:
        return source;
      case TRANSFORMATION:
        return "f" + mask + "(" + source + ")";
      case AGGREGATION:
        return "agg" + mask + "(" + source + ")";
      case JOIN:
        return "join(" + source + ")";
      case GROUP_BY:
        return "group(" + source + ")";
      case FILTER:
        return "where(" + source + ")";
      case SORT:
        return "sort(" + source + ")";
      case WINDOW:
        return "window(" + source + ")";
      default:
        return "if" + mask + "(" + source + ")";
    }
  }
}
