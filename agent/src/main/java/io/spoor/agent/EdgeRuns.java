package io.spoor.agent;

import io.spoor.model.Dataset;
import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.AgentRunFacet;
import io.spoor.openlineage.ErrorMessageRunFacet;
import io.spoor.openlineage.JobTypeJobFacet;
import io.spoor.openlineage.LineageJobFacet;
import io.spoor.openlineage.RoleDatasetFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edges for catalogs that know only inputs and outputs of a run, and draw every input into every
 * output: each output becomes a run of its own beneath the run, with those inputs alone that have
 * an edge to it. The run's own events keep the inputs, so that one that fed nothing is told too,
 * and leave out the outputs. Immutable.
 */
final class EdgeRuns {

  /** The type of the jobs that stand for one output of a run. */
  private static final String JOB_TYPE = "OUTPUT";

  /** Runs beneath one: each is two events. */
  private static final int MOST = 1000;

  private final String version;
  private final int most;

  /**
   * @param version Spoor's
   */
  EdgeRuns(String version) {
    this(version, MOST);
  }

  EdgeRuns(String version, int most) {
    this.version = version;
    this.most = most;
  }

  /** The run's own event, without outputs. */
  RunEvent alone(RunEvent event) {
    return alone(event, event.runFacets());
  }

  private static RunEvent alone(RunEvent event, List<Facet> runFacets) {
    return new RunEvent(
        event.type(),
        event.time(),
        event.runId(),
        runFacets,
        event.job(),
        event.inputs(),
        Collections.<Dataset>emptyList());
  }

  /**
   * The event, and behind it, when it ends the run, the beginning and end of a run for each output.
   *
   * @param startMillis when the run began, since 1970
   */
  List<RunEvent> split(RunEvent event, long startMillis) {
    List<RunEvent> events = new ArrayList<RunEvent>();
    if (event.type() == RunEvent.Type.START || event.type() == RunEvent.Type.RUNNING) {
      events.add(alone(event));
      return events;
    }
    List<Dataset> outputs = new ArrayList<Dataset>();
    for (Dataset output : event.outputs()) {
      if (facet(output.facets(), RoleDatasetFacet.class) == null) {
        outputs.add(output);
      }
    }
    int left = Math.max(0, outputs.size() - most);
    events.add(alone(event, left == 0 ? event.runFacets() : dropped(event.runFacets(), left)));
    Map<String, Integer> names = new HashMap<String, Integer>();
    for (Dataset output : outputs) {
      Integer before = names.get(output.id().name());
      names.put(output.id().name(), before == null ? 1 : before + 1);
    }
    for (Dataset output : outputs.subList(0, outputs.size() - left)) {
      DatasetId id = output.id();
      String part = names.get(id.name()) == 1 ? id.name() : id.namespace() + " " + id.name();
      ChildRun run = ChildRun.of(event, RunIds.next(startMillis), part, version);
      add(events, run, event, output, startMillis);
    }
    return events;
  }

  private static void add(
      List<RunEvent> events, ChildRun run, RunEvent event, Dataset output, long startMillis) {
    List<Facet> jobFacets = new ArrayList<Facet>(2);
    JobTypeJobFacet type = facet(event.job().facets(), JobTypeJobFacet.class);
    jobFacets.add(type == null ? new JobTypeJobFacet("BATCH", "JVM", JOB_TYPE) : type.as(JOB_TYPE));
    events.add(
        run.event(
            RunEvent.Type.START,
            Instant.ofEpochMilli(startMillis),
            Collections.<Facet>emptyList(),
            jobFacets,
            Collections.<Dataset>emptyList(),
            Collections.<Dataset>emptyList()));
    List<Dataset> inputs = new ArrayList<Dataset>();
    LineageJobFacet lineage = facet(event.job().facets(), LineageJobFacet.class);
    LineageJobFacet into = lineage == null ? null : lineage.into(output.id());
    if (into != null && !into.isEmpty()) {
      jobFacets = new ArrayList<Facet>(jobFacets);
      jobFacets.add(into);
      inputs = datasets(into.inputs(), event);
    }
    ErrorMessageRunFacet error = facet(event.runFacets(), ErrorMessageRunFacet.class);
    events.add(
        run.event(
            event.type(),
            event.time(),
            error == null
                ? Collections.<Facet>emptyList()
                : Collections.<Facet>singletonList(error),
            jobFacets,
            inputs,
            Collections.singletonList(output)));
  }

  /** As the run's lists have them; an output that fed another one is in the other list. */
  private static List<Dataset> datasets(Set<DatasetId> ids, RunEvent event) {
    Map<DatasetId, Dataset> known = new HashMap<DatasetId, Dataset>();
    for (Dataset output : event.outputs()) {
      known.put(
          output.id(), new Dataset(output.id(), output.facets(), Collections.<Facet>emptyList()));
    }
    for (Dataset input : event.inputs()) {
      known.put(input.id(), input);
    }
    List<Dataset> datasets = new ArrayList<Dataset>();
    for (DatasetId id : ids) {
      Dataset dataset = known.get(id);
      if (dataset != null) {
        datasets.add(dataset);
      }
    }
    return datasets;
  }

  private static List<Facet> dropped(List<Facet> facets, int outputs) {
    List<Facet> all = new ArrayList<Facet>(facets.size());
    for (Facet facet : facets) {
      all.add(
          facet instanceof AgentRunFacet
              ? ((AgentRunFacet) facet).alsoDropped("childRuns", outputs)
              : facet);
    }
    return all;
  }

  private static <T extends Facet> T facet(List<Facet> facets, Class<T> type) {
    for (Facet facet : facets) {
      if (type.isInstance(facet)) {
        return type.cast(facet);
      }
    }
    return null;
  }
}
