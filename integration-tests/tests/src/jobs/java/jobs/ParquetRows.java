package jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Copies rows from and to files of Parquet, and reads others that it does not use. Arguments: how
 * many rows; what to do; {@code hadoop} for files of Hadoop's file system, {@code own} for its own,
 * or {@code channel} for such that are read by a channel.
 */
public final class ParquetRows {

  private static final Schema ITEM =
      schema(
          "{'name':'name','type':'string'}",
          "{'name':'tags','type':{'type':'array','items':'string'}}",
          "{'name':'units','type':['null','int'],'default':null}",
          "{'name':'price','type':{'type':'bytes','logicalType':'decimal','precision':9,'scale':2}}",
          "{'name':'day','type':{'type':'int','logicalType':'date'}}");

  private static final MessageType CHOSEN =
      MessageTypeParser.parseMessageType(
          "message chosen { required binary title (STRING); optional group tags { required int32 n; }"
              + " required int32 day (DATE); optional int32 cents (DECIMAL(9,2));"
              + " required int64 number; }");

  private final String files;
  private final int rows;

  private ParquetRows(String files, int rows) {
    this.files = files;
    this.rows = rows;
  }

  private static Schema schema(String... fields) {
    String all = String.join(",", fields);
    String record = "{'type':'record','name':'Item','namespace':'shop','fields':[" + all + "]}";
    return new Schema.Parser().parse(record.replace('\'', '"'));
  }

  public static void main(String[] args) throws Exception {
    ParquetRows job = new ParquetRows(args[2], Integer.parseInt(args[0]));
    switch (args[1]) {
      case "setup":
        job.setup();
        break;
      case "fromTable":
        job.fromTable();
        break;
      case "toTable":
        job.toTable();
        break;
      case "toText":
        job.toText();
        break;
      default:
        job.toOther();
        break;
    }
  }

  private boolean isOwn() {
    return !files.equals("hadoop");
  }

  private InputFile in(String file) throws IOException {
    return isOwn()
        ? new OwnFile(Paths.get(file), files.equals("channel"))
        : HadoopInputFile.fromPath(new Path(file), new Configuration());
  }

  private OutputFile out(String file) throws IOException {
    return isOwn()
        ? new OwnFile(Paths.get(file), files.equals("channel"))
        : HadoopOutputFile.fromPath(new Path(file), new Configuration());
  }

  private ParquetWriter<GenericRecord> writer(String file) throws IOException {
    return AvroParquetWriter.<GenericRecord>builder(out(file)).withSchema(ITEM).build();
  }

  private ParquetReader<GenericRecord> reader(String file) throws IOException {
    return AvroParquetReader.<GenericRecord>builder(in(file)).build();
  }

  private ParquetReader<Group> groups(String file) throws IOException {
    return new ParquetReader.Builder<Group>(in(file)) {
      @Override
      protected ReadSupport<Group> getReadSupport() {
        return new GroupReadSupport();
      }
    }.build();
  }

  private static GenericRecord item(String name, Integer units, BigDecimal price, LocalDate day) {
    GenericRecord item = new GenericData.Record(ITEM);
    item.put("name", name);
    item.put("tags", java.util.Arrays.asList("a", "b"));
    item.put("units", units);
    item.put("price", ByteBuffer.wrap(price.setScale(2).unscaledValue().toByteArray()));
    item.put("day", (int) day.toEpochDay());
    return item;
  }

  private static BigDecimal price(GenericRecord item) {
    ByteBuffer bytes = ((ByteBuffer) item.get("price")).duplicate();
    byte[] digits = new byte[bytes.remaining()];
    bytes.get(digits);
    return new BigDecimal(new BigInteger(digits), 2);
  }

  private static LocalDate day(GenericRecord item) {
    return LocalDate.ofEpochDay((Integer) item.get("day"));
  }

  private void setup() throws Exception {
    Random random = new Random(7);
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop");
        Statement statement = shop.createStatement();
        ParquetWriter<GenericRecord> stock = writer("in/stock.parquet");
        ParquetWriter<GenericRecord> other = writer("in/other.parquet")) {
      statement.execute(
          "create table items (name varchar(40), units int, price dec(9,2), made date)");
      statement.execute("create table suppliers (id int, name varchar(40))");
      statement.execute(
          "create table bills (item varchar(40), amount dec(9,2), number int, due date)");
      try (PreparedStatement item = shop.prepareStatement("insert into items values (?, ?, ?, ?)");
          PreparedStatement supplier =
              shop.prepareStatement("insert into suppliers values (?, ?)")) {
        for (int i = 1; i <= rows; i++) {
          item.setString(1, "item " + random.nextInt(100000000));
          item.setInt(2, random.nextInt(5000));
          item.setBigDecimal(3, BigDecimal.valueOf(random.nextInt(1000000), 2));
          item.setDate(4, Date.valueOf(LocalDate.ofEpochDay(19000 + random.nextInt(900))));
          item.executeUpdate();
          supplier.setInt(1, i);
          supplier.setString(2, "Supplier " + random.nextInt(1000000));
          supplier.executeUpdate();
          stock.write(random(random, "Stöck "));
          other.write(random(random, "other "));
        }
      }
    }
  }

  private static GenericRecord random(Random random, String name) {
    return item(
        name + random.nextInt(100000000),
        random.nextInt(5000),
        BigDecimal.valueOf(random.nextInt(1000000), 2),
        LocalDate.ofEpochDay(19000 + random.nextInt(900)));
  }

  /** Reads what goes nowhere. */
  private void readOther() throws IOException {
    try (ParquetReader<GenericRecord> other = reader("in/other.parquet")) {
      GenericRecord last = null;
      for (GenericRecord each = other.read(); each != null; each = other.read()) {
        last = each;
      }
      System.out.println(last != null);
    }
  }

  private void fromTable() throws IOException, SQLException {
    readOther();
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop");
        Statement statement = shop.createStatement();
        ParquetWriter<GenericRecord> out = writer("out/items.parquet")) {
      try (ResultSet unused = statement.executeQuery("select id, name from suppliers")) {
        while (unused.next()) {
          unused.getInt(1);
          unused.getString(2);
        }
      }
      try (ResultSet items = statement.executeQuery("select name, units, price, made from items")) {
        while (items.next()) {
          out.write(
              item(
                  items.getString(1),
                  items.getInt(2),
                  items.getBigDecimal(3),
                  items.getDate(4).toLocalDate()));
        }
      }
    }
  }

  private void toTable() throws IOException, SQLException {
    readOther();
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop");
        PreparedStatement bill =
            shop.prepareStatement(
                "insert into bills (item, amount, number, due) values (?, ?, ?, ?)");
        ParquetReader<GenericRecord> in = reader("in/stock.parquet")) {
      for (GenericRecord each = in.read(); each != null; each = in.read()) {
        bill.setString(1, each.get("name").toString());
        bill.setBigDecimal(2, price(each));
        bill.setInt(3, (Integer) each.get("units"));
        bill.setDate(4, Date.valueOf(day(each)));
        bill.executeUpdate();
      }
    }
  }

  private void toText() throws IOException {
    readOther();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Paths.get("out/stock.csv")));
        ParquetReader<GenericRecord> in = reader("in/stock.parquet")) {
      out.println("title,day,amount");
      for (GenericRecord each = in.read(); each != null; each = in.read()) {
        out.println(each.get("name") + "," + day(each) + "," + price(each));
      }
    }
  }

  /** By Parquet's own records, of which those with few units are left out. */
  private void toOther() throws IOException {
    readOther();
    try (ParquetReader<Group> in = groups("in/stock.parquet");
        ParquetWriter<Group> out =
            ExampleParquetWriter.builder(out("out/chosen.parquet")).withType(CHOSEN).build()) {
      for (Group each = in.read(); each != null; each = in.read()) {
        int units = each.getInteger("units", 0);
        if (units >= 1000) {
          Group chosen = new SimpleGroup(CHOSEN);
          chosen.append("title", each.getString("name", 0));
          chosen.append("day", each.getInteger("day", 0));
          chosen.append("cents", new BigInteger(each.getBinary("price", 0).getBytes()).intValue());
          chosen.append("number", (long) units);
          out.write(chosen);
        }
      }
    }
  }
}
