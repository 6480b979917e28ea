package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How looking at calls of the application limits what it costs. */
class TagLimitTest {

  /** Calls of hooks on one thread that are weighed at once. */
  private static final int WEIGHED = 32000;

  private final Recording recording = new Recording();
  private final LiveRecorder recorder = recording.recorder;
  private final Object value = "value";

  TagLimitTest() {
    recorder.lookAtCalls();
    SpoorHooks.looking = true;
  }

  @AfterEach
  void detach() {
    SpoorHooks.looking = false;
    recording.close();
  }

  private void calls(int count) {
    for (int i = 0; i < count; i++) {
      SpoorHooks.using(value, 1);
    }
  }

  private void isStopped(boolean is) {
    assertEquals(is, recorder.isLookingStopped());
    assertEquals(!is, SpoorHooks.looking);
  }

  @Test
  void aLoopOfCallsEndsIt() {
    calls(30 * WEIGHED);
    isStopped(false);
    calls(200 * WEIGHED);
    isStopped(true);
  }

  @Test
  void withoutLimitNothingEndsIt() {
    recorder.limitLooking(100);
    calls(500 * WEIGHED);
    isStopped(false);
  }

  /** Less than two per cent of the time: a weighed lot takes eight milliseconds and more. */
  @Test
  void callsWithPausesDoNot() throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      calls(WEIGHED / 4);
      Thread.sleep(2, 200000);
    }
    isStopped(false);
  }

  @Test
  void manyShortThreadsAreNotWeighed() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      Thread thread = new Thread(() -> calls(WEIGHED / 2));
      thread.start();
      thread.join();
    }
    isStopped(false);
  }
}
