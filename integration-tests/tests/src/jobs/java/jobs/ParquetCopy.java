package jobs;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Writes a file of Parquet, or copies each row of one twice. Arguments: write and to, or copy, from
 * and to.
 */
public final class ParquetCopy {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message orders { required int32 id; optional binary customer (STRING);"
              + " optional fixed_len_byte_array(8) code; required int64 at (TIMESTAMP(MILLIS,true));"
              + " optional group tags (LIST) { repeated group list { optional binary element (STRING); } }"
              + " optional group place { required double x; required double y; } }");

  private ParquetCopy() {}

  public static void main(String[] args) throws Exception {
    int rows = 0;
    if (args[0].equals("write")) {
      try (ParquetWriter<Group> out =
          ExampleParquetWriter.builder(new Path(args[1])).withType(SCHEMA).build()) {
        for (; rows < 3; rows++) {
          Group row = new SimpleGroup(SCHEMA);
          row.append("id", rows).append("customer", "c" + rows).append("at", 1L);
          out.write(row);
        }
      }
    } else {
      try (ParquetReader<Group> in =
              ParquetReader.builder(new GroupReadSupport(), new Path(args[1]))
                  .withConf(new Configuration())
                  .build();
          ParquetWriter<Group> out =
              ExampleParquetWriter.builder(new Path(args[2])).withType(SCHEMA).build()) {
        for (Group row = in.read(); row != null; row = in.read()) {
          // Twice: a file with the same bytes would be known by them.
          out.write(row);
          out.write(row);
          rows++;
        }
      }
    }
    System.out.println(rows + " rows");
  }
}
