package io.spoor.instrumentation.columnar;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * Methods of parquet-hadoop 1.10 to 1.16 and orc-core 1.5 to 2.0: those that open a file, and
 * beneath them those that make its schema; of Parquet also those that every record passes, whatever
 * object model it is of, and whether it is written by a ParquetWriter or Hadoop's output format.
 */
public final class ColumnarFiles implements Description {

  private static final String EXIT = "(ILjava/lang/Object;Ljava/lang/Object;)V";
  private static final String SCHEMA = "#" + FileOperations.SCHEMA;

  @Override
  public void describe(Hooks hooks) {
    hooks
        .library("org/apache/parquet/hadoop/ParquetFileWriter")
        .method(
            "<init>", "(Lorg/apache/parquet/io/OutputFile;Lorg/apache/parquet/schema/MessageType;")
        .onReturn("exit", EXIT, SCHEMA, "0", "1");
    hooks
        .library("org/apache/parquet/hadoop/ParquetFileReader")
        .method(
            "readFooter",
            "(Lorg/apache/parquet/io/InputFile;Lorg/apache/parquet/ParquetReadOptions;L")
        .handledBy(FileOperations.SCHEMA_READER)
        .method("open", "(Lorg/apache/parquet/io/InputFile;")
        .handledBy(FileOperations.RECORD_READER);
    records(hooks);
    hooks
        .library("org/apache/parquet/hadoop/metadata/FileMetaData")
        .method("<init>", "(Lorg/apache/parquet/schema/MessageType;")
        .onReturn("exit", EXIT, SCHEMA, "null", "0");
    hooks
        .library("org/apache/orc/OrcFile")
        .method("createWriter", "(Lorg/apache/hadoop/fs/Path;")
        .handledBy(FileOperations.SCHEMA_WRITER)
        .method("createReader", "(Lorg/apache/hadoop/fs/Path;")
        .handledBy(FileOperations.SCHEMA_READER);
    hooks
        .library("org/apache/orc/impl/writer/TreeWriter$Factory")
        .method("create", "(Lorg/apache/orc/TypeDescription;")
        .onReturn("exit", EXIT, SCHEMA, "null", "0");
    hooks
        .library("org/apache/orc/OrcUtils")
        .method("convertTypeFromProtobuf", "(Ljava/util/List;I)Lorg/apache/orc/TypeDescription;")
        .onReturn("exit", EXIT, SCHEMA, "null", "result");
  }

  private static void records(Hooks hooks) {
    // Before a constructor nothing can be hooked: a file is opened within these.
    hooks
        .library("org/apache/parquet/hadoop/ParquetWriter$Builder")
        .method("build", "()")
        .handledBy(FileOperations.RECORD_WRITER);
    hooks
        .library("org/apache/parquet/hadoop/ParquetOutputFormat")
        .method("getRecordWriter", "(Lorg/apache/hadoop/conf/Configuration;L")
        .handledBy(FileOperations.RECORD_WRITER);
    hooks
        .library("org/apache/parquet/hadoop/InternalParquetRecordWriter")
        .method(
            "<init>",
            "(Lorg/apache/parquet/hadoop/ParquetFileWriter;"
                + "Lorg/apache/parquet/hadoop/api/WriteSupport;"
                + "Lorg/apache/parquet/schema/MessageType;")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORDS_WRITTEN, "this", "2")
        .method("write", "(Ljava/lang/Object;)V")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORD_WRITTEN, "this", "0")
        .method("close", "()V")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORDS_CLOSED, "this", "null");
    hooks
        .library("org/apache/parquet/hadoop/InternalParquetRecordReader")
        .method("initialize", "(Lorg/apache/parquet/hadoop/ParquetFileReader;L")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORDS_READ, "this", "0")
        .method("nextKeyValue", "()Z")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORD_READ, "this", "result")
        .method("close", "()V")
        .onReturn("exit", EXIT, "#" + FileOperations.RECORDS_CLOSED, "this", "null");
  }
}
