package io.spoor.agent;

import io.spoor.content.FileFormat;
import io.spoor.flow.RowFlows;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.ledger.Members;
import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.Flow;
import io.spoor.model.Job;
import io.spoor.model.Resemblance;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.AccessFacet;
import io.spoor.openlineage.AgentRunFacet;
import io.spoor.openlineage.CandidatesRunFacet;
import io.spoor.openlineage.ColumnLimit;
import io.spoor.openlineage.ColumnLineageDatasetFacet;
import io.spoor.openlineage.DataSourceDatasetFacet;
import io.spoor.openlineage.DatasetTypeDatasetFacet;
import io.spoor.openlineage.DatasetVersionDatasetFacet;
import io.spoor.openlineage.EnvironmentRunFacet;
import io.spoor.openlineage.ErrorMessageRunFacet;
import io.spoor.openlineage.ExecutionParametersRunFacet;
import io.spoor.openlineage.ExternalQueryRunFacet;
import io.spoor.openlineage.ExtractionErrorRunFacet;
import io.spoor.openlineage.InputStatisticsFacet;
import io.spoor.openlineage.JobTypeJobFacet;
import io.spoor.openlineage.LeftOutRunFacet;
import io.spoor.openlineage.LifecycleStateChangeDatasetFacet;
import io.spoor.openlineage.LineageJobFacet;
import io.spoor.openlineage.OutputStatisticsFacet;
import io.spoor.openlineage.ParentRunFacet;
import io.spoor.openlineage.ProcessesRunFacet;
import io.spoor.openlineage.ProcessingEngineRunFacet;
import io.spoor.openlineage.RecordEstimateFacet;
import io.spoor.openlineage.ResemblanceRunFacet;
import io.spoor.openlineage.RoleDatasetFacet;
import io.spoor.openlineage.SchemaDatasetFacet;
import io.spoor.openlineage.SqlJobFacet;
import io.spoor.openlineage.StorageDatasetFacet;
import io.spoor.openlineage.SubsetFacet;
import io.spoor.openlineage.SymlinksDatasetFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the run's events from the ledger: each carries the full lists as they are known then. */
final class RunReport {

  private final UUID runId;
  private final String namespace;
  private final String name;
  private final String version;
  private final ParentRunFacet parent;
  private final JobTypeJobFacet jobType;
  private final boolean flowsWanted;
  private final List<String[]> parameters;

  /**
   * @param parent the run that this one is beneath, as the one that started this JVM; null when
   *     there is none
   * @param flowsWanted whether edges are inferred at all
   * @param parameters key, name or null, and value each
   */
  RunReport(
      UUID runId,
      String namespace,
      String name,
      String version,
      ParentRunFacet parent,
      JobTypeJobFacet jobType,
      boolean flowsWanted,
      List<String[]> parameters) {
    this.runId = runId;
    this.namespace = namespace;
    this.name = name;
    this.version = version;
    this.parent = parent;
    this.jobType = jobType;
    this.flowsWanted = flowsWanted;
    this.parameters = parameters;
  }

  UUID runId() {
    return runId;
  }

  String namespace() {
    return namespace;
  }

  String name() {
    return name;
  }

  /** Where a run beneath this one belongs. */
  ParentRunFacet asParent() {
    ParentRunFacet.Ancestor own = new ParentRunFacet.Ancestor(runId, namespace, name);
    return new ParentRunFacet(own, parent == null ? own : parent.top());
  }

  /** What happened besides data: given to every event but START. */
  static final class Circumstances {
    final Map<String, String> queries;
    final Misunderstood misunderstood;
    final long cpuMillis;
    final long heapBytes;
    final Map<String, Long> dropped = new TreeMap<String, Long>();
    String failure;
    String stackTrace;

    /** Null when nothing was. */
    LeftOutRunFacet leftOut;

    /** What comparing rows says; null when none were compared. */
    RowFlows rows;

    /** Inputs that hold what other jobs wrote under other names. */
    List<Resemblance> resemblances = Collections.emptyList();

    /** All flows that the event tells; set by it. */
    List<Flow> flows = Collections.emptyList();

    /** Null when no server gave one. */
    ExternalQueryRunFacet externalQuery;

    /** Null when none was started. */
    ProcessesRunFacet processes;

    /** Null when the run has no model. */
    EnvironmentRunFacet environment;

    /** Parameters of models beside the run's own: key, name and value each. */
    final List<String[]> parameters = new ArrayList<String[]>();

    Circumstances(
        Map<String, String> queries, Misunderstood misunderstood, long cpuMillis, long heapBytes) {
      this.queries = queries;
      this.misunderstood = misunderstood;
      this.cpuMillis = cpuMillis;
      this.heapBytes = heapBytes;
    }
  }

  /** The event of a transition; circumstances are null at START. */
  RunEvent event(
      RunEvent.Type type,
      long millis,
      Ledger ledger,
      Inference.Knowledge knowledge,
      Circumstances circumstances) {
    List<Flow> all =
        flowsWanted ? Inference.infer(ledger, knowledge) : Collections.<Flow>emptyList();
    ColumnLimit columns = new ColumnLimit(all);
    List<Flow> flows = columns.flows();
    Map<String, Long> dropped = new TreeMap<String, Long>();
    RowFlows rows = circumstances == null || !flowsWanted ? null : circumstances.rows;
    CounterEvidence counter = new CounterEvidence(rows, ledger, all);
    counter.count(dropped);
    if (circumstances != null) {
      circumstances.flows = all;
      dropped.putAll(circumstances.dropped);
      count(dropped, "columns", ledger.columnsDropped());
      long flowsOfColumns = flowsWanted ? ledger.columnFlowsDropped() : 0;
      count(dropped, "columnFlows", flowsOfColumns + columns.leftOut());
    }
    List<Flow> told = circumstances == null ? Collections.<Flow>emptyList() : flows;
    return new RunEvent(
        type,
        Instant.ofEpochMilli(millis),
        runId,
        runFacets(flows, counter, circumstances, dropped),
        new Job(namespace, name, jobFacets(flows, circumstances)),
        datasets(ledger.inputs(), Collections.<DatasetId, List<Flow>>emptyMap()),
        datasets(ledger.outputs(), byOutput(told)));
  }

  private static void count(Map<String, Long> dropped, String what, long count) {
    if (count > 0) {
      dropped.put(what, count);
    }
  }

  private static Map<DatasetId, List<Flow>> byOutput(List<Flow> flows) {
    Map<DatasetId, List<Flow>> byOutput = new HashMap<DatasetId, List<Flow>>();
    for (Flow flow : flows) {
      List<Flow> into = byOutput.get(flow.output());
      if (into == null) {
        into = new ArrayList<Flow>(2);
        byOutput.put(flow.output(), into);
      }
      into.add(flow);
    }
    return byOutput;
  }

  private List<Facet> runFacets(
      List<Flow> flows,
      CounterEvidence counter,
      Circumstances circumstances,
      Map<String, Long> dropped) {
    List<Facet> facets = new ArrayList<Facet>();
    facets.add(new ProcessingEngineRunFacet("JVM", System.getProperty("java.version"), version));
    if (parent != null) {
      facets.add(parent);
    }
    if (circumstances == null) {
      facets.add(new AgentRunFacet(version));
      return facets;
    }
    List<CandidatesRunFacet.Entry> candidates = candidates(flows);
    if (!candidates.isEmpty()) {
      facets.add(new CandidatesRunFacet(candidates));
    }
    facets.addAll(counter.facets());
    if (!circumstances.resemblances.isEmpty()) {
      facets.add(new ResemblanceRunFacet(circumstances.resemblances));
    }
    if (circumstances.failure != null) {
      facets.add(new ErrorMessageRunFacet(circumstances.failure, circumstances.stackTrace));
    }
    if (circumstances.leftOut != null) {
      facets.add(circumstances.leftOut);
    }
    if (circumstances.externalQuery != null) {
      facets.add(circumstances.externalQuery);
    }
    if (circumstances.processes != null) {
      facets.add(circumstances.processes);
    }
    if (circumstances.environment != null) {
      facets.add(circumstances.environment);
    }
    List<String[]> all = new ArrayList<String[]>(parameters);
    all.addAll(circumstances.parameters);
    if (!all.isEmpty()) {
      facets.add(new ExecutionParametersRunFacet(all));
    }
    List<Misunderstood.Item> items = circumstances.misunderstood.items();
    if (!items.isEmpty()) {
      List<ExtractionErrorRunFacet.Failure> failures =
          new ArrayList<ExtractionErrorRunFacet.Failure>();
      for (Misunderstood.Item item : items) {
        failures.add(new ExtractionErrorRunFacet.Failure(item.message, item.task));
      }
      facets.add(
          new ExtractionErrorRunFacet(
              circumstances.misunderstood.tasks(), failures.size(), failures));
    }
    facets.add(
        new AgentRunFacet(version, circumstances.cpuMillis, circumstances.heapBytes, dropped));
    return facets;
  }

  private static List<CandidatesRunFacet.Entry> candidates(List<Flow> flows) {
    Map<DatasetId, List<DatasetId>> byOutput = new LinkedHashMap<DatasetId, List<DatasetId>>();
    Map<DatasetId, String> reasons = new HashMap<DatasetId, String>();
    for (Flow flow : flows) {
      if (flow.isCandidate()) {
        List<String> why = flow.evidence().get(0).texts();
        if (why.size() > 1) {
          reasons.put(flow.output(), why.get(1));
        }
        List<DatasetId> inputs = byOutput.get(flow.output());
        if (inputs == null) {
          inputs = new ArrayList<DatasetId>();
          byOutput.put(flow.output(), inputs);
        }
        inputs.add(flow.input());
      }
    }
    List<CandidatesRunFacet.Entry> entries = new ArrayList<CandidatesRunFacet.Entry>();
    for (Map.Entry<DatasetId, List<DatasetId>> entry : byOutput.entrySet()) {
      String reason = reasons.get(entry.getKey());
      reason = reason == null ? "nothing decides between them" : reason;
      entries.add(
          new CandidatesRunFacet.Entry(
              entry.getKey(), entry.getValue(), "read before the last write; " + reason));
    }
    return entries;
  }

  private List<Facet> jobFacets(List<Flow> flows, Circumstances circumstances) {
    List<Facet> facets = new ArrayList<Facet>();
    facets.add(jobType);
    if (circumstances == null) {
      return facets;
    }
    if (!circumstances.queries.isEmpty()) {
      StringBuilder query = new StringBuilder();
      String dialect = null;
      boolean mixed = false;
      for (Map.Entry<String, String> entry : circumstances.queries.entrySet()) {
        query.append(query.length() == 0 ? "" : ";\n").append(entry.getKey());
        mixed |= dialect != null && !dialect.equals(entry.getValue());
        dialect = entry.getValue();
      }
      facets.add(new SqlJobFacet(query.toString(), mixed ? null : dialect));
    }
    LineageJobFacet lineage = new LineageJobFacet(flows);
    if (!lineage.isEmpty()) {
      facets.add(lineage);
    }
    return facets;
  }

  /**
   * @param flows into the datasets, where they are outputs
   */
  private static List<Dataset> datasets(List<Access> accesses, Map<DatasetId, List<Flow>> flows) {
    List<Access> sorted = new ArrayList<Access>(accesses);
    Collections.sort(sorted, new ById());
    List<Dataset> datasets = new ArrayList<Dataset>(sorted.size());
    for (Access access : sorted) {
      List<Facet> facets = facets(access);
      List<Flow> into = flows.get(access.id());
      if (into != null) {
        ColumnLineageDatasetFacet columns = new ColumnLineageDatasetFacet(into);
        if (!columns.isEmpty()) {
          facets.add(columns);
        }
      }
      datasets.add(new Dataset(access.id(), facets, statistics(access)));
    }
    return datasets;
  }

  private static List<Facet> statistics(Access access) {
    Members members = access.members();
    long files = members != null ? members.count() : access.kind() == Access.Kind.FILE ? 1 : -1;
    List<Facet> facets = new ArrayList<Facet>(3);
    if (access.rows() >= 0 || access.bytes() >= 0 || files >= 0) {
      facets.add(
          access.isOutput()
              ? new OutputStatisticsFacet(access.rows(), access.bytes(), files)
              : new InputStatisticsFacet(access.rows(), access.bytes(), files));
    }
    if (access.estimatedRecords() >= 0) {
      facets.add(new RecordEstimateFacet(access.estimatedRecords(), access.examinedBytes()));
    }
    if (access.kind() == Access.Kind.FILE && access.firstMillis() > 0) {
      facets.add(new AccessFacet(access.firstMillis(), access.lastMillis(), access.sites()));
    }
    if (members != null) {
      facets.add(
          new SubsetFacet(access.isOutput(), members.names(), members.count(), members.reason()));
    }
    return facets;
  }

  private static final class ById implements java.util.Comparator<Access> {
    @Override
    public int compare(Access a, Access b) {
      return a.id().compareTo(b.id());
    }
  }

  private static boolean isFile(Access access) {
    return access.kind() == Access.Kind.FILE;
  }

  private static List<Facet> facets(Access access) {
    List<Facet> facets = new ArrayList<Facet>();
    Facet model = access.model();
    boolean isModel = model != null || isFile(access) && FileFormat.isModel(access.id().name());
    facets.add(new DatasetTypeDatasetFacet(isModel ? "MODEL" : access.kind().name(), null));
    if (model != null) {
      facets.add(model);
    }
    if (access.program() != null) {
      facets.add(new RoleDatasetFacet("program", access.program()));
    } else if (access.isEmpty()) {
      String not = access.isOutput() ? "nothing was written" : "nothing was read";
      facets.add(new RoleDatasetFacet("empty", "opened, " + not));
    }
    String source = access.source();
    facets.add(
        source == null
            ? new DataSourceDatasetFacet("file", "file:///")
            : new DataSourceDatasetFacet(source, Uris.of(source)));
    String format =
        access.format() == null ? FileFormat.ofName(access.id().name()) : access.format();
    if (access.kind() == Access.Kind.FILE && format != null) {
      facets.add(new StorageDatasetFacet("file", format));
    }
    if (access.link() != null) {
      facets.add(new SymlinksDatasetFacet(access.link(), "FILE"));
    }
    if (access.version() != null) {
      facets.add(new DatasetVersionDatasetFacet(access.version()));
    }
    if (access.previous() != null) {
      facets.add(new LifecycleStateChangeDatasetFacet(access.previous()));
    }
    if (!access.columns().isEmpty()) {
      List<SchemaDatasetFacet.Field> fields = new ArrayList<SchemaDatasetFacet.Field>();
      for (Column column : access.columns()) {
        fields.add(new SchemaDatasetFacet.Field(column.name(), column.type(), 0));
      }
      facets.add(new SchemaDatasetFacet(fields));
    }
    return facets;
  }
}
