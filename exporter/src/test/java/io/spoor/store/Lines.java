package io.spoor.store;

import io.spoor.model.Dataset;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.EventWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event lines for tests. */
final class Lines {

  private Lines() {}

  static String line(RunEvent.Type type, UUID run, String job) {
    return new EventWriter("1")
        .write(
            new RunEvent(
                type,
                Instant.ofEpochMilli(1769903999123L),
                run,
                List.of(),
                new Job("ns", job, List.of()),
                List.<Dataset>of(),
                List.<Dataset>of()));
  }
}
