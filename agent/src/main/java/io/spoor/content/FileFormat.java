package io.spoor.content;

import java.util.Locale;

/** The format of a file, as OpenLineage's storage facet names it: by signature, else by name. */
public final class FileFormat {

  private static final String[][] ENDINGS = {
    {".csv", "csv"},
    {".tsv", "csv"},
    {".psv", "csv"},
    {".json", "json"},
    {".jsonl", "json"},
    {".ndjson", "json"},
    {".xml", "xml"},
    {".txt", "text"},
    {".parquet", "parquet"},
    {".avro", "avro"},
    {".orc", "orc"}
  };

  /** What stands behind the true ending: compression, and marks of files that are not finished. */
  private static final String[] WRAPPINGS = {
    ".gz",
    ".gzip",
    ".bz2",
    ".zst",
    ".zip",
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".inprogress",
    ".new",
    ".bak",
    "~"
  };

  /** Endings of models, which code of the job's own may have written or read. */
  private static final String[] MODELS = {
    ".model", ".onnx", ".pmml", ".mojo", ".safetensors", ".gguf", ".joblib", ".ckpt", ".h5"
  };

  private FileFormat() {}

  /** Whether a file is a model by its name, where no library tells it. */
  public static boolean isModel(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    for (String ending : MODELS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** By the first bytes; null when they are no known signature. */
  static String ofContent(byte[] data, int offset, int length) {
    if (starts(data, offset, length, "PAR1")) {
      return "parquet";
    }
    if (starts(data, offset, length, "Obj\u0001")) {
      return "avro";
    }
    return starts(data, offset, length, "ORC") ? "orc" : null;
  }

  /** Whether the bytes begin with those of the text, taken as Latin-1. */
  static boolean starts(byte[] data, int offset, int length, String signature) {
    if (length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if (data[offset + i] != (byte) signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** By name; null when its ending is not known. */
  public static String ofName(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    boolean unwrapped = true;
    while (unwrapped) {
      unwrapped = false;
      for (String wrapping : WRAPPINGS) {
        if (name.endsWith(wrapping)) {
          name = name.substring(0, name.length() - wrapping.length());
          unwrapped = true;
        }
      }
    }
    for (String[] ending : ENDINGS) {
      if (name.endsWith(ending[0])) {
        return ending[1];
      }
    }
    return null;
  }
}
