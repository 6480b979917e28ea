package jobs;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs the program of a seed: reads sources, most of which it does not use, and writes outputs in
 * ways that its plan has thrown dice for. Arguments: {@code setup} or {@code run}, the seed.
 */
public final class RandomEtl {

  private final RandomPlan plan;
  private final Connection database;
  private final Map<RandomPlan.Source, List<String[]>> read = new HashMap<>();

  private RandomEtl(RandomPlan plan, Connection database) {
    this.plan = plan;
    this.database = database;
  }

  public static void main(String[] args) throws SQLException, IOException {
    RandomPlan plan = new RandomPlan(Long.parseLong(args[1]));
    try (Connection database = DriverManager.getConnection("jdbc:h2:./db/data")) {
      RandomEtl program = new RandomEtl(plan, database);
      if (args[0].equals("setup")) {
        program.setup();
      } else {
        program.run();
      }
    }
  }

  private void setup() throws SQLException, IOException {
    for (RandomPlan.Source source : plan.sources) {
      if (source.isFile) {
        try (PrintWriter out = new PrintWriter(new FileWriter(source.path()))) {
          out.println(String.join(",", source.columns));
          for (String[] row : source.rows) {
            out.println(String.join(",", row));
          }
        }
      } else {
        create(source.name, source.columns);
        try (PreparedStatement insert = insert(source.name, source.columns)) {
          for (String[] row : source.rows) {
            for (int i = 0; i < row.length; i++) {
              insert.setString(i + 1, row[i]);
            }
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
    }
    for (RandomPlan.Output output : plan.outputs) {
      if (!output.isFile) {
        create(output.name, output.names());
      }
    }
  }

  private void create(String table, List<String> columns) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "create table "
              + table
              + " ("
              + String.join(" varchar(200), ", columns)
              + " varchar(200))");
    }
  }

  private PreparedStatement insert(String table, List<String> columns) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return database.prepareStatement(
        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")");
  }

  private void run() throws SQLException, IOException {
    for (RandomPlan.Source source : plan.sources) {
      if (!plan.isStreamed(source)) {
        read.put(source, all(source));
      }
    }
    for (RandomPlan.Output output : plan.outputs) {
      try (Sink sink = new Sink(output)) {
        for (RandomPlan.Part part : output.parts) {
          write(part, output, sink);
        }
      }
    }
  }

  private List<String[]> all(RandomPlan.Source source) throws SQLException, IOException {
    List<String[]> rows = new ArrayList<>();
    each(source, rows::add);
    return rows;
  }

  private interface Rows {
    void take(String[] row) throws SQLException, IOException;
  }

  private void each(RandomPlan.Source source, Rows rows) throws SQLException, IOException {
    if (source.isFile) {
      try (BufferedReader in = new BufferedReader(new FileReader(source.path()))) {
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          rows.take(line.split(",", -1));
        }
      }
      return;
    }
    try (Statement statement = database.createStatement();
        ResultSet from =
            statement.executeQuery(
                "select " + String.join(", ", source.columns) + " from " + source.name)) {
      while (from.next()) {
        String[] row = new String[source.columns.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = from.getString(i + 1);
        }
        rows.take(row);
      }
    }
  }

  private void write(RandomPlan.Part part, RandomPlan.Output output, Sink sink)
      throws SQLException, IOException {
    Map<String, String[]> lookup = new HashMap<>();
    if (part.lookup != null) {
      int key = part.lookup.columns.indexOf(part.lookupKey);
      for (String[] row : read.get(part.lookup)) {
        lookup.put(row[key], row);
      }
    }
    Rows writer =
        row -> {
          if (part.keeps(row)) {
            String[] other =
                part.lookup == null ? null : lookup.get(row[part.source.columns.indexOf(part.key)]);
            if (part.lookup == null || other != null) {
              sink.write(part, row, other);
            }
          }
        };
    if (plan.isStreamed(part.source)) {
      each(part.source, writer);
      return;
    }
    List<String[]> rows = new ArrayList<>(read.get(part.source));
    if (part.shuffles) {
      Collections.shuffle(rows, new Random(output.name.length()));
    }
    for (String[] row : rows) {
      writer.take(row);
    }
  }

  /** A table or a file that is written. */
  private final class Sink implements AutoCloseable {
    private final RandomPlan.Output output;
    private final PreparedStatement insert;
    private final PrintWriter file;
    private int count;

    Sink(RandomPlan.Output output) throws SQLException, IOException {
      this.output = output;
      this.insert = output.isFile ? null : insert(output.name, output.names());
      this.file = output.isFile ? new PrintWriter(new FileWriter(output.path())) : null;
      if (file != null) {
        file.println(String.join(",", output.names()));
      }
    }

    void write(RandomPlan.Part part, String[] row, String[] other) throws SQLException {
      count++;
      String[] values = new String[output.columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = output.columns.get(i).value(part, row, other, count);
      }
      if (file != null) {
        file.println(String.join(",", values));
        return;
      }
      for (int i = 0; i < values.length; i++) {
        if (values[i].matches("\\d{1,9}\\.\\d\\d")) {
          insert.setBigDecimal(i + 1, new BigDecimal(values[i]));
        } else {
          insert.setString(i + 1, values[i]);
        }
      }
      if (output.isBatch) {
        insert.addBatch();
      } else {
        insert.executeUpdate();
      }
    }

    @Override
    public void close() throws SQLException {
      if (file != null) {
        file.close();
        return;
      }
      if (output.isBatch) {
        insert.executeBatch();
      }
      insert.close();
    }
  }
}
