package io.spoor.agent;

import io.spoor.model.RunEvent;

/** Where the run's events and checkpoints go. Spoor's thread only; nothing here throws. */
interface Outlet {

  /** Sends an event that is not the last. */
  void send(RunEvent event);

  /** Keeps what is to be said if this JVM is never heard of again. */
  void checkpoint(RunEvent event);

  /** Bytes of the events in memory that wait for a sink. */
  long heapBytes();

  /** Ends the runs of JVMs that died without ending theirs. */
  void recoverOrphans();

  /** Sends the last event, and waits for sinks as long as the budget allows. */
  void end(RunEvent event);
}
