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
 * Ways in which rows get through Java code. Customers, orders and suppliers are all numbered from
 * one, and each job also reads what it does not use. Argument: the way, or {@code setup}.
 */
public final class RowShapes {

  private static final int ROWS = 300;

  private final Connection shop;

  private RowShapes(Connection shop) {
    this.shop = shop;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      new RowShapes(shop).run(args[0]);
    }
  }

  private void run(String way) throws SQLException, IOException {
    switch (way) {
      case "setup":
        setup();
        break;
      case "stream":
        readSuppliers();
        stream();
        break;
      case "shuffle":
        shuffle(readSuppliers(), read("select * from customers"));
        break;
      case "tokens":
        readSuppliers();
        tokens();
        break;
      case "labels":
        readSuppliers();
        labels();
        break;
      case "join":
        readSuppliers();
        join();
        break;
      case "interleave":
        interleave();
        break;
      case "union":
        readSuppliers();
        copyContacts("select email, city from customers");
        copyContacts("select phone, name from suppliers");
        break;
      case "csvToTable":
        readSuppliers();
        csvToTable();
        break;
      case "tableToCsv":
        readSuppliers();
        tableToCsv();
        break;
      case "numbers":
        numbers();
        break;
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = shop.createStatement()) {
      statement.execute(sql);
    }
  }

  private void setup() throws SQLException, IOException {
    execute(
        "create table customers (id int, email varchar(40), city varchar(20), credit dec(9,2))");
    execute("create table orders (id int, customer_id int, item varchar(20), amount dec(9,2))");
    execute("create table suppliers (id int, name varchar(40), phone varchar(20))");
    execute("create table contacts (address varchar(40), place varchar(40))");
    execute("create table copies (id int, mail varchar(40), town varchar(20), limit_ dec(9,2))");
    execute("create table bills (number int, mail varchar(40), item varchar(20), amount dec(9,2))");
    execute("create table numbers (n int)");
    Random random = new Random(5);
    String[] cities = {"Rome", "Oslo", "Bonn", "Lima", "Kiel"};
    try (PreparedStatement customer =
            shop.prepareStatement("insert into customers values (?, ?, ?, ?)");
        PreparedStatement order = shop.prepareStatement("insert into orders values (?, ?, ?, ?)");
        PreparedStatement supplier =
            shop.prepareStatement("insert into suppliers values (?, ?, ?)");
        PrintWriter stock = new PrintWriter(new FileWriter("in/stock.csv"))) {
      stock.println("item,units,price");
      for (int i = 1; i <= ROWS; i++) {
        customer.setInt(1, i);
        customer.setString(2, "user" + random.nextInt(1000000) + "@example.org");
        customer.setString(3, cities[random.nextInt(cities.length)]);
        customer.setBigDecimal(4, BigDecimal.valueOf(random.nextInt(100000), 2));
        customer.executeUpdate();
        order.setInt(1, i);
        order.setInt(2, 1 + random.nextInt(ROWS));
        order.setString(3, "item-" + random.nextInt(500));
        order.setBigDecimal(4, BigDecimal.valueOf(random.nextInt(100000), 2));
        order.executeUpdate();
        supplier.setInt(1, i);
        supplier.setString(2, "Supplier " + random.nextInt(1000000));
        supplier.setString(3, "+49 " + random.nextInt(100000000));
        supplier.executeUpdate();
        stock.println(
            "item-" + random.nextInt(5000) + "," + random.nextInt(90) + "," + random.nextInt(900));
      }
    }
  }

  private List<Object[]> read(String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = shop.createStatement();
        ResultSet from = statement.executeQuery(sql)) {
      int columns = from.getMetaData().getColumnCount();
      while (from.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = from.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Object[]> readSuppliers() throws SQLException {
    return read("select id, name, phone from suppliers");
  }

  private void stream() throws SQLException {
    try (Statement statement = shop.createStatement();
        ResultSet from = statement.executeQuery("select id, email, city, credit from customers");
        PreparedStatement into =
            shop.prepareStatement(
                "insert into copies (id, mail, town, limit_) values (?, ?, ?, ?)")) {
      while (from.next()) {
        into.setInt(1, from.getInt(1));
        into.setString(2, from.getString(2));
        into.setString(3, from.getString(3));
        into.setBigDecimal(4, from.getBigDecimal(4));
        into.executeUpdate();
      }
    }
  }

  /** All in memory, in another order, written as another type in other places. */
  private void shuffle(List<Object[]> unused, List<Object[]> rows) throws SQLException {
    Collections.shuffle(rows, new Random(unused.size()));
    try (PreparedStatement into =
        shop.prepareStatement("insert into copies (limit_, mail, id) values (?, ?, ?)")) {
      for (Object[] row : rows) {
        if (!"Oslo".equals(row[2])) {
          into.setString(1, row[3].toString());
          into.setString(2, row[1].toString().toUpperCase());
          into.setLong(3, ((Number) row[0]).longValue());
          into.addBatch();
        }
      }
      into.executeBatch();
    }
  }

  private void labels() throws SQLException {
    try (Statement statement = shop.createStatement();
        ResultSet from = statement.executeQuery("select c.*, 1 as one from customers c");
        PreparedStatement into =
            shop.prepareStatement("insert into copies (id, mail) values (?, ?)")) {
      while (from.next()) {
        into.setInt(1, from.getInt("one"));
        into.setString(2, from.getString("email"));
        into.executeUpdate();
      }
    }
  }

  private void join() throws SQLException {
    Map<Object, Object[]> customers = new HashMap<>();
    for (Object[] row : read("select id, email, credit from customers")) {
      customers.put(row[0], row);
    }
    try (PreparedStatement into =
        shop.prepareStatement(
            "insert into bills (number, mail, item, amount) values (?, ?, ?, ?)")) {
      for (Object[] order : read("select id, customer_id, item, amount from orders")) {
        into.setObject(1, order[0]);
        into.setObject(2, customers.get(order[1])[1]);
        into.setObject(3, order[2]);
        into.setObject(4, order[3]);
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  /** Two loops in one, as in a merge: each second row belongs to the other output. */
  private void interleave() throws SQLException {
    try (Statement one = shop.createStatement();
        Statement other = shop.createStatement();
        ResultSet customers = one.executeQuery("select id, email from customers");
        ResultSet orders = other.executeQuery("select id, item, amount from orders");
        PreparedStatement copy =
            shop.prepareStatement("insert into copies (id, mail) values (?, ?)");
        PreparedStatement bill =
            shop.prepareStatement("insert into bills (number, item, amount) values (?, ?, ?)")) {
      while (customers.next() && orders.next()) {
        copy.setInt(1, customers.getInt(1));
        copy.setString(2, customers.getString(2));
        bill.setInt(1, orders.getInt(1));
        bill.setString(2, orders.getString(2));
        bill.setBigDecimal(3, orders.getBigDecimal(3));
        copy.executeUpdate();
        bill.executeUpdate();
      }
    }
  }

  /** A column of which no input has the values. */
  private void tokens() throws SQLException {
    Random random = new Random(9);
    try (PreparedStatement into =
        shop.prepareStatement("insert into copies (id, mail, town) values (?, ?, ?)")) {
      for (Object[] row : read("select id, email from customers")) {
        into.setInt(1, (Integer) row[0]);
        into.setString(2, (String) row[1]);
        into.setString(3, Long.toHexString(random.nextLong()));
        into.executeUpdate();
      }
    }
  }

  private void copyContacts(String sql) throws SQLException {
    try (PreparedStatement into =
        shop.prepareStatement("insert into contacts (address, place) values (?, ?)")) {
      for (Object[] row : read(sql)) {
        into.setString(1, (String) row[0]);
        into.setString(2, (String) row[1]);
        into.executeUpdate();
      }
    }
  }

  private void csvToTable() throws SQLException, IOException {
    try (BufferedReader in = new BufferedReader(new FileReader("in/stock.csv"));
        PreparedStatement into =
            shop.prepareStatement("insert into bills (item, amount, number) values (?, ?, ?)")) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",");
        into.setString(1, cells[0]);
        into.setBigDecimal(2, new BigDecimal(cells[2]));
        into.setInt(3, Integer.parseInt(cells[1]));
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  private void tableToCsv() throws SQLException, IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter("out/customers.csv"))) {
      out.println("no,mail,credit");
      for (Object[] row : read("select id, email, credit from customers where city = 'Rome'")) {
        out.println(row[0] + "," + row[1] + "," + row[2]);
      }
    }
  }

  /** Numbers that follow one another, beside three tables with the same: nobody can tell. */
  private void numbers() throws SQLException {
    readSuppliers();
    read("select id from customers");
    try (PreparedStatement into = shop.prepareStatement("insert into numbers (n) values (?)")) {
      for (int i = 1; i <= ROWS; i++) {
        into.setInt(1, i);
        into.executeUpdate();
      }
    }
  }
}
