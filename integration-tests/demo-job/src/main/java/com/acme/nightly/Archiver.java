package com.acme.nightly;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Packs files. The archive appears under its name only when it is complete. */
final class Archiver {

  private Archiver() {}

  static void gzip(File source, File archive) throws IOException {
    File temporary = new File(archive.getPath() + ".tmp");
    InputStream in = new FileInputStream(source);
    try {
      OutputStream out = new GZIPOutputStream(new FileOutputStream(temporary));
      try {
        byte[] buffer = new byte[8192];
        int length;
        while ((length = in.read(buffer)) != -1) {
          out.write(buffer, 0, length);
        }
      } finally {
        out.close();
      }
    } finally {
      in.close();
    }
    if (archive.exists() && !archive.delete()) {
      throw new IOException("Cannot replace " + archive);
    }
    if (!temporary.renameTo(archive)) {
      throw new IOException("Cannot rename " + temporary + " to " + archive);
    }
  }
}
