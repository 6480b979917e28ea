package jobs.random;

import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Writes the rows of one output; from any thread. */
final class Writing implements Rows, AutoCloseable {

  private static final int BATCH = 100;

  private final Output output;
  private final PreparedStatement statement;
  private final PrintWriter file;
  private final AtomicInteger count = new AtomicInteger();
  private int batched;

  Writing(Output output, Connection database) throws SQLException, IOException {
    this.output = output;
    this.statement = output.isFile() ? null : database.prepareStatement(sql(output));
    this.file = output.isFile() ? open(output) : null;
    String header = output.isFile() ? output.format.header(output.names()) : null;
    if (header != null) {
      file.println(header);
    }
  }

  private static String sql(Output output) {
    if (output.updatedBy != null) {
      return "update "
          + output.name
          + " set "
          + String.join(" = ?, ", output.names())
          + " = ? where ID = ?";
    }
    String marks = String.join(", ", Collections.nCopies(output.columns.size(), "?"));
    String names = String.join(", ", output.names());
    return "insert into " + output.name + " (" + names + ") values (" + marks + ")";
  }

  private static PrintWriter open(Output output) throws IOException {
    if (output.format.isGzip) {
      return new PrintWriter(
          new OutputStreamWriter(
              new GZIPOutputStream(new FileOutputStream(output.path())), StandardCharsets.UTF_8));
    }
    return output.isBatch
        ? new PrintWriter(Files.newBufferedWriter(Paths.get(output.path())))
        : new PrintWriter(new FileWriter(output.path()));
  }

  /** The number of the next row, from one. */
  int next() {
    return count.incrementAndGet();
  }

  /** The values of the columns; of an update the key behind them. */
  @Override
  public synchronized void take(Object[] values) throws SQLException {
    if (file != null) {
      file.println(output.format.line(output.names(), Arrays.asList(values)));
      return;
    }
    for (int i = 0; i < values.length; i++) {
      boolean isKey = i == output.columns.size();
      set(
          i + 1,
          values[i],
          isKey ? output.updatedBy.kinds.get(0).type : output.columns.get(i).type);
    }
    if (!output.isBatch) {
      statement.executeUpdate();
      return;
    }
    statement.addBatch();
    if (++batched % BATCH == 0) {
      statement.executeBatch();
    }
  }

  private void set(int position, Object value, Type type) throws SQLException {
    switch (output.setter) {
      case TYPED:
        type.set(statement, position, value);
        break;
      case OBJECT:
        statement.setObject(position, value);
        break;
      default:
        statement.setString(position, value == null ? null : Type.text(value));
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    if (file != null) {
      file.close();
      return;
    }
    if (output.isBatch) {
      statement.executeBatch();
    }
    statement.close();
  }
}
