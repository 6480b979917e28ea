package io.spoor.boot.record;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;

/**
 * What the JDK calls by the clock, again and again: tasks of {@code ScheduledThreadPoolExecutor}
 * and of {@code Timer}. Each fire is a unit of work, named by the task's class. What libraries
 * schedule for themselves is none, nor is what runs once: that belongs to who handed it out. The
 * job's threads only.
 */
final class ClockCalls {

  private static final UnitRule RULE = UnitRule.schedule("1.getClass()");

  /**
   * Their tasks are housekeeping, or frameworks tell of the methods behind them by themselves. A
   * task of the JDK's own hides what it is about.
   */
  private static final String[] LIBRARIES = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "org.springframework.",
    "org.apache.",
    "org.quartz.",
    "org.hibernate.",
    "com.zaxxer.",
    "com.mchange.",
    "com.mysql.",
    "org.mariadb.",
    "org.postgresql.",
    "org.h2.",
    "org.hsqldb.",
    "io.netty.",
    "reactor.",
    "io.micrometer.",
    "io.opentelemetry.",
  };

  /** What an executor runs by the clock; the referent is its own object for it. */
  private static final class Schedule extends SpoorState {
    final String name;

    Schedule(Object future, String name) {
      super(TASK, future);
      this.name = name;
    }
  }

  private final Handover recorder;
  private final UnitCalls units;

  /** Of a timer's thread: the task that is due next. */
  private final ThreadLocal<Object> due = new ThreadLocal<Object>();

  private volatile boolean isMet;

  ClockCalls(Handover recorder, UnitCalls units) {
    this.recorder = recorder;
    this.units = units;
  }

  /**
   * An executor is about to take a task; a unit that gives it keeps it.
   *
   * @param future the executor's own object for it
   */
  void given(Object task, Object future) {
    boolean isPeriodic =
        future instanceof RunnableScheduledFuture
            && ((RunnableScheduledFuture<?>) future).isPeriodic();
    String name = isPeriodic && recorder.table.find(future) == null ? name(task) : null;
    if (name != null) {
      recorder.table.put(new Schedule(future, name));
    }
  }

  /** Null for what is no unit. */
  private String name(Object task) {
    String type = task == null ? "" : task.getClass().getName();
    boolean isOfLibrary = task == null;
    for (String prefix : LIBRARIES) {
      isOfLibrary |= type.startsWith(prefix);
    }
    if (isOfLibrary) {
      return null;
    }
    if (!isMet) {
      isMet = true;
      recorder.unitsMet();
    }
    return RULE.name(null, new Object[] {task});
  }

  /** An executor's object runs. */
  void fires(Object future) {
    SpoorState known = recorder.table.find(future);
    if (known instanceof Schedule) {
      units.fires(RULE, ((Schedule) known).name, future);
    }
  }

  /** It has run; when its task has thrown something, it does not do so again. */
  void fired(Object future) {
    if (recorder.table.find(future) instanceof Schedule) {
      units.returned(RULE, failure((Future<?>) future));
    }
  }

  private static Throwable failure(Future<?> future) {
    if (!future.isDone() || future.isCancelled()) {
      return null;
    }
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  // Timers

  /** A timer's queue was asked which task is due next, by the timer or by who gives it one. */
  void next(Object task) {
    if (Thread.currentThread().getClass().getName().equals("java.util.TimerThread")) {
      due.set(task);
    }
  }

  /** The task that is due runs, and will again: its timer has noted when. */
  void timerFires() {
    Object task = due.get();
    String name = name(task);
    if (name != null) {
      units.fires(RULE, name, task);
    }
  }

  /** A timer's task has run: it looks for the next. */
  void timerRests() {
    units.returned(RULE, null);
  }

  /** A timer's thread dies of what its task has thrown. */
  void timerDies(Throwable thrown) {
    units.returned(RULE, thrown);
  }
}
