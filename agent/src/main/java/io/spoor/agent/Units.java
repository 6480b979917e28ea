package io.spoor.agent;

import io.spoor.boot.record.LiveRecorder;
import io.spoor.boot.record.UnitOfWork;
import io.spoor.flow.RowFlows;
import io.spoor.model.RunEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of work that are under way, each with its books, and the end of each: its rows are
 * compared, its run is told, and its memory is given back. Spoor's thread only.
 */
final class Units {

  /** Makes the books of a unit. */
  interface Maker {
    UnitBooks make(UnitOfWork unit, UnitBooks parent);
  }

  /** Units under way at a time; of more the oldest end before their time. */
  private static final int MOST = 1000;

  /** What a unit handed out to others may still begin so long after its end, in milliseconds. */
  private static final long LINGERING = 10000;

  /** A transaction that a unit wrote in may be committed so long after its end. */
  private static final long UNCOMMITTED = 60000;

  /** Nanoseconds that comparing the rows of one may take. */
  private static final long COMPARING = 700000000L;

  private final LiveRecorder recorder;
  private final UnitBooks main;
  private final Maker maker;
  private final boolean withText;
  private final long windowMillis;

  /** Each behind the one that it is beneath. */
  private final List<UnitBooks> live = new ArrayList<UnitBooks>();

  /**
   * @param withText whether the text of exceptions is told
   * @param windowMillis how long all calls of a service are one run
   */
  Units(LiveRecorder recorder, UnitBooks main, Maker maker, boolean withText, long windowMillis) {
    this.recorder = recorder;
    this.main = main;
    this.maker = maker;
    this.withText = withText;
    this.windowMillis = windowMillis;
  }

  /** The books that data of a unit belongs in. */
  UnitBooks of(Object unit) {
    UnitOfWork open = UnitOfWork.open((UnitOfWork) unit);
    if (open == null) {
      return main;
    }
    UnitBooks books = (UnitBooks) open.books;
    if (books == null) {
      books = maker.make(open, of(open.parent));
      books.parent.below++;
      open.books = books;
      live.add(books);
    }
    return books;
  }

  /** All books, those of the JVM's run first. */
  List<UnitBooks> all() {
    List<UnitBooks> all = new ArrayList<UnitBooks>(live.size() + 1);
    all.add(main);
    all.addAll(live);
    return all;
  }

  /** Whether none of them has anything to tell of. */
  boolean isEmpty() {
    for (UnitBooks books : live) {
      if (!books.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What was handed over so far is about to be taken: with it goes all of what is over by now. */
  void look() {
    long now = System.currentTimeMillis();
    for (UnitBooks books : live) {
      if (books.unit.isService() && now - books.unit.startMillis >= windowMillis) {
        books.unit.close(now);
      }
      books.over = isOver(books, now);
    }
  }

  /**
   * Tells of units that began or ended since.
   *
   * @param last whether the JVM ends, and so do all of them
   */
  void tell(Outlet outlet, boolean last) {
    long now = System.currentTimeMillis();
    for (UnitBooks books : live) {
      if (!books.isEmpty() && !books.unit.isPart) {
        begin(books, outlet);
      }
    }
    int tooMany = live.size() - MOST;
    for (int i = live.size() - 1; i >= 0; i--) {
      UnitBooks books = live.get(i);
      if (last || books.below == 0 && books.over) {
        live.remove(i);
        end(books, outlet, now);
      }
    }
    for (; tooMany > 0 && live.size() > MOST; tooMany--) {
      endOldest(outlet, now);
    }
  }

  private void endOldest(Outlet outlet, long now) {
    for (int i = 0; i < live.size(); i++) {
      if (live.get(i).below == 0) {
        end(live.remove(i), outlet, now);
        return;
      }
    }
  }

  private static boolean isOver(UnitBooks books, long now) {
    UnitOfWork unit = books.unit;
    long since = now - unit.endMillis;
    return unit.endMillis > 0
        && (!unit.isAwaiting() || since > LINGERING)
        && unit.isIdle()
        && (!books.sql.hasOpen() || since > UNCOMMITTED);
  }

  private static void begin(UnitBooks books, Outlet outlet) {
    if (books.unit != null && !books.begun) {
      books.begun = true;
      begin(books.parent, outlet);
      outlet.send(books.event(RunEvent.Type.START, books.unit.startMillis, null));
    }
  }

  private void end(UnitBooks books, Outlet outlet, long now) {
    UnitOfWork unit = books.unit;
    unit.closed = true;
    books.parent.below--;
    books.finish();
    if (unit.isPart && books.parent.unit != null) {
      books.parent.absorb(books, books.compareRows(System.nanoTime() + COMPARING));
    } else if (books.begun || unit.failed || !books.isEmpty()) {
      begin(books, outlet);
      RowFlows rows = books.compareRows(System.nanoTime() + COMPARING);
      RunReport.Circumstances end = books.circumstances(-1, -1);
      boolean isCut = unit.endMillis == 0;
      if (unit.failed) {
        Throwable failure = unit.failure;
        end.failure = failure == null ? "The unit failed" : Failure.message(failure, withText);
        end.stackTrace = failure == null ? null : Failure.stackTrace(failure, withText);
      } else if (isCut && !unit.isService() && recorder.exitStatus() != 0) {
        end.failure = "The JVM ended before the unit did";
      }
      RunEvent.Type type = end.failure == null ? RunEvent.Type.COMPLETE : RunEvent.Type.FAIL;
      outlet.send(books.end(type, isCut ? now : unit.endMillis, end, rows));
    }
    books.release();
    recorder.releaseRows(unit);
    unit.books = null;
    unit.failure = null;
  }
}
