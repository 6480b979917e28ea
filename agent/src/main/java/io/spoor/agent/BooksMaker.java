package io.spoor.agent;

import io.spoor.boot.record.RowRoom;
import io.spoor.boot.record.UnitOfWork;
import io.spoor.instrumentation.jdk.FileNames;
import io.spoor.instrumentation.jdk.FileRules;
import io.spoor.instrumentation.jdk.FoldRules;
import io.spoor.ledger.Ledger;
import io.spoor.openlineage.JobTypeJobFacet;
import io.spoor.settings.Setting;
import io.spoor.settings.Settings;
import java.util.Collections;

/** Puts the books of the JVM's run and of units of work together. Spoor's thread only. */
final class BooksMaker implements Units.Maker {

  private static final int DATASETS = 10000;

  private final Settings settings;
  private final FileNames names;
  private final FileRules rules;
  private final DataFiles dataFiles;
  private final FoldRules folding;
  private final Sessions sessions;
  private final Scripts scripts;
  private final Sampling sampling;
  private final String version;
  private final String temporary;
  private final ContentRoom room;

  /**
   * @param sampling null when nothing is remembered of tables
   * @param rows what rows of statements and of files share
   */
  BooksMaker(
      Settings settings,
      FileNames names,
      FileRules rules,
      DataFiles dataFiles,
      FoldRules folding,
      Sessions sessions,
      Scripts scripts,
      Sampling sampling,
      RowRoom rows,
      String version) {
    this.sampling = sampling;
    this.room = new ContentRoom(rows);
    this.settings = settings;
    this.names = names;
    this.rules = rules;
    this.dataFiles = dataFiles;
    this.folding = folding;
    this.sessions = sessions;
    this.scripts = scripts;
    this.version = version;
    this.temporary = names.absolute(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  @Override
  public UnitBooks make(UnitOfWork unit, UnitBooks parent) {
    RunReport above = parent.report;
    RunReport report =
        new RunReport(
            RunIds.next(unit.startMillis),
            above.namespace(),
            above.name() + "." + unit.name,
            version,
            above.asParent(),
            new JobTypeJobFacet(
                unit.rule.isService ? "SERVICE" : "BATCH", "JVM", unit.rule.jobType),
            settings.isOn(Setting.FLOWS),
            Collections.<String[]>emptyList());
    return make(unit, parent, new Misunderstood(), report);
  }

  /** The books of the JVM's run. */
  UnitBooks make(Misunderstood misunderstood, RunReport report) {
    return make(null, null, misunderstood, report);
  }

  private UnitBooks make(
      UnitOfWork unit, UnitBooks parent, Misunderstood misunderstood, RunReport report) {
    Ledger ledger = new Ledger(DATASETS);
    FileDatasets datasets = new FileDatasets(names, ledger, folding, temporary);
    FileBooks files =
        new FileBooks(
            "sha256".equals(settings.choice(Setting.DIGEST, "sha256")),
            settings.isOn(Setting.PROCESS_ARGUMENTS),
            names,
            dataFiles,
            datasets,
            ledger,
            misunderstood,
            room,
            sampling);
    SqlRecords sql =
        new SqlRecords(
            new SqlReader(sessions, scripts, misunderstood),
            scripts,
            new SqlAccesses(names, rules, ledger, datasets),
            ledger,
            misunderstood,
            sampling);
    return new UnitBooks(unit, parent, ledger, files, sql, misunderstood, report);
  }
}
