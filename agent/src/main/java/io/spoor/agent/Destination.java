package io.spoor.agent;

import io.spoor.boot.AgentContext;
import io.spoor.files.Refuge;
import io.spoor.log.FileLog;
import io.spoor.log.Log;
import io.spoor.log.MemoryLog;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.EventWriter;
import io.spoor.settings.OpenLineageFile;
import io.spoor.settings.Setting;
import io.spoor.settings.Settings;
import io.spoor.sink.Delivery;
import io.spoor.sink.OrphanDelivery;
import io.spoor.sink.SinkContext;
import io.spoor.sink.SinkEvent;
import io.spoor.sink.Sinks;
import io.spoor.store.Checkpoint;
import io.spoor.store.Home;
import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * The home in use, its log and checkpoint, and the sinks: made when the run has data to tell of.
 */
final class Destination implements Outlet, SinkContext {

  /** Milliseconds of the budget kept for what comes after the sinks: log and checkpoint. */
  private static final long RESERVE = 300;

  private final Settings settings;
  private final OpenLineageFile openLineage;
  private final RunReport report;
  private final EventWriter writer;
  private final EdgeRuns edgeRuns;
  private final long startMillis;
  private final long budgetMillis;
  private final Home home;
  private final Log log;
  private final Delivery delivery;
  private Checkpoint checkpoint;
  private RunEvent last;

  /**
   * @param edgeRuns null where edges are told in facets alone
   */
  Destination(
      AgentContext context,
      Settings settings,
      OpenLineageFile openLineage,
      RunReport report,
      EventWriter writer,
      EdgeRuns edgeRuns,
      long budgetMillis) {
    this.settings = settings;
    this.openLineage = openLineage;
    this.report = report;
    this.writer = writer;
    this.edgeRuns = edgeRuns;
    this.startMillis = context.startMillis();
    this.budgetMillis = budgetMillis;
    Home chosen = new Home(context.home());
    boolean isRefuge = context.home().equals(Refuge.folder());
    String problem = isRefuge ? "This user has no home folder." : chosen.problem();
    home = problem == null ? chosen : refuge();
    log = home == null ? new MemoryLog() : new FileLog(home.log());
    if (problem != null) {
      log.warn(
          problem
              + (home == null
                  ? " Nothing is kept on disk; events go to the sinks that need none."
                  : " " + home.root() + " is used instead.")
              + " Set home to a folder that this user can write to.");
    }
    for (String complaint : settings.complaints()) {
      log.warn(complaint);
    }
    for (String complaint : openLineage.complaints()) {
      log.warn(complaint);
    }
    delivery = new Delivery(Sinks.open(sinks(), this), this);
  }

  /** As set, else the local store and what OpenLineage's own configuration names. */
  private String sinks() {
    String transport = openLineage.sinks();
    boolean isSet = settings.raw(Setting.SINK.key()) != null;
    String sinks = settings.text(Setting.SINK);
    return isSet || transport == null ? sinks : sinks + "+" + transport;
  }

  /** The user's folder among the temporary files; null when that cannot be had either. */
  private static Home refuge() {
    try {
      Refuge.open(Refuge.folder());
    } catch (IOException e) {
      return null;
    }
    Home refuge = new Home(Refuge.folder());
    return refuge.problem() == null ? refuge : null;
  }

  @Override
  public void send(RunEvent event) {
    last = event.runId().equals(report.runId()) ? event : last;
    if (edgeRuns == null) {
      deliver(event);
      return;
    }
    for (RunEvent each : edgeRuns.split(event, startMillis)) {
      deliver(each);
    }
  }

  /** Those of runs beneath the JVM's are kept with it. */
  private void deliver(RunEvent event) {
    delivery.accept(
        new SinkEvent(
            event.runId(),
            event.type(),
            event.job().namespace(),
            event.job().name(),
            writer.write(event),
            startMillis,
            report.runId()));
  }

  @Override
  public void checkpoint(RunEvent event) {
    if (home == null) {
      return;
    }
    if (checkpoint == null) {
      checkpoint = Checkpoint.create(home.runs(), report.runId(), log);
    }
    if (checkpoint != null) {
      checkpoint.write(writer.write(edgeRuns == null ? event : edgeRuns.alone(event)));
    }
  }

  @Override
  public void recoverOrphans() {
    if (home == null) {
      return;
    }
    List<Checkpoint> own =
        checkpoint == null
            ? Collections.<Checkpoint>emptyList()
            : Collections.singletonList(checkpoint);
    new OrphanDelivery(home, delivery, log).run(own);
  }

  @Override
  public void end(RunEvent event) {
    if (checkpoint != null) {
      // Should the JVM be killed while the sinks are waited for, this is how it ended.
      checkpoint(event);
    }
    long from = System.nanoTime();
    send(event);
    long left = budgetMillis - RESERVE - (System.nanoTime() - from) / 1000000;
    boolean safe = delivery.close(Math.max(0, left));
    if (checkpoint != null) {
      if (safe) {
        checkpoint.delete();
      } else {
        checkpoint.abandon();
      }
    }
  }

  @Override
  public long heapBytes() {
    return delivery.heapBytes();
  }

  /** One line for who asked for a summary. */
  String summary() {
    StringBuilder text = new StringBuilder("Spoor: ").append(report.name()).append(' ');
    text.append(last.type().name()).append(", ");
    text.append(last.inputs().size()).append(" inputs, ");
    text.append(last.outputs().size()).append(" outputs");
    if (home != null) {
      text.append(", events in ").append(home.events());
    }
    return text.toString();
  }

  @Override
  public String setting(String key) {
    String own = settings.raw(key);
    return own == null ? openLineage.setting(key) : own;
  }

  @Override
  public String environment(String name) {
    String given = System.getenv(name);
    return given == null ? openLineage.environment(name) : given;
  }

  @Override
  public File home() {
    return home == null ? null : home.root();
  }

  @Override
  public Log log() {
    return log;
  }
}
