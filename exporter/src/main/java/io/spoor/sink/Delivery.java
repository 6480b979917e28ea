package io.spoor.sink;

import io.spoor.log.Log;
import io.spoor.store.Home;
import io.spoor.store.Spool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands events to all sinks. Local sinks are called directly; every other has a thread of its own
 * and a spool, in which an event lies before it is sent and until it has arrived. A sink that
 * fails, stalls or refuses stops neither the others nor the caller. Called on Spoor's threads only;
 * make it on one, because the threads it starts join the maker's group.
 */
public final class Delivery {

  private static final long MB = 1L << 20;
  private static final long FIRST_BACKOFF = 1000;

  private final List<NamedSink> local = new ArrayList<NamedSink>();
  private final List<Sender> senders = new ArrayList<Sender>();
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Log log;
  private volatile boolean closed;

  /**
   * @param sinks where events go
   * @param context tells of the home, in which the spools are, and of their limits
   */
  public Delivery(List<NamedSink> sinks, SinkContext context) {
    this(sinks, context, FIRST_BACKOFF);
  }

  Delivery(List<NamedSink> sinks, SinkContext context, long firstBackoff) {
    this.log = context.log();
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    for (int i = 0; i < sinks.size(); i++) {
      NamedSink sink = sinks.get(i);
      if (sink.sink().local()) {
        local.add(sink);
      } else {
        senders.add(new Sender(sink, spool(sink, context), log, group, firstBackoff));
      }
    }
  }

  /**
   * Hands an event to every sink. Does not wait for those that are not local.
   *
   * @return whether the event is safe, whatever becomes of this JVM: written or spooled for each
   */
  public boolean accept(SinkEvent event) {
    turn.lock();
    try {
      if (closed) {
        return false;
      }
      boolean safe = true;
      // Spooled before anything is written: a local sink may hang.
      for (int i = 0; i < senders.size(); i++) {
        safe &= senders.get(i).accept(event);
      }
      for (int i = 0; i < local.size(); i++) {
        safe &= send(local.get(i), event);
      }
      return safe;
    } finally {
      turn.unlock();
    }
  }

  /**
   * Lets the sinks finish, and ends them. What is not sent in time stays in the spool, or in memory
   * and is lost where there is none; one sentence in the log says so.
   *
   * @param budgetMillis how long to wait at most, for all sinks together
   * @return whether every event was delivered or is kept on disk
   */
  public boolean close(long budgetMillis) {
    long deadline = System.nanoTime() + budgetMillis * 1000000;
    boolean mine = false;
    boolean safe = true;
    try {
      mine = turn.tryLock(budgetMillis, TimeUnit.MILLISECONDS);
      if (mine && closed) {
        return true;
      }
      closed = true;
      for (int i = 0; i < senders.size(); i++) {
        senders.get(i).finish();
      }
      if (mine) {
        for (int i = 0; i < local.size(); i++) {
          safe &= close(local.get(i));
        }
      } else {
        log.warn("A sink on this machine hangs; its last events are lost.");
        safe = false;
      }
      for (int i = 0; i < senders.size(); i++) {
        senders.get(i).await(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
    for (int i = 0; i < senders.size(); i++) {
      safe &= senders.get(i).report();
    }
    return safe;
  }

  /** Bytes of the events in memory that wait to be sent. */
  public long heapBytes() {
    long bytes = 0;
    for (int i = 0; i < senders.size(); i++) {
      bytes += senders.get(i).heapBytes();
    }
    return bytes;
  }

  private boolean send(NamedSink sink, SinkEvent event) {
    try {
      sink.sink().send(event);
      return true;
    } catch (IOException e) {
      log.warn("Sink " + sink.name() + ": " + e.getMessage());
    } catch (Throwable e) {
      log.error("Sink " + sink.name() + " failed and lost an event.", e);
    }
    return false;
  }

  private boolean close(NamedSink sink) {
    try {
      sink.sink().close();
      return true;
    } catch (IOException e) {
      log.warn("Sink " + sink.name() + ": " + e.getMessage());
    } catch (Throwable e) {
      log.error("Sink " + sink.name() + " failed at its end.", e);
    }
    return false;
  }

  private static Spool spool(NamedSink sink, SinkContext context) {
    if (context.home() == null) {
      return null;
    }
    long bytes = SinkSettings.number(context, "spool.max.mb", 1, 64) * MB;
    long days = SinkSettings.number(context, "spool.max.days", 1, 30);
    return new Spool(new Home(context.home()).spool(sink.name()), bytes, days, context.log());
  }
}
