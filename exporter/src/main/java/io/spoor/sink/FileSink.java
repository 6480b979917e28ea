package io.spoor.sink;

import io.spoor.files.Reason;
import io.spoor.files.Refuge;
import io.spoor.log.Log;
import io.spoor.store.EventStore;
import io.spoor.store.Home;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * The local store: {@code home/events}, a file a run. When the disk is full or the folder cannot be
 * written to, events wait in memory and are tried again with each next one and at the end; what
 * cannot be written even then goes to the folder for temporary files.
 */
final class FileSink implements Sink {

  private static final long MOST_BYTES = 8L << 20;
  private static final long MB = 1L << 20;

  private final Home home;
  private final Home refuge;
  private final EventStore store;
  private final Log log;
  private final long maxBytes;
  private final long maxDays;
  private final ArrayDeque<SinkEvent> waiting = new ArrayDeque<SinkEvent>();
  private long waitingBytes;

  /**
   * @param context has a home
   * @throws IOException when it has none
   */
  FileSink(SinkContext context) throws IOException {
    this(context, new Home(Refuge.folder()));
  }

  FileSink(SinkContext context, Home refuge) throws IOException {
    if (context.home() == null) {
      throw new IOException(
          "there is no folder to write to; set home to a folder that this user can write to.");
    }
    this.home = new Home(context.home());
    this.refuge = refuge;
    this.log = context.log();
    this.store = new EventStore(home, log);
    this.maxBytes = SinkSettings.number(context, "store.max.mb", 1, 256) * MB;
    this.maxDays = SinkSettings.number(context, "store.max.days", 1, 90);
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public void send(SinkEvent event) throws IOException {
    keep(event);
    try {
      flush(store);
    } catch (IOException e) {
      throw new IOException(
          "events cannot be written to "
              + home.events()
              + " ("
              + Reason.of(e)
              + "); they wait in memory and are tried again with the next one.");
    }
    store.prune(maxBytes, maxDays);
  }

  @Override
  public void close() throws IOException {
    try {
      flush(store);
    } catch (IOException e) {
      saveElsewhere(Reason.of(e));
    }
  }

  private void saveElsewhere(String reason) throws IOException {
    int count = waiting.size();
    try {
      Refuge.open(refuge.root());
      flush(new EventStore(refuge, log));
    } catch (IOException e) {
      throw new IOException(
          (count == 1 ? "1 event is lost" : count + " events are lost")
              + ": neither "
              + home.events()
              + " ("
              + reason
              + ") nor "
              + refuge.events()
              + " ("
              + Reason.of(e)
              + ") can be written to.");
    }
    log.warn(
        (count == 1 ? "The last event" : "The last " + count + " events")
            + (count == 1 ? " of the run is in " : " of the run are in ")
            + refuge.events()
            + ", because "
            + home.events()
            + " cannot be written to ("
            + reason
            + "); show finds them with home="
            + refuge.root()
            + ".");
  }

  private void keep(SinkEvent event) {
    waiting.add(event);
    waitingBytes += event.json().length();
    while (waitingBytes > MOST_BYTES && waiting.size() > 1) {
      // The end of a run tells all that its earlier events tell.
      waitingBytes -= waiting.remove().json().length();
      log.warn("Events that cannot be written are too many to be kept; the oldest are dropped.");
    }
  }

  private void flush(EventStore to) throws IOException {
    while (!waiting.isEmpty()) {
      SinkEvent next = waiting.peek();
      to.file(next.keptWith(), next.start()).append(next.json());
      waitingBytes -= waiting.remove().json().length();
    }
  }
}
