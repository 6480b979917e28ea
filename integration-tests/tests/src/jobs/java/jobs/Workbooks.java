package jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Copies a table to a sheet of Excel's by Apache POI, or a sheet to a table, and reads another
 * table that it does not use. Argument: {@code setup}, {@code to} or {@code from}.
 */
public final class Workbooks {

  private static final int ROWS = 150;

  private Workbooks() {}

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop");
        Statement statement = shop.createStatement()) {
      if (args[0].equals("setup")) {
        setup(statement);
        return;
      }
      try (ResultSet unused = statement.executeQuery("select id, name from suppliers")) {
        while (unused.next()) {
          unused.getInt(1);
          unused.getString(2);
        }
      }
      if (args[0].equals("to")) {
        toSheet(statement);
      } else {
        fromSheet(shop);
      }
    }
  }

  private static void setup(Statement statement) throws SQLException, IOException {
    statement.execute("create table items (name varchar(40), units int, price dec(9,2))");
    statement.execute("create table suppliers (id int, name varchar(40))");
    statement.execute("create table bills (item varchar(40), amount dec(9,2), number int)");
    Random random = new Random(3);
    try (Workbook book = new XSSFWorkbook();
        PreparedStatement item =
            statement.getConnection().prepareStatement("insert into items values (?, ?, ?)")) {
      Sheet sheet = book.createSheet("stock");
      row(sheet, 0, "article", "price", "note");
      sheet.getRow(0).createCell(3).setCellValue("units");
      for (int i = 1; i <= ROWS; i++) {
        item.setString(1, "item " + random.nextInt(1000000));
        item.setInt(2, random.nextInt(5000));
        item.setDouble(3, random.nextInt(1000000) / 100.0);
        item.executeUpdate();
        statement.execute(
            "insert into suppliers values (" + i + ", 'Supplier " + random.nextInt(1000000) + "')");
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue("stock " + random.nextInt(1000000));
        row.createCell(1).setCellValue(random.nextInt(1000000) / 100.0);
        row.createCell(3).setCellValue(random.nextInt(5000));
      }
      try (OutputStream out = Files.newOutputStream(Paths.get("in", "stock.xlsx"))) {
        book.write(out);
      }
    }
  }

  private static Row row(Sheet sheet, int place, String... texts) {
    Row row = sheet.createRow(place);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
    return row;
  }

  private static void toSheet(Statement statement) throws SQLException, IOException {
    try (Workbook book = new XSSFWorkbook();
        ResultSet items = statement.executeQuery("select name, units, price from items")) {
      Sheet sheet = book.createSheet("items");
      row(sheet, 0, "article", "count", "worth");
      int rows = 1;
      while (items.next()) {
        Row row = row(sheet, rows++, items.getString(1));
        row.createCell(1).setCellValue(items.getInt(2));
        row.createCell(2).setCellValue(items.getDouble(3));
      }
      // Beside the folder whose bytes have to be the same in each run: a workbook has its time.
      try (OutputStream out = Files.newOutputStream(Paths.get("items.xlsx"))) {
        book.write(out);
      }
    }
  }

  private static void fromSheet(Connection shop) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(Paths.get("in", "stock.xlsx"));
        Workbook book = new XSSFWorkbook(in);
        PreparedStatement bill =
            shop.prepareStatement("insert into bills (item, amount, number) values (?, ?, ?)")) {
      for (Row row : book.getSheet("stock")) {
        if (row.getRowNum() > 0) {
          bill.setString(1, row.getCell(0).getStringCellValue());
          bill.setDouble(2, row.getCell(1).getNumericCellValue());
          bill.setInt(3, (int) row.getCell(3).getNumericCellValue());
          bill.executeUpdate();
        }
      }
    }
  }
}
