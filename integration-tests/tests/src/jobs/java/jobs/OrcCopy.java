package jobs;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.RecordReader;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;

/**
 * Writes a file of ORC, or copies each row of one twice. Arguments: write and to, or copy, from and
 * to.
 */
public final class OrcCopy {

  private static final TypeDescription SCHEMA =
      TypeDescription.fromString("struct<id:int,customer:string,place:struct<x:double,y:double>>");

  private OrcCopy() {}

  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    long rows = 0;
    Path target = new Path(args[args.length - 1]);
    try (Writer out =
        OrcFile.createWriter(target, OrcFile.writerOptions(configuration).setSchema(SCHEMA))) {
      if (args[0].equals("write")) {
        VectorizedRowBatch batch = SCHEMA.createRowBatch();
        for (; rows < 3; rows++) {
          int row = batch.size++;
          ((LongColumnVector) batch.cols[0]).vector[row] = rows;
          ((BytesColumnVector) batch.cols[1]).setVal(row, ("c" + rows).getBytes("UTF-8"));
        }
        out.addRowBatch(batch);
      } else {
        try (Reader in =
                OrcFile.createReader(new Path(args[1]), OrcFile.readerOptions(configuration));
            RecordReader reader = in.rows()) {
          VectorizedRowBatch batch = in.getSchema().createRowBatch();
          while (reader.nextBatch(batch)) {
            // Twice: a file with the same bytes would be known by them.
            out.addRowBatch(batch);
            out.addRowBatch(batch);
            rows += batch.size;
          }
        }
      }
    }
    System.out.println(rows + " rows");
  }
}
