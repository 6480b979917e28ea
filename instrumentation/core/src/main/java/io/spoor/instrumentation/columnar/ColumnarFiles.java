package io.spoor.instrumentation.columnar;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * Methods of parquet-hadoop 1.10 to 1.15 and orc-core 1.5 to 2.0: those that open a file, and
 * beneath them those that make its schema.
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
        .handledBy(FileOperations.SCHEMA_READER);
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
}
