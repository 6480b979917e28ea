package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class SmokeTest {
  @Test
  void bridge() {
    assertNull(new SpoorState(1, null).about);
    assertNull(SpoorState.class.getClassLoader());
    assertNull(SpoorHooks.recorder);
  }
}
