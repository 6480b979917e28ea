package io.spoor.sink;

import io.spoor.files.Reason;
import io.spoor.log.Log;
import io.spoor.openlineage.EventHead;
import io.spoor.store.Spool;
import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The one thread that sends to one sink, in order: first what earlier JVMs left in the spool, then
 * the events of this one. Started by the first event.
 */
final class Sender implements Runnable {

  private static final long MOST_BYTES = 4L << 20;
  private static final long LONGEST_BACKOFF = 60000;

  /** So often an old event may be answered with an error before its run waits for the next JVM. */
  private static final int PATIENCE = 3;

  private final NamedSink target;
  private final Spool spool;
  private final Log log;
  private final ThreadGroup group;
  private final long firstBackoff;

  // Guarded by this.
  private final ArrayDeque<Parcel> queue = new ArrayDeque<Parcel>();
  private long memory;
  private int keptInSpool;
  private int onlyInMemory;
  private int lost;
  private boolean started;
  private boolean finishing;
  private boolean ended;
  private String answer;

  /**
   * @param spool null when there is no home: events are then only in memory
   * @param group of the thread to start
   * @param firstBackoff milliseconds before the second attempt; doubled from there
   */
  Sender(NamedSink target, Spool spool, Log log, ThreadGroup group, long firstBackoff) {
    this.target = target;
    this.spool = spool;
    this.log = log;
    this.group = group;
    this.firstBackoff = firstBackoff;
  }

  /** Takes an event over; true when it is on disk. */
  boolean accept(SinkEvent event) {
    File file = null;
    if (spool != null) {
      try {
        file = spool.put(event.runId(), event.json());
      } catch (IOException e) {
        log.warn(
            "Events for the sink "
                + target.name()
                + " cannot be kept in "
                + spool.folder()
                + " until they are sent: "
                + Reason.of(e)
                + "; they are only in memory.");
      }
    }
    synchronized (this) {
      int size = event.json().length();
      boolean room = memory + size <= MOST_BYTES;
      if (file == null && !room) {
        lost++;
        log.warn("The sink " + target.name() + " is too slow and nothing more can be kept for it.");
        return false;
      }
      queue.add(new Parcel(room ? event : null, file, event.runId(), event.start()));
      memory += room ? size : 0;
      if (file != null) {
        keptInSpool++;
      } else {
        onlyInMemory++;
      }
      start();
      notifyAll();
    }
    return file != null;
  }

  private void start() {
    if (started) {
      return;
    }
    started = true;
    try {
      Thread thread = new Thread(group, this, "spoor-sink-" + target.name());
      thread.setDaemon(true);
      thread.setContextClassLoader(target.sink().getClass().getClassLoader());
      thread.start();
    } catch (Throwable e) {
      ended = true;
      answer = "no thread could be started";
    }
  }

  /** Bytes of the events in memory that wait to be sent. */
  synchronized long heapBytes() {
    return memory;
  }

  /** Lets the thread end when the queue is empty or the sink fails. */
  synchronized void finish() {
    finishing = true;
    notifyAll();
  }

  /** Waits for the thread's end, until a {@link System#nanoTime()}. */
  synchronized void await(long deadline) throws InterruptedException {
    while (started && !ended) {
      long millis = (deadline - System.nanoTime()) / 1000000;
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }

  /** Says what was not sent; true when that is on disk. */
  synchronized boolean report() {
    int gone = lost + onlyInMemory;
    if (keptInSpool > 0) {
      log.warn(
          "The sink "
              + target.name()
              + " did not take "
              + (keptInSpool == 1 ? "1 event" : keptInSpool + " events")
              + " ("
              + (answer == null ? "it did not answer in time" : answer)
              + "); what is left is in "
              + spool.folder()
              + ", and the next JVM that uses the sink sends it.");
    }
    if (gone > 0) {
      log.warn(
          "The sink "
              + target.name()
              + " did not take "
              + (gone == 1 ? "1 event" : gone + " events")
              + " ("
              + (answer == null ? "it did not answer in time" : answer)
              + "), and there was no place to keep what it did not take.");
    }
    return gone == 0;
  }

  @Override
  public void run() {
    try {
      sendAdopted();
      for (Parcel next = next(); next != null; next = next()) {
        if (!deliver(next, false)) {
          return;
        }
        done(next);
      }
    } catch (Throwable e) {
      failed("it failed with " + e.getClass().getName());
      log.error("The sink " + target.name() + " is not used any more.", e);
    } finally {
      end();
    }
  }

  private void end() {
    try {
      target.sink().close();
    } catch (Throwable e) {
      log.error("The sink " + target.name() + " failed at its end.", e);
    }
    if (spool != null) {
      spool.close();
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  private void sendAdopted() {
    if (spool == null) {
      return;
    }
    List<File> files = spool.adopt();
    synchronized (this) {
      keptInSpool += files.size();
    }
    List<UUID> setAside = new ArrayList<UUID>();
    for (int i = 0; i < files.size(); i++) {
      Parcel parcel = adopted(files.get(i));
      if (parcel == null || setAside.contains(parcel.runId)) {
        continue;
      }
      if (deliver(parcel, true)) {
        done(parcel);
      } else if (isFinishing()) {
        return;
      } else {
        setAside.add(parcel.runId);
      }
    }
  }

  /** An event of an earlier JVM; null, and gone, when nothing can be read in its file. */
  private Parcel adopted(File file) {
    String line = null;
    try {
      line = spool.read(file);
    } catch (IOException e) {
      log.warn("The undelivered event " + file + " cannot be read: " + Reason.of(e) + ".");
    }
    EventHead head = line == null ? null : EventHead.read(line);
    if (head == null) {
      spool.remove(file);
      synchronized (this) {
        keptInSpool--;
      }
      return null;
    }
    return new Parcel(event(head, line, head.millis()), file, head.runId(), head.millis());
  }

  private static SinkEvent event(EventHead head, String line, long start) {
    return new SinkEvent(
        head.runId(), head.type(), head.jobNamespace(), head.jobName(), line, start);
  }

  /** The next of this JVM's own events; null at the end. It stays in the queue until done. */
  private synchronized Parcel next() throws InterruptedException {
    while (queue.isEmpty()) {
      if (finishing) {
        return null;
      }
      wait();
    }
    return queue.peek();
  }

  private void done(Parcel parcel) {
    if (parcel.file != null) {
      spool.remove(parcel.file);
    }
    synchronized (this) {
      if (queue.peek() == parcel) {
        queue.remove();
        memory -= parcel.event == null ? 0 : parcel.event.json().length();
      }
      if (parcel.file != null) {
        keptInSpool--;
      } else {
        onlyInMemory--;
      }
    }
  }

  /** Sends until the sink takes or refuses the event; false when it has to wait for another JVM. */
  private boolean deliver(Parcel parcel, boolean adopted) {
    SinkEvent event = parcel.event;
    if (event == null) {
      try {
        String line = spool.read(parcel.file);
        EventHead head = EventHead.read(line);
        if (head == null) {
          return true; // somebody else wrote into the file
        }
        event = event(head, line, parcel.start);
      } catch (IOException e) {
        return true; // dropped at the spool's limit, which was told
      }
    }
    long backoff = firstBackoff;
    for (int attempt = 1; ; attempt++) {
      boolean answered = false;
      try {
        target.sink().send(event);
        return true;
      } catch (RefusedException e) {
        refused(parcel, e);
        return true;
      } catch (ErrorAnswer e) {
        answered = true;
        failed(e.getMessage());
      } catch (IOException e) {
        failed(Reason.of(e));
      } catch (Exception e) {
        failed("it failed with " + e.getClass().getName());
        log.error("The sink " + target.name() + " failed; the event is sent again.", e);
      }
      if (adopted && answered && attempt >= PATIENCE || pause(backoff)) {
        return false;
      }
      backoff = Math.min(backoff * 2, LONGEST_BACKOFF);
    }
  }

  private void refused(Parcel parcel, RefusedException e) {
    String kept = "the event is lost";
    if (parcel.file != null) {
      spool.refuse(parcel.file);
      kept = "the event is kept in " + new File(spool.folder(), "refused");
    }
    log.warn(
        "The sink " + target.name() + " refused an event: " + e.getMessage() + "; " + kept + ".");
  }

  private void failed(String how) {
    synchronized (this) {
      answer = how;
    }
    log.warn("The sink " + target.name() + " takes no events at present: " + how + ".");
  }

  /** Waits before the next attempt; true when there shall be none. */
  private synchronized boolean pause(long millis) {
    long deadline = System.nanoTime() + millis * 1000000;
    while (!finishing) {
      long rest = (deadline - System.nanoTime()) / 1000000;
      if (rest <= 0) {
        return false;
      }
      try {
        wait(rest);
      } catch (InterruptedException e) {
        return true;
      }
    }
    return true;
  }

  private synchronized boolean isFinishing() {
    return finishing;
  }

  /** An event on its way: in memory, in a file of the spool, or both. */
  private static final class Parcel {

    private final SinkEvent event;
    private final File file;
    private final UUID runId;
    private final long start;

    Parcel(SinkEvent event, File file, UUID runId, long start) {
      this.event = event;
      this.file = file;
      this.runId = runId;
      this.start = start;
    }
  }
}
