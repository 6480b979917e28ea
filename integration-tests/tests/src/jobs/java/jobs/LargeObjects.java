package jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Copies large objects from table to table through streams. Argument: the JDBC URL. */
public final class LargeObjects {

  private LargeObjects() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("create table papers (id int, picture blob, words clob)");
      statement.execute("create table copies (id int, picture blob, words clob)");
      byte[] picture = new byte[100_000];
      Arrays.fill(picture, (byte) 7);
      char[] words = new char[100_000];
      Arrays.fill(words, 'w');
      try (PreparedStatement insert =
          connection.prepareStatement("insert into papers values (?, ?, ?)")) {
        insert.setInt(1, 1);
        insert.setBinaryStream(2, new ByteArrayInputStream(picture), picture.length);
        insert.setCharacterStream(3, new StringReader(new String(words)), words.length);
        System.out.println(insert.executeUpdate());
      }
      try (ResultSet rows = statement.executeQuery("select id, picture, words from papers");
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into copies (id, picture, words) values (?, ?, ?)")) {
        while (rows.next()) {
          byte[] bytes = all(rows.getBlob(2).getBinaryStream());
          insert.setInt(1, rows.getInt(1));
          insert.setBinaryStream(2, new ByteArrayInputStream(bytes), bytes.length);
          String text = rows.getClob(3).getSubString(1, words.length);
          insert.setCharacterStream(3, new StringReader(text), text.length());
          System.out.println(insert.executeUpdate());
        }
      }
      try (ResultSet rows = statement.executeQuery("select picture, words from copies")) {
        while (rows.next()) {
          long size = 0;
          try (InputStream in = rows.getBinaryStream(1)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
              size += b;
            }
          }
          try (Reader in = rows.getCharacterStream(2)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
              size += c;
            }
          }
          System.out.println(size);
        }
      }
    }
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
