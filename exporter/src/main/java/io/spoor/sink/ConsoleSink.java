package io.spoor.sink;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints each event as a line of JSON to the standard error stream, so that what the job prints
 * stays clean; to standard output with {@code sink.console.stream=stdout}. Goes past {@link
 * System#err} and {@link System#out}, which the job may have replaced.
 */
final class ConsoleSink implements Sink {

  private final OutputStream out;

  ConsoleSink(SinkContext context) throws IOException {
    this(stream(context));
  }

  ConsoleSink(OutputStream out) {
    this.out = out;
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public void send(SinkEvent event) throws IOException {
    // One write, so that lines of the job do not get into the middle.
    out.write((event.json() + '\n').getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Leaves the stream open: it is the job's. */
  @Override
  public void close() {}

  private static OutputStream stream(SinkContext context) throws IOException {
    String name = SinkSettings.text(context, "sink.console.stream");
    if (name == null || name.equals("stderr")) {
      return new FileOutputStream(FileDescriptor.err);
    }
    if (name.equals("stdout")) {
      return new FileOutputStream(FileDescriptor.out);
    }
    throw new IOException("sink.console.stream is stderr or stdout, not '" + name + "'.");
  }
}
