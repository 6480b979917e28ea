package io.spoor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.boot.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir Path home;

  private Settings load(String arguments, String... properties) throws IOException {
    Files.writeString(home.resolve("spoor.properties"), String.join("\n", properties));
    return Settings.load(Options.parse(arguments), home.toFile());
  }

  @Test
  void argumentThenSystemPropertyThenFileThenDefault() throws IOException {
    Settings settings = load("sink=console", "sink=http", "flows=off", "exit.budget=7");
    System.setProperty("spoor.flows", "yes");
    try {
      assertEquals("console", settings.text(Setting.SINK));
      assertTrue(settings.isOn(Setting.FLOWS));
      assertEquals(7, settings.number(Setting.EXIT_BUDGET));
      assertEquals(5000, settings.number(Setting.CHECKPOINT_INTERVAL));
      assertNull(settings.text(Setting.INCLUDE));
      assertEquals("off", settings.fromFile("flows"));
      assertNull(settings.raw("summary"));
      assertEquals(List.of(), settings.complaints());
    } finally {
      System.clearProperty("spoor.flows");
    }
  }

  @ParameterizedTest
  @CsvSource({"true,true", "ON,true", "yes,true", "false,false", "1,false", "'',false"})
  void switches(String value, boolean on) throws IOException {
    assertEquals(on, load("error.messages=" + value).isOn(Setting.ERROR_MESSAGES));
  }

  @Test
  void unknownKeysAreToldWithTheNearest() throws IOException {
    System.setProperty("spoor.job.nmae", "x");
    try {
      assertEquals(
          List.of(
              "The setting enabeld (agent argument) does not exist and is ignored;"
                  + " did you mean enabled?",
              "The setting zzzzzzzz (agent argument) does not exist and is ignored.",
              "The setting job.nmae (system property spoor.job.nmae) does not exist and is ignored;"
                  + " did you mean job.name?"),
          load("enabeld=1,zzzzzzzz=2,sink.lake.url=x").complaints());
    } finally {
      System.clearProperty("spoor.job.nmae");
    }
    List<String> complaints = load("", "sink.http.ulr=x", "flows=off").complaints();
    assertEquals(1, complaints.size());
    assertTrue(
        complaints.get(0).startsWith("The setting sink.http.ulr (spoor.properties:"),
        complaints::toString);
    assertTrue(
        complaints.get(0).endsWith("is ignored; did you mean sink.http.url?"),
        complaints::toString);
  }

  @ParameterizedTest
  @CsvSource({"sink., sink", "sinks., sink", "sinkk, sink", "enabeld, enabled", "zzzzzzzz, "})
  void thePrefixOfOtherSinksIsNeverTheNearest(String key, String nearest) {
    assertEquals(nearest, Settings.nearest(key));
  }

  @ParameterizedTest
  @CsvSource({
    "enabled, true",
    "sink.http.url, true",
    "sink.http.unknown, false",
    "sink.lake.anything, true",
    "sink.x, false",
    "sink..x, false",
    "Enabled, false",
    "'', false"
  })
  void knownKeys(String key, boolean known) {
    assertEquals(known, Settings.isKnown(key));
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "' 12 ', 12", "0, 0", "-1, 2000", "2s, 2000", "'', 2000", "1.5, 2000"})
  void numbers(String value, long number) throws IOException {
    Settings settings = load("exit.budget=" + value);
    assertEquals(number, settings.number(Setting.EXIT_BUDGET));
    assertEquals(
        number != 2000
            ? List.of()
            : List.of("The setting exit.budget=" + value + " is not a whole number; 2000 is used."),
        settings.complaints());
  }

  @Test
  void listsAreSeparatedBySemicolons() throws IOException {
    assertEquals(
        List.of("/a/**", "/b/*.csv"), load("exclude=/a/**; /b/*.csv ;;").list(Setting.EXCLUDE));
    assertEquals(List.of(), load("").list(Setting.EXCLUDE));
  }

  @Test
  void aQuoteThatDoesNotEndAndACorruptFileAreToldOnceEach() throws IOException {
    List<String> complaints = load("home=\"/x\"y", "a=\\u00zz").complaints();
    assertEquals(
        List.of(
            "The settings in "
                + home.resolve("spoor.properties")
                + " are not used: a \\u escape in it is not four hexadecimal digits."
                + " Correct or delete the file.",
            "The agent argument home has a quoted value whose closing quote is missing or misplaced;"
                + " check its value."),
        complaints);
  }
}
