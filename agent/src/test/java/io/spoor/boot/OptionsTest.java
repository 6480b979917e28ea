package io.spoor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void keysAndValues() {
    Options options = Options.parse("job.name=nightly,home=/var/spoor, force ,,sink=file+http");
    assertEquals(
        Map.of("job.name", "nightly", "home", "/var/spoor", "force", "true", "sink", "file+http"),
        options.arguments());
    assertNull(options.malformed());
  }

  @Test
  void noArguments() {
    assertEquals(Map.of(), Options.parse(null).arguments());
    assertEquals(Map.of(), Options.parse("").arguments());
    assertEquals(Map.of("a", ""), Options.parse("a=").arguments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\u0001',
      textBlock =
          """
          home=C:\\data\\spoor! C:\\data\\spoor
          home="C:\\my data\\a,b\\"! C:\\my data\\a,b\\
          exclude=/data/**/tmp-*;/x/?.csv! /data/**/tmp-*;/x/?.csv
          exclude="/data/{a,b}/*.csv"! /data/{a,b}/*.csv
          sink.http.url=https://host:5000/a?b=c&d=e! https://host:5000/a?b=c&d=e
          job.name=${arg:1}-${env:X}! ${arg:1}-${env:X}
          job.name="say ""hi"", twice"! say "hi", twice
          job.name=""! ''
          job.name=a"b! a"b
          """)
  void valuesAreWhatStandsBehindTheFirstEqualsSign(String written, String value) {
    Options options = Options.parse(written + ",last=1");
    String key = written.substring(0, written.indexOf('='));
    assertEquals(Map.of(key, "''".equals(value) ? "" : value, "last", "1"), options.arguments());
    assertNull(options.malformed());
  }

  @Test
  void aQuoteThatDoesNotEndIsTold() {
    Options open = Options.parse("a=1,home=\"/x,b=2");
    assertEquals("home", open.malformed());
    assertEquals("1", open.arguments().get("a"));
    Options behind = Options.parse("home=\"/x\"y,b=2");
    assertEquals("home", behind.malformed());
    assertEquals(Map.of("home", "/x", "b", "2"), behind.arguments());
  }

  @Test
  void anArgumentWinsOverASystemProperty() {
    System.setProperty("spoor.job.name", "property");
    try {
      assertEquals("argument", Options.parse("job.name=argument").get("job.name"));
      assertEquals("property", Options.parse("").get("job.name"));
    } finally {
      System.clearProperty("spoor.job.name");
    }
    assertNull(Options.parse("").get("job.name"));
  }

  @ParameterizedTest
  @CsvSource({"exit.budget, SPOOR_EXIT_BUDGET", "home, SPOOR_HOME", "sink., SPOOR_SINK_"})
  void namesInTheEnvironment(String key, String name) {
    assertEquals(name, Options.environmentName(key));
  }
}
