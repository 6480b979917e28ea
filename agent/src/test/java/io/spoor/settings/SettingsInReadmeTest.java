package io.spoor.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's table of settings is the one in code. */
class SettingsInReadmeTest {

  @Test
  void theReadmeHoldsTheTableOfSettings() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertTrue(
        readme.contains(SettingsTable.markdown()),
        "README.md does not hold this table:\n" + SettingsTable.markdown());
  }
}
