package io.spoor.sink;

import io.spoor.files.PrivateFiles;
import io.spoor.files.Reason;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Appends each event as a line to the file that {@code sink.append.file} names, as OpenLineage's
 * file transport does. Unlike the local store it has no limits.
 */
final class AppendSink implements Sink {

  private final File file;

  AppendSink(SinkContext context) throws IOException {
    String name = SinkSettings.text(context, "sink.append.file");
    if (name == null) {
      throw new IOException("sink.append.file is not set; it names the file to append to.");
    }
    this.file = new File(name).getAbsoluteFile();
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public void send(SinkEvent event) throws IOException {
    try {
      PrivateFiles.createFile(file);
      FileOutputStream out = new FileOutputStream(file, true);
      try {
        // One write, so that lines of several JVMs do not mix.
        out.write((event.json() + '\n').getBytes(StandardCharsets.UTF_8));
      } finally {
        out.close();
      }
    } catch (IOException e) {
      throw new IOException("an event cannot be appended to " + file + ": " + Reason.of(e) + ".");
    }
  }

  @Override
  public void close() {}
}
