package jobs;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Copies a table to Avro files, or an Avro file to a table, by Avro's own library, and reads
 * another table that it does not use. Argument: {@code setup}, {@code to} or {@code from}.
 */
public final class AvroFiles {

  private static final int ROWS = 150;

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              "{'type':'record','name':'Item','namespace':'shop','fields':[".replace('\'', '"')
                  + ("{'name':'name','type':'string'},"
                          + "{'name':'tags','type':{'type':'array','items':'string'}},"
                          + "{'name':'kind','type':{'type':'enum','name':'Kind','symbols':['A','B']}},"
                          + "{'name':'of','type':{'type':'record','name':'Of','fields':["
                          + "{'name':'units','type':['null','int'],'default':null}]}},"
                          + "{'name':'old','type':['null','Of','Kind']},"
                          + "{'name':'price','type':{'type':'bytes','logicalType':'decimal',"
                          + "'precision':9,'scale':2}}]}")
                      .replace('\'', '"'));

  private AvroFiles() {}

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
        toFiles(statement);
      } else {
        fromFile(shop);
      }
    }
  }

  private static DataFileWriter<GenericRecord> writer(String file, CodecFactory codec)
      throws IOException {
    DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(SCHEMA));
    writer.setCodec(codec);
    writer.setSyncInterval(1000);
    return writer.create(
        SCHEMA, new FileOutputStream(file), "sixteen bytes ..".getBytes("US-ASCII"));
  }

  private static GenericRecord item(String name, Integer units, BigDecimal price) {
    GenericRecord of = new GenericData.Record(SCHEMA.getField("of").schema());
    of.put("units", units);
    GenericRecord item = new GenericData.Record(SCHEMA);
    item.put("name", name);
    item.put("tags", Arrays.asList("a", "b"));
    item.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "B"));
    item.put("of", of);
    item.put("price", ByteBuffer.wrap(price.setScale(2).unscaledValue().toByteArray()));
    return item;
  }

  private static void setup(Statement statement) throws SQLException, IOException {
    statement.execute("create table items (name varchar(40), units int, price dec(9,2))");
    statement.execute("create table suppliers (id int, name varchar(40))");
    statement.execute("create table bills (item varchar(40), amount dec(9,2), number int)");
    Random random = new Random(3);
    try (DataFileWriter<GenericRecord> stock =
            writer("in/stock.avro", CodecFactory.deflateCodec(1));
        PreparedStatement item =
            statement.getConnection().prepareStatement("insert into items values (?, ?, ?)")) {
      for (int i = 1; i <= ROWS; i++) {
        item.setString(1, "item " + random.nextInt(1000000));
        item.setInt(2, random.nextInt(5000));
        item.setBigDecimal(3, BigDecimal.valueOf(random.nextInt(1000000), 2));
        item.executeUpdate();
        statement.execute(
            "insert into suppliers values (" + i + ", 'Supplier " + random.nextInt(1000000) + "')");
        stock.append(
            item(
                "stock " + random.nextInt(1000000),
                random.nextInt(5000),
                BigDecimal.valueOf(random.nextInt(1000000), 2)));
      }
    }
  }

  private static void toFiles(Statement statement) throws SQLException, IOException {
    try (DataFileWriter<GenericRecord> plain = writer("out/plain.avro", CodecFactory.nullCodec());
        DataFileWriter<GenericRecord> packed =
            writer("out/packed.avro", CodecFactory.deflateCodec(6));
        ResultSet items = statement.executeQuery("select name, units, price from items")) {
      while (items.next()) {
        GenericRecord item = item(items.getString(1), items.getInt(2), items.getBigDecimal(3));
        plain.append(item);
        packed.append(item);
      }
    }
  }

  private static void fromFile(Connection shop) throws SQLException, IOException {
    try (DataFileReader<GenericRecord> in =
            new DataFileReader<>(
                new File("in/stock.avro"), new GenericDatumReader<GenericRecord>());
        PreparedStatement bill =
            shop.prepareStatement("insert into bills (item, amount, number) values (?, ?, ?)")) {
      for (GenericRecord item : in) {
        ByteBuffer price = (ByteBuffer) item.get("price");
        byte[] digits = new byte[price.remaining()];
        price.get(digits);
        bill.setString(1, item.get("name").toString());
        bill.setBigDecimal(2, new BigDecimal(new java.math.BigInteger(digits), 2));
        bill.setInt(3, (Integer) ((GenericRecord) item.get("of")).get("units"));
        bill.executeUpdate();
      }
    }
  }
}
