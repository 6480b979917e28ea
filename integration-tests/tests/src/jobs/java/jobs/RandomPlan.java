package jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What the program of a seed does, and so what a look at it from outside should find out. */
public final class RandomPlan {

  private static final String[] KINDS = {
    "email", "person", "city", "amount", "day", "code", "phone", "state"
  };

  /** A table or file that is there before. */
  static final class Source {
    final String name;
    final boolean isFile;
    final List<String> columns = new ArrayList<>();
    final List<String[]> rows = new ArrayList<>();

    Source(String name, boolean isFile) {
      this.name = name;
      this.isFile = isFile;
    }

    String path() {
      return "in/" + name.toLowerCase(Locale.ROOT) + ".csv";
    }
  }

  /** Rows of one source on their way into an output. */
  static final class Part {
    Source source;

    /** Where the value of a column leads to; null for none. */
    Source lookup;

    String key;
    String lookupKey;
    boolean shuffles;

    /** The column that decides which rows go on; null for all. */
    String filter;

    /** Of a hundred values so many go on. */
    int percent = 100;

    boolean keeps(String[] row) {
      int column = filter == null ? -1 : source.columns.indexOf(filter);
      return column < 0 || Math.floorMod(row[column].hashCode() * 31, 100) < percent;
    }
  }

  /** A column of an output, of one or several columns of the sources of each part. */
  static final class Column {
    final String name;

    /** copy, upper, constant or counter. */
    final String how;

    /** Name of the column in each part; {@code other.x} in what is looked up. */
    final List<String> from = new ArrayList<>();

    Column(String name, String how) {
      this.name = name;
      this.how = how;
    }

    String value(Part part, String[] row, String[] other, int count) {
      if (how.equals("constant")) {
        return "fixed";
      }
      if (how.equals("counter")) {
        return Integer.toString(count);
      }
      String column = from.get(parts.indexOf(part));
      String value =
          column.startsWith("other.")
              ? other[part.lookup.columns.indexOf(column.substring("other.".length()))]
              : row[part.source.columns.indexOf(column)];
      return how.equals("upper") ? value.toUpperCase(Locale.ROOT) : value;
    }

    List<Part> parts;
  }

  /** A table or file that is written. */
  static final class Output {
    final String name;
    final boolean isFile;
    final boolean isBatch;
    final List<Part> parts = new ArrayList<>();
    final List<Column> columns = new ArrayList<>();

    Output(String name, boolean isFile, boolean isBatch) {
      this.name = name;
      this.isFile = isFile;
      this.isBatch = isBatch;
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      for (Column each : columns) {
        names.add(each.name);
      }
      return names;
    }

    String path() {
      return "out/" + name.toLowerCase(Locale.ROOT) + ".csv";
    }
  }

  final List<Source> sources = new ArrayList<>();
  final List<Output> outputs = new ArrayList<>();
  private final List<Source> streamed = new ArrayList<>();
  private final Random random;

  public RandomPlan(long seed) {
    random = new Random(seed * 7919 + 17);
    int count = 3 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      sources.add(source("SRC" + i));
    }
    int written = 1 + random.nextInt(2);
    for (int i = 0; i < written; i++) {
      outputs.add(output("OUT" + i));
    }
  }

  private Source source(String name) {
    Source source = new Source(name, random.nextInt(10) < 3);
    boolean numbered = random.nextInt(10) < 6;
    source.columns.add("ID");
    List<String> kinds = new ArrayList<>();
    kinds.add(numbered ? "number" : "key");
    int width = 2 + random.nextInt(4);
    for (int i = 0; i < width; i++) {
      String kind = KINDS[random.nextInt(KINDS.length)];
      kinds.add(kind);
      source.columns.add(kind.toUpperCase(Locale.ROOT) + i);
    }
    kinds.add("reference");
    source.columns.add("REF");
    int rows = 120 + random.nextInt(1000);
    for (int row = 0; row < rows; row++) {
      String[] values = new String[kinds.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(kinds.get(i), row);
      }
      source.rows.add(values);
    }
    return source;
  }

  private String value(String kind, int row) {
    switch (kind) {
      case "number":
        return Integer.toString(row + 1);
      case "key":
        return "K" + random.nextInt(100000000);
      case "email":
        return "u" + random.nextInt(1000000) + "@example.org";
      case "person":
        return "First" + random.nextInt(60) + " Last" + random.nextInt(400);
      case "city":
        return "City" + random.nextInt(12);
      case "amount":
        return String.format(Locale.ROOT, "%d.%02d", random.nextInt(3000), random.nextInt(100));
      case "day":
        return String.format(
            Locale.ROOT,
            "20%02d-%02d-%02d",
            random.nextInt(24),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
      case "code":
        return "C-" + random.nextInt(50);
      case "phone":
        return "+49 " + (100000 + random.nextInt(90000000));
      case "state":
        return random.nextInt(3) == 0 ? "open" : "closed";
      default:
        return Integer.toString(1 + random.nextInt(120));
    }
  }

  private Output output(String name) {
    Output output = new Output(name, random.nextInt(10) < 4, random.nextBoolean());
    int shape = random.nextInt(10);
    Part part = new Part();
    part.source = sources.get(random.nextInt(sources.size()));
    output.parts.add(part);
    part.shuffles = random.nextInt(3) == 0;
    if (random.nextInt(3) == 0) {
      part.filter = part.source.columns.get(random.nextInt(part.source.columns.size()));
      part.percent = 20 + random.nextInt(60);
    }
    if (shape < 3) {
      Source other = other(part.source);
      part.lookup = other;
      part.key = "REF";
      part.lookupKey = "ID";
      if (!other.rows.get(0)[0].equals("1")) {
        // Its rows have keys of their own: nothing refers to them.
        part.lookup = null;
      }
    }
    if (shape == 3) {
      Part second = new Part();
      second.source = other(part.source);
      output.parts.add(second);
    }
    boolean streams = shape >= 6 && !part.shuffles && part.lookup == null;
    if (streams && !isUsed(part.source)) {
      streamed.add(part.source);
    }
    columns(output);
    return output;
  }

  private boolean isUsed(Source source) {
    for (Output each : outputs) {
      for (Part part : each.parts) {
        if (part.source == source || part.lookup == source) {
          return true;
        }
      }
    }
    return false;
  }

  private Source other(Source not) {
    Source other = not;
    while (other == not || streamed.contains(other)) {
      other = sources.get(random.nextInt(sources.size()));
      if (streamed.size() >= sources.size() - 1) {
        return sources.get(sources.indexOf(not) == 0 ? 1 : 0);
      }
    }
    return other;
  }

  private void columns(Output output) {
    int width = 2 + random.nextInt(4);
    for (int i = 0; i < width; i++) {
      int dice = random.nextInt(20);
      String how = dice == 0 ? "constant" : dice == 1 ? "counter" : dice < 5 ? "upper" : "copy";
      Column column = new Column("C" + i + "_" + random.nextInt(100), how);
      column.parts = output.parts;
      for (Part part : output.parts) {
        boolean looksUp = part.lookup != null && random.nextInt(2) == 0;
        Source from = looksUp ? part.lookup : part.source;
        String name = from.columns.get(random.nextInt(from.columns.size()));
        if (part.lookup != null && name.equals(looksUp ? part.lookupKey : part.key)) {
          // The two keys are the same in each row: which of them it was no value can show.
          name = from.columns.get(1);
        }
        column.from.add(looksUp ? "other." + name : name);
      }
      output.columns.add(column);
    }
  }

  /** Whether rows are written while they are read. */
  boolean isStreamed(Source source) {
    return streamed.contains(source);
  }

  private static String label(String name, boolean isFile, String path) {
    return isFile ? path : "PUBLIC." + name;
  }

  /** {@code input -> output} of datasets. */
  public Set<String> datasetEdges() {
    Set<String> edges = new TreeSet<>();
    for (String edge : columnEdges()) {
      String[] sides = edge.split(" -> ");
      edges.add(sides[0].split("#")[0] + " -> " + sides[1].split("#")[0]);
    }
    return edges;
  }

  /** {@code input#column -> output#column}. */
  public Set<String> columnEdges() {
    Set<String> edges = new TreeSet<>();
    for (Output output : outputs) {
      for (Column column : output.columns) {
        for (int i = 0; i < output.parts.size(); i++) {
          if (column.how.equals("constant") || column.how.equals("counter")) {
            continue;
          }
          Part part = output.parts.get(i);
          String name = column.from.get(i);
          boolean looksUp = name.startsWith("other.");
          Source from = looksUp ? part.lookup : part.source;
          edges.add(
              label(from.name, from.isFile, from.path())
                  + "#"
                  + name.replace("other.", "")
                  + " -> "
                  + label(output.name, output.isFile, output.path())
                  + "#"
                  + column.name);
        }
      }
    }
    return edges;
  }
}
