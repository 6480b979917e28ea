package io.spoor.boot.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A recorder as the hooks use it, and what it handed over, as text. */
final class Recording implements AutoCloseable {

  final LiveRecorder recorder =
      new LiveRecorder(
          new Runnable() {
            @Override
            public void run() {
              // The test takes over what Spoor's thread would.
            }
          },
          "/jdk/",
          Thread.currentThread());

  Recording() {
    SpoorHooks.CLOCK.set(100);
    SpoorHooks.recorder = recorder;
  }

  /** What was handed over since the last call, oldest first. */
  List<SpoorState> take() {
    List<SpoorState> taken = new ArrayList<>();
    for (SpoorState s = recorder.take(); s != null; ) {
      SpoorState next = s.next;
      s.next = null;
      s.queued = 0;
      taken.add(s);
      s = next;
    }
    return taken;
  }

  /** The same as text: files and operations. */
  List<String> files() {
    List<String> lines = new ArrayList<>();
    for (SpoorState s : take()) {
      if (s.kind == SpoorState.FILE) {
        lines.add(file(s));
      } else if (s instanceof FileOperation) {
        lines.add(
            "operation " + s.mode + " " + end(s.about) + " -> " + end(s.detail) + " " + s.out);
      }
    }
    return lines;
  }

  private static Object end(Object end) {
    return end instanceof SpoorState ? ((SpoorState) end).about : end;
  }

  private static String file(SpoorState s) {
    return (s.about + " mode " + s.mode)
        + (" reads " + s.reads + "/" + s.in + " writes " + s.writes + "/" + s.out)
        + (" ticks " + s.firstRead + "-" + s.lastWrite)
        + (s.closed ? " closed" : "");
  }

  /** The same as text: uses of SQL, other states left out. */
  List<String> sql() {
    List<String> lines = new ArrayList<>();
    for (SpoorState s : take()) {
      if (s instanceof SqlUse) {
        lines.add(use((SqlUse) s));
      }
    }
    return lines;
  }

  static String use(SqlUse s) {
    return (s.about + " runs " + s.writes)
        + (" rows " + s.in + " changed " + s.out)
        + (s.batched == 0 ? "" : " batched " + s.batched)
        + (s.failures == 0 ? "" : " failures " + s.failures + " " + s.failureClass)
        + (s.sqlState == null ? "" : " " + s.sqlState + "/" + s.vendorCode);
  }

  /** A job's object that carries its state. */
  static class Carrier implements SpoorCarrier {
    private SpoorState state;

    @Override
    public SpoorState spoor$state() {
      return state;
    }

    @Override
    public void spoor$state(SpoorState value) {
      state = value;
    }
  }

  /** Rows that carry their state; H2's class for made-up results does the rest. */
  static final class CarrierRows extends org.h2.tools.SimpleResultSet implements SpoorCarrier {
    private SpoorState state;

    @Override
    public SpoorState spoor$state() {
      return state;
    }

    @Override
    public void spoor$state(SpoorState value) {
      state = value;
    }
  }

  @Override
  public void close() {
    SpoorHooks.recorder = null;
  }

  /** What the examiner is given. */
  List<String> examined() {
    List<String> pieces = new ArrayList<>();
    if (recorder.content() != null) {
      recorder
          .content()
          .drain(
              (state, written, position, data, offset, length) ->
                  pieces.add(
                      (written ? "> " : "< ")
                          + state.about
                          + " "
                          + new String(data, offset, length, StandardCharsets.US_ASCII)));
    }
    return pieces;
  }

  static Set<OpenOption> options(String names) {
    Set<OpenOption> options = new HashSet<>();
    options.add(StandardOpenOption.WRITE);
    for (String name : names.split(" ")) {
      options.add(StandardOpenOption.valueOf(name));
    }
    return options;
  }
}
