package io.spoor.sink;

import io.spoor.model.Dataset;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.EventHead;
import io.spoor.openlineage.EventWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events for tests of sinks. */
final class TestEvents {

  static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");
  static final long START = 1769903999123L;

  private TestEvents() {}

  static SinkEvent event(RunEvent.Type type, UUID run, String job) {
    String json =
        new EventWriter("1")
            .write(
                new RunEvent(
                    type,
                    Instant.ofEpochMilli(START + 1000),
                    run,
                    List.of(),
                    new Job("ns", job, List.of()),
                    List.<Dataset>of(),
                    List.<Dataset>of()));
    return new SinkEvent(run, type, "ns", job, json, START);
  }

  /** An event that the job's name tells from others. */
  static SinkEvent event(String job) {
    return event(RunEvent.Type.RUNNING, RUN, job);
  }

  static String job(String json) {
    return EventHead.read(json).jobName();
  }
}
