package jobs.random;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Lays out the tables and files of a plan. */
public final class RandomData {

  private final Path folder;
  private final Connection database;

  private RandomData(Path folder, Connection database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * Makes all that the program needs.
   *
   * @param folder its working directory, with {@code in} and {@code out}
   */
  public static void make(RandomPlan plan, Path folder) throws SQLException, IOException {
    try (Connection database = DriverManager.getConnection("jdbc:h2:" + folder + "/db/data")) {
      database.setAutoCommit(false);
      RandomData data = new RandomData(folder, database);
      for (Source source : plan.sources) {
        data.make(source);
      }
      for (Step step : plan.steps) {
        for (Output output : step.outputs) {
          data.make(output);
        }
      }
      database.commit();
    }
  }

  private void make(Source source) throws SQLException, IOException {
    if (source.isFile()) {
      write(source);
      return;
    }
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < source.kinds.size(); i++) {
      columns.append(i == 0 ? "" : ", ").append(source.columns.get(i)).append(' ');
      columns.append(source.kinds.get(i).type.sql);
    }
    boolean isNumbered = source.isNumbered() || source.reference() < 0;
    create(source.name, columns + (isNumbered ? ", primary key (ID)" : ""));
    insert(source.name, source.kinds.size(), source.rows);
  }

  /** An update finds the rows that it changes, and some more. */
  private void make(Output output) throws SQLException {
    if (output.isFile()) {
      return;
    }
    StringBuilder columns = new StringBuilder();
    if (output.updatedBy != null) {
      columns.append("ID ").append(output.updatedBy.kinds.get(0).type.sql).append(" primary key, ");
    }
    for (Column each : output.columns) {
      columns.append(each == output.columns.get(0) ? "" : ", ");
      columns.append(each.name).append(' ').append(each.type.sql);
    }
    create(output.name, columns.toString());
    if (output.updatedBy != null) {
      try (PreparedStatement insert =
          database.prepareStatement("merge into " + output.name + " (ID) key (ID) values (?)")) {
        for (Object[] row : output.updatedBy.rows) {
          insert.setObject(1, row[0]);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }

  private void create(String table, String columns) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("create table " + table + " (" + columns + ")");
    }
  }

  private void insert(String table, int width, List<Object[]> rows) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(width, "?"));
    try (PreparedStatement insert =
        database.prepareStatement("insert into " + table + " values (" + marks + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < width; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void write(Source source) throws IOException {
    OutputStream file = new FileOutputStream(folder.resolve(source.path()).toFile());
    try (OutputStream packed = source.format.isGzip ? new GZIPOutputStream(file) : file;
        Writer out = new OutputStreamWriter(packed, StandardCharsets.UTF_8)) {
      String header = source.format.header(source.columns);
      out.write(header == null ? "" : header + "\n");
      for (Object[] row : source.rows) {
        out.write(source.format.line(source.columns, Arrays.asList(row)) + "\n");
      }
    }
  }
}
