package jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rows of files in many formats: all from one table, or each into a table of its own. Each job also
 * reads a table that it does not use. Arguments: {@code setup}, {@code to} or {@code from}, and the
 * names of formats.
 */
public final class RowFormats {

  private static final int ROWS = 60;

  /** A row of a file. */
  private static final class Item implements Serializable {
    private static final long serialVersionUID = 1;

    final String name;
    final BigDecimal price;
    final int units;

    Item(String name, BigDecimal price, int units) {
      this.name = name;
      this.price = price;
      this.units = units;
    }
  }

  private final Connection shop;
  private final String[] formats;

  private RowFormats(Connection shop, String[] formats) {
    this.shop = shop;
    this.formats = formats;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      new RowFormats(shop, Arrays.copyOfRange(args, 1, args.length)).run(args[0]);
    }
  }

  private void run(String way) throws Exception {
    if (way.equals("setup")) {
      setup();
      return;
    }
    rows("select id, name from suppliers");
    if (way.equals("to")) {
      List<Item> items = rows("select name, units, price from items");
      for (String format : formats) {
        write(Paths.get("out", "items." + format), format, items);
      }
    } else {
      for (String format : formats) {
        insert(table(format), read(Paths.get("in", "stock." + format), format));
      }
    }
  }

  private static String table(String format) {
    return "of_" + format.replace('.', '_');
  }

  private void setup() throws Exception {
    try (Statement statement = shop.createStatement()) {
      statement.execute("create table items (name varchar(40), units int, price dec(9,2))");
      statement.execute("create table suppliers (id int, name varchar(40))");
      for (String format : formats) {
        statement.execute(
            "create table " + table(format) + " (item varchar(40), number int, amount dec(9,2))");
      }
    }
    Random random = new Random(7);
    try (PreparedStatement item = shop.prepareStatement("insert into items values (?, ?, ?)");
        PreparedStatement supplier = shop.prepareStatement("insert into suppliers values (?, ?)")) {
      for (Item each : items("item ", random)) {
        item.setString(1, each.name);
        item.setInt(2, each.units);
        item.setBigDecimal(3, each.price);
        item.executeUpdate();
        supplier.setInt(1, each.units);
        supplier.setString(2, "Supplier " + random.nextInt(1000000));
        supplier.executeUpdate();
      }
    }
    for (String format : formats) {
      write(Paths.get("in", "stock." + format), format, items("stock ", random));
    }
  }

  private static List<Item> items(String prefix, Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      BigDecimal price = BigDecimal.valueOf(random.nextInt(1000000), 2);
      items.add(new Item(prefix + random.nextInt(1000000), price, random.nextInt(5000)));
    }
    return items;
  }

  private List<Item> rows(String sql) throws SQLException {
    List<Item> rows = new ArrayList<>();
    try (Statement statement = shop.createStatement();
        ResultSet from = statement.executeQuery(sql)) {
      while (from.next()) {
        String first = from.getString(1);
        boolean isItem = from.getMetaData().getColumnCount() == 3;
        rows.add(
            isItem
                ? new Item(first, from.getBigDecimal(3), from.getInt(2))
                : new Item(first + from.getString(2), BigDecimal.ONE, 1));
      }
    }
    return rows;
  }

  private void insert(String table, List<Item> items) throws SQLException {
    try (PreparedStatement into =
        shop.prepareStatement(
            "insert into " + table + " (item, amount, number) values (?, ?, ?)")) {
      for (Item each : items) {
        into.setString(1, each.name);
        into.setBigDecimal(2, each.price);
        into.setInt(3, each.units);
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  private static void write(Path file, String format, List<Item> items) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (format.endsWith(".gz")) {
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
          lines(packed, format, items);
        }
      } else if (format.equals("zip")) {
        try (ZipOutputStream packed = new ZipOutputStream(out)) {
          int half = items.size() / 2;
          entry(packed, "first.csv", text("csv", items.subList(0, half)));
          entry(packed, "second.csv", text("csv", items.subList(half, items.size())));
        }
      } else if (format.equals("ser")) {
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
          objects.writeObject(items);
        }
      } else {
        lines(out, format, items);
      }
    }
  }

  private static void entry(ZipOutputStream packed, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(1);
    packed.putNextEntry(entry);
    packed.write(bytes);
  }

  private static void lines(OutputStream out, String format, List<Item> items) throws IOException {
    String kind = format.substring(0, (format + ".").indexOf('.'));
    out.write(text(kind, items));
  }

  private static byte[] text(String kind, List<Item> items) {
    StringBuilder out = new StringBuilder();
    out.append(kind.equals("csv") ? "name,units,price\n" : kind.equals("json") ? "[" : "");
    out.append(
        kind.equals("txt") ? String.format("%-20s%6s  %10s%n", "name", "units", "price") : "");
    out.append(kind.equals("xml") ? "<?xml version='1.0'?>\n<items>\n" : "");
    String separator = "";
    for (Item each : items) {
      switch (kind) {
        case "csv":
          out.append(each.name).append(',').append(each.units).append(',').append(each.price);
          break;
        case "json":
        case "jsonl":
          out.append(kind.equals("json") ? separator : "")
              .append("{\"no\": {\"name\": \"")
              .append(each.name.replace("t", "\\u0074"))
              .append("\"}, \"units\": ")
              .append(each.units)
              .append(", \"price\": \"")
              .append(each.price)
              .append("\", \"old\": null, \"tags\": [1, 2]}");
          separator = ",";
          break;
        case "xml":
          out.append("<item name='")
              .append(each.name)
              .append("'><units>")
              .append(each.units)
              .append("</units><price>")
              .append(each.price)
              .append("</price></item>");
          break;
        case "txt":
          out.append(String.format("%-20s%6d  %10s", each.name, each.units, each.price));
          break;
        default:
          throw new IllegalArgumentException(kind);
      }
      out.append('\n');
    }
    out.append(kind.equals("json") ? "]" : kind.equals("xml") ? "</items>" : "");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static List<Item> read(Path file, String format) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      if (format.endsWith(".gz")) {
        return items(new GZIPInputStream(in));
      }
      if (format.equals("zip")) {
        List<Item> items = new ArrayList<>();
        ZipInputStream packed = new ZipInputStream(in);
        while (packed.getNextEntry() != null) {
          items.addAll(items(packed));
        }
        return items;
      }
      return format.equals("ser") ? (List<Item>) new ObjectInputStream(in).readObject() : items(in);
    }
  }

  /** Of any of the texts: a name, and numbers in the order in which they are written there. */
  private static List<Item> items(InputStream in) throws IOException {
    Pattern row = Pattern.compile("(s(?:t|\\\\u0074)ock \\d+)\\D+(\\d+)\\D+([0-9.]+)");
    List<Item> items = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = row.matcher(line);
      if (found.find()) {
        items.add(
            new Item(
                found.group(1).replace("\\u0074", "t"),
                new BigDecimal(found.group(3)),
                Integer.parseInt(found.group(2))));
      }
    }
    return items;
  }
}
