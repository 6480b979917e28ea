package io.spoor.instrumentation.parquet;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/** Methods of parquet-hadoop 1.10 to 1.15. */
public final class Parquet implements Description {

  private static final String EXIT = "(ILjava/lang/Object;Ljava/lang/Object;)V";

  @Override
  public void describe(Hooks hooks) {
    hooks
        .library("org/apache/parquet/hadoop/ParquetFileWriter")
        .method(
            "<init>", "(Lorg/apache/parquet/io/OutputFile;Lorg/apache/parquet/schema/MessageType;")
        .onReturn("exit", EXIT, "#" + FileOperations.WRITTEN_SCHEMA, "0", "1");
    hooks
        .library("org/apache/parquet/hadoop/ParquetFileReader")
        .method(
            "readFooter",
            "(Lorg/apache/parquet/io/InputFile;Lorg/apache/parquet/ParquetReadOptions;L")
        .handledBy(FileOperations.FOOTER);
    // Made while the footer is read.
    hooks
        .library("org/apache/parquet/hadoop/metadata/FileMetaData")
        .method("<init>", "(Lorg/apache/parquet/schema/MessageType;")
        .onReturn("exit", EXIT, "#" + FileOperations.READ_SCHEMA, "null", "0");
  }
}
