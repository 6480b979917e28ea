package io.spoor.openlineage;

import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.model.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events for tests. */
final class Events {

  static final UUID RUN = UUID.fromString("0195f3a0-7b1c-7d2e-8f3a-4b5c6d7e8f90");
  static final DatasetId ORDERS = new DatasetId("postgres://db:5432", "sales.public.orders");
  static final DatasetId TARGETS = new DatasetId("file", "/data/targets \"2026\".csv");
  static final DatasetId REPORT = new DatasetId("file", "/out/report.csv");
  static final DatasetId ARCHIVE = new DatasetId("file", "/out/archive.gz");

  private Events() {}

  /** An event with every facet, and with each optional member of each. */
  static RunEvent full() {
    ParentRunFacet.Ancestor parent = new ParentRunFacet.Ancestor(RUN, "ns", "parent");
    ParentRunFacet.Ancestor root = new ParentRunFacet.Ancestor(RUN, "ns", "root");
    List<Facet> run =
        List.of(
            new ProcessingEngineRunFacet("JVM", "17.0.15", "0.1.0"),
            new ErrorMessageRunFacet("java.lang.IllegalStateException", "at a.B.c(B.java:1)"),
            new ExtractionErrorRunFacet(
                3, 1, List.of(new ExtractionErrorRunFacet.Failure("not understood", "CALL ?"))),
            new ParentRunFacet(parent, root),
            new CandidatesRunFacet(
                List.of(
                    new CandidatesRunFacet.Entry(
                        REPORT, List.of(ORDERS, TARGETS), "two inputs were read before it"))),
            new AgentRunFacet("0.1.0", 12, 3456, Map.of("sql", 0L, "accesses", 7L)));
    Flow copy = flow(TARGETS, ARCHIVE, 1, new Evidence(Rung.COPY, null));
    Flow sql =
        flow(
            ORDERS,
            ARCHIVE,
            0.8,
            new Evidence(Rung.SQL, null),
            new Evidence(Rung.EXCLUSIVE, "only input read before its last write"));
    Flow candidate = flow(ORDERS, REPORT, 0.5, new Evidence(Rung.CANDIDATE, null));
    List<Facet> job =
        List.of(
            new JobTypeJobFacet("BATCH", "JVM", "JOB"),
            new SqlJobFacet("SELECT a FROM t WHERE b = ?", "postgresql"),
            new LineageJobFacet(List.of(copy, sql, candidate)));
    List<Facet> table =
        List.of(
            new SchemaDatasetFacet(List.of(new SchemaDatasetFacet.Field("id", "int8", 1))),
            new DataSourceDatasetFacet("postgres://db:5432", "postgres://db:5432/sales"),
            new StorageDatasetFacet("postgresql", null),
            new DatasetTypeDatasetFacet("TABLE", "EXTERNAL"));
    List<Facet> file = List.of(new StorageDatasetFacet("filesystem", "csv"));
    return event(
        RunEvent.Type.COMPLETE,
        run,
        job,
        List.of(
            new Dataset(ORDERS, table, List.of(new InputStatisticsFacet(10, 200, -1))),
            new Dataset(TARGETS, file, List.of(new InputStatisticsFacet(-1, -1, 1)))),
        List.of(new Dataset(ARCHIVE, file, List.of(new OutputStatisticsFacet(1, 2, 3)))));
  }

  /** An event with nothing that can be left out. */
  static RunEvent bare() {
    return event(
        RunEvent.Type.START,
        List.of(new AgentRunFacet("0.1.0"), new ErrorMessageRunFacet("exit code 3", null)),
        List.of(
            new JobTypeJobFacet("BATCH", "JVM", null),
            new SqlJobFacet("SELECT ?", null),
            new LineageJobFacet(List.of())),
        List.of(
            new Dataset(
                TARGETS,
                List.of(
                    new SchemaDatasetFacet(List.of(new SchemaDatasetFacet.Field("id", null, 0))),
                    new DatasetTypeDatasetFacet("FILE", null)),
                List.of())),
        List.of());
  }

  static RunEvent event(
      RunEvent.Type type, List<Facet> run, List<Facet> job, List<Dataset> in, List<Dataset> out) {
    return new RunEvent(
        type,
        Instant.ofEpochMilli(1769903999123L),
        RUN,
        run,
        new Job("ns", "nightly", job),
        in,
        out);
  }

  static Flow flow(DatasetId from, DatasetId to, double confidence, Evidence... evidence) {
    return new Flow(from, to, List.of(evidence), confidence);
  }
}
