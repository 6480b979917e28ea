package jobs.random;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a look from outside at a plan's program should find out. Columns are in upper case. By the
 * text of an edge.
 */
public final class Truth {

  private final Map<String, Edge> datasets = new TreeMap<>();
  private final Map<String, Edge> columns = new TreeMap<>();
  private final Map<String, Edge> conditions = new TreeMap<>();
  private final Map<String, Edge> tolerated = new TreeMap<>();
  private final Map<String, Column> written = new TreeMap<>();
  private final Map<String, Step> steps = new TreeMap<>();

  public Truth(RandomPlan plan) {
    for (Step step : plan.steps) {
      for (Output output : step.outputs) {
        steps.put(output.label(), step);
        for (Part part : step.parts) {
          conditions(step, part, output);
        }
        for (Column column : output.columns) {
          written.put(label(output, column), column);
          for (int i = 0; i < step.parts.size(); i++) {
            column(step, step.parts.get(i), output, column, column.first.get(i));
            column(step, step.parts.get(i), output, column, column.second.get(i));
          }
        }
      }
    }
  }

  private void column(Step step, Part part, Output output, Column column, Column.Place place) {
    if (place == null) {
      return;
    }
    Source source = place.source(part);
    if (column.change == Change.COUNT) {
      // How many rows there are comes from no column; that it comes from the key is no error.
      put(tolerated, step, column.change, of(source, step.group), label(output, column));
    } else {
      put(columns, step, column.change, of(source, place.index), label(output, column));
    }
    put(datasets, step, null, source.label(), output.label());
  }

  /** Columns that only decide which rows there are. */
  private void conditions(Step step, Part part, Output output) {
    if (part.lookup != null) {
      put(conditions, step, null, of(part.source, part.source.reference()), output.label());
      put(conditions, step, null, of(part.lookup, 0), output.label());
    }
    if (part.listing != null) {
      put(datasets, step, null, part.listing.label(), output.label());
      put(conditions, step, null, of(part.listing, 0), output.label());
      // That the rows' own reference decides as well is true, too, and not asked for.
      put(tolerated, step, null, of(part.source, part.source.reference()), output.label());
    }
    if (step.shape == Shape.DISTINCT) {
      // That rows are put together by it is true, and it is not asked for.
      for (Column each : output.columns) {
        if (each.first.get(0) != null) {
          int column = each.first.get(0).index;
          put(tolerated, step, null, of(part.source, column), output.label());
        }
      }
    }
    if (step.group >= 0) {
      put(conditions, step, null, of(part.source, step.group), output.label());
    }
    if (output.updatedBy != null) {
      put(conditions, step, null, of(part.source, 0), output.label());
    }
    if (part.filter >= 0) {
      // The rule is one that no value shows.
      put(tolerated, step, null, of(part.source, part.filter), output.label());
    }
  }

  private static String of(Source source, int column) {
    return source.label() + "#" + source.columns.get(column).toUpperCase(Locale.ROOT);
  }

  private static String label(Output output, Column column) {
    return output.label() + "#" + column.name.toUpperCase(Locale.ROOT);
  }

  private static void put(
      Map<String, Edge> edges, Step step, Change change, String input, String output) {
    Edge edge = new Edge(input, output, change, step);
    edges.putIfAbsent(edge.toString(), edge);
  }

  /** Between datasets: also from those that only decide which rows there are. */
  public Map<String, Edge> datasets() {
    return datasets;
  }

  /** Between columns whose values are in one another. */
  public Map<String, Edge> columns() {
    return columns;
  }

  /** From a column that decides which rows there are to an output: keys of joins and groups. */
  public Map<String, Edge> conditions() {
    return conditions;
  }

  /** What is neither right nor wrong. */
  public Map<String, Edge> tolerated() {
    return tolerated;
  }

  /** What a wrong edge belongs to: the step and the change of the column that it leads to. */
  public Edge classOf(String input, String output) {
    Column column = written.get(output);
    Step step = steps.get(output.split("#")[0]);
    return step == null
        ? null
        : new Edge(input, output, column == null ? null : column.change, step);
  }
}
