package io.spoor.openlineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHeadTest {

  private final EventWriter writer = new EventWriter("0.1.0");

  @Test
  void readsWhatTheWriterWrites() {
    EventHead head = EventHead.read(writer.write(Events.full()));

    assertEquals(RunEvent.Type.COMPLETE, head.type());
    assertEquals(1769903999123L, head.millis());
    assertEquals(Events.RUN, head.runId());
    assertEquals("ns", head.jobNamespace());
    assertEquals("nightly", head.jobName());
  }

  @Test
  void oddNames() {
    String name = "a\"b\\c\n\u0001\u2028,{}[]:\"job\":{\"name\":\"x\"}";
    RunEvent event =
        new RunEvent(
            RunEvent.Type.FAIL,
            Instant.EPOCH,
            Events.RUN,
            List.of(),
            new Job("\t", name, List.of()),
            List.of(),
            List.of());
    EventHead head = EventHead.read(writer.write(event));

    assertEquals("\t", head.jobNamespace());
    assertEquals(name, head.jobName());
  }

  @Test
  void nothingThatIsCutIsAnEvent() {
    String line = writer.write(Events.full());
    for (int length = 0; length < line.length(); length++) {
      assertNull(EventHead.read(line.substring(0, length)), line.substring(0, length));
    }
    assertNull(EventHead.read(line + "}"));
    assertNull(EventHead.read(line.replace("\"COMPLETE\"", "\"DONE\"")));
    assertNull(EventHead.read(line.replace("\"eventTime\":\"2026", "\"eventTime\":\"x")));
    assertNull(EventHead.read("{}"));
    assertNull(EventHead.read("[]"));
  }
}
