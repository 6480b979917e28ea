package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.log.FileLog;
import io.spoor.log.Log;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.EventWriter;
import io.spoor.settings.Settings;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

final class Destination implements Outlet {
  private final EventWriter writer; private final File home; private final Log log;
  Destination(AgentContext context, Settings settings, RunReport report, EventWriter writer, long budget) {
    this.writer = writer; home = context.home(); log = new FileLog(new File(new File(home, "logs"), "spoor.log"));
  }
  Log log() { return log; }
  String summary() { return "x"; }
  @Override public void send(RunEvent event) {
    File f = new File(home, "events/run.jsonl"); f.getParentFile().mkdirs();
    try (FileOutputStream out = new FileOutputStream(f, true)) { out.write((writer.write(event) + "\n").getBytes("UTF-8")); } catch (IOException e) { throw new RuntimeException(e); }
  }
  @Override public void checkpoint(RunEvent event) {}
  @Override public void recoverOrphans() {}
  @Override public void end(RunEvent event) { send(event); }
}
