package jobs.random;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads sources, each in its own way. */
final class Reading {

  private final Connection database;
  private final Map<Source, List<Object[]>> kept = new HashMap<>();
  private final Map<Source, PreparedStatement> lookups = new HashMap<>();

  Reading(Connection database) {
    this.database = database;
  }

  /** All rows; read once. */
  List<Object[]> all(Source source) throws Exception {
    List<Object[]> rows = kept.get(source);
    if (rows == null) {
      rows = new ArrayList<>();
      each(source, rows::add);
      kept.put(source, rows);
    }
    return rows;
  }

  /** Row by row. */
  void each(Source source, Rows rows) throws Exception {
    if (source.isFile()) {
      lines(source, rows);
      return;
    }
    try (Statement statement = database.createStatement();
        ResultSet from = statement.executeQuery(select(source))) {
      while (from.next()) {
        rows.take(row(source, from));
      }
    }
  }

  /** The row with a number, by a query of its own; null for none. */
  synchronized Object[] find(Source source, Object number) throws SQLException {
    PreparedStatement lookup = lookups.get(source);
    if (lookup == null) {
      lookup = database.prepareStatement(select(source) + " where ID = ?");
      lookups.put(source, lookup);
    }
    lookup.setInt(1, Integer.parseInt(Type.text(number)));
    try (ResultSet from = lookup.executeQuery()) {
      return from.next() ? row(source, from) : null;
    }
  }

  private static String select(Source source) {
    return "select "
        + (source.star ? "*" : String.join(", ", source.columns))
        + " from "
        + source.name;
  }

  private static Object[] row(Source source, ResultSet from) throws SQLException {
    Object[] row = new Object[source.columns.size()];
    for (int i = 0; i < row.length; i++) {
      String label = source.byLabel ? source.columns.get(i) : null;
      switch (source.getter) {
        case TYPED:
          row[i] = source.kinds.get(i).type.get(from, i + 1, label);
          break;
        case OBJECT:
          row[i] = label == null ? from.getObject(i + 1) : from.getObject(label);
          break;
        default:
          row[i] = label == null ? from.getString(i + 1) : from.getString(label);
      }
    }
    return row;
  }

  private static void lines(Source source, Rows rows) throws Exception {
    boolean isHeader = !source.format.isJson;
    Path path = Paths.get(source.path());
    if (!source.format.isGzip && source.reader == 0) {
      for (String line : Files.readAllLines(path)) {
        if (!isHeader) {
          rows.take(source.format.values(line));
        }
        isHeader = false;
      }
    } else if (!source.format.isGzip && source.reader == 1) {
      try (Stream<String> lines = Files.lines(path)) {
        for (Iterator<String> i = lines.skip(isHeader ? 1 : 0).iterator(); i.hasNext(); ) {
          rows.take(source.format.values(i.next()));
        }
      }
    } else {
      try (BufferedReader in = open(source, path)) {
        String line = isHeader ? in.readLine() : null;
        for (line = in.readLine(); line != null; line = in.readLine()) {
          rows.take(source.format.values(line));
        }
      }
    }
  }

  private static BufferedReader open(Source source, Path path) throws IOException {
    if (source.format.isGzip) {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(new FileInputStream(path.toFile())), StandardCharsets.UTF_8));
    }
    return source.reader == 2
        ? Files.newBufferedReader(path)
        : new BufferedReader(new FileReader(path.toFile()));
  }
}
