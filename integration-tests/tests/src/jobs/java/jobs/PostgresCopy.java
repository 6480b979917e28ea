package jobs;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Copies between files and tables as pgjdbc does it, by reflection, since its versions differ. The
 * arguments are a JDBC URL, then steps: {@code begin}, {@code commit}, {@code rollback}, or {@code
 * read}, {@code stream}, {@code push}, {@code write} with a file and a COPY.
 */
public final class PostgresCopy {

  private PostgresCopy() {}

  public static void main(String[] args)
      throws SQLException, IOException, ReflectiveOperationException {
    try (Connection connection = DriverManager.getConnection(args[0], "postgres", "x")) {
      Object copies = connection.getClass().getMethod("getCopyAPI").invoke(connection);
      for (int i = 1; i < args.length; i++) {
        switch (args[i]) {
          case "begin":
            connection.setAutoCommit(false);
            break;
          case "commit":
            connection.commit();
            break;
          case "rollback":
            connection.rollback();
            break;
          default:
            System.out.println(copy(copies, args[i], args[++i], args[++i]));
        }
      }
    }
  }

  private static Object copy(Object copies, String step, String file, String sql)
      throws IOException, ReflectiveOperationException {
    Class<?> type = copies.getClass();
    switch (step) {
      case "read":
        try (Reader in = new BufferedReader(new FileReader(file))) {
          return type.getMethod("copyIn", String.class, Reader.class).invoke(copies, sql, in);
        }
      case "stream":
        try (InputStream in = new FileInputStream(file)) {
          return type.getMethod("copyIn", String.class, InputStream.class).invoke(copies, sql, in);
        }
      case "push":
        try (BufferedReader in = new BufferedReader(new FileReader(file))) {
          Object copy = type.getMethod("copyIn", String.class).invoke(copies, sql);
          Class<?> api = Class.forName("org.postgresql.copy.CopyIn");
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            api.getMethod("writeToCopy", byte[].class, int.class, int.class)
                .invoke(copy, bytes, 0, bytes.length);
          }
          return api.getMethod("endCopy").invoke(copy);
        }
      default:
        try (Writer out = new FileWriter(file)) {
          return type.getMethod("copyOut", String.class, Writer.class).invoke(copies, sql, out);
        }
    }
  }
}
