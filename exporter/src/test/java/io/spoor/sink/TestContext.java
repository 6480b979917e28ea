package io.spoor.sink;

import io.spoor.log.MemoryLog;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings, environment and log of a test. */
final class TestContext implements SinkContext {

  final Map<String, String> settings = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();
  private final MemoryLog log = new MemoryLog();
  private final File home;

  TestContext(File home) {
    this.home = home;
  }

  TestContext with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  List<String> said() {
    return log.lines();
  }

  @Override
  public String setting(String key) {
    return settings.get(key);
  }

  @Override
  public String environment(String name) {
    return environment.get(name);
  }

  @Override
  public File home() {
    return home;
  }

  @Override
  public MemoryLog log() {
    return log;
  }
}
