package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.boot.record.LiveRecorder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What Spoor's thread does: gets ready, visits the recorder, begins the run at the first data seen,
 * keeps its checkpoint, and ends it with the JVM. Made by {@link Entry}.
 */
public final class AgentRuntime implements Runnable {

  private static final long BUSY_PAUSE = 50;

  /** In its first moments a job may end at any time: what is known early need not be waited for. */
  private static final long EAGER_PAUSE = 5;

  /** While it does nothing; each look takes a core from the job for a moment. */
  private static final long EAGER_IDLE_PAUSE = 20;

  private static final long EAGER_TIME = 2000;
  private static final long IDLE_PAUSE = 1000;
  private static final long SWITCH_CHECK = 20000;

  private final LiveRecorder recorder;
  private final RunSetup setup;
  private final RunKeeper run;
  private final ThreadCpu cpu = new ThreadCpu();
  private Outlet outlet;
  private long busyNanos;
  private long lastCheckpoint;
  private long lastEvent;
  private long lastSwitchCheck;
  private boolean begun;
  private boolean checkpointed;

  /** Called on Spoor's thread. */
  public AgentRuntime(AgentContext context) {
    recorder = context.recorder();
    setup = new RunSetup(context);
    run = setup.run();
    recorder.setBudget(setup.exitBudget());
  }

  @Override
  public void run() {
    long pause = EAGER_PAUSE;
    long start = System.currentTimeMillis();
    setup.warm();
    Ahead ahead = new Ahead();
    while (true) {
      boolean ending = recorder.isEnding();
      long from = System.nanoTime();
      boolean any = run.drain(from + (ending ? lastDrain() : Long.MAX_VALUE / 2));
      long now = System.currentTimeMillis();
      if (!begun && !run.isEmpty()) {
        begin(now);
      }
      if (begun) {
        run.tellUnits(ending);
      }
      if (ending) {
        busyNanos += System.nanoTime() - from;
        end(now);
        return;
      }
      if (begun) {
        keep(now);
      }
      if (now - lastSwitchCheck > SWITCH_CHECK) {
        lastSwitchCheck = now;
        if (setup.isSwitchedOff()) {
          SpoorHooks.recorder = null;
          if (begun) {
            run.tellUnits(true);
          }
          end(now);
          return;
        }
      }
      busyNanos += System.nanoTime() - from;
      boolean isEager = now - start < EAGER_TIME;
      long busy = isEager ? EAGER_PAUSE : BUSY_PAUSE;
      long idle = Math.min(isEager ? EAGER_IDLE_PAUSE : IDLE_PAUSE, pause * 2);
      pause = any ? busy : idle;
      if (!recorder.isEnding() && !ahead.more()) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(pause));
      }
    }
  }

  private void begin(long now) {
    outlet = setup.open();
    begun = true;
    lastEvent = now;
    lastCheckpoint = now - setup.checkpointInterval() + RunSetup.FIRST_CHECKPOINT;
    run.alsoHolds(outlet);
    outlet.send(run.start(setup.startMillis()));
    run.takeDirty();
    outlet.recoverOrphans();
  }

  private void keep(long now) {
    if (now - lastEvent >= setup.runningInterval()) {
      lastEvent = now;
      outlet.send(run.running(now, cpuMillis()));
    }
    if (now - lastCheckpoint >= setup.checkpointInterval() && (run.takeDirty() || !checkpointed)) {
      checkpointed = true;
      lastCheckpoint = now;
      outlet.checkpoint(run.lost(now, cpuMillis()));
    }
  }

  private void end(long now) {
    if (begun) {
      outlet.end(run.end(now, cpuMillis()));
    }
    setup.close();
  }

  /** What of the budget may be spent on accesses; the rest is for telling of them. */
  private long lastDrain() {
    return TimeUnit.MILLISECONDS.toNanos(setup.exitBudget()) * 6 / 10;
  }

  private long cpuMillis() {
    return cpu.millis(TimeUnit.NANOSECONDS.toMillis(busyNanos));
  }
}
