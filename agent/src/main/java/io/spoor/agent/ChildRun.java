package io.spoor.agent;

import io.spoor.model.Dataset;
import io.spoor.model.Facet;
import io.spoor.model.Job;
import io.spoor.model.RunEvent;
import io.spoor.openlineage.AgentRunFacet;
import io.spoor.openlineage.ParentRunFacet;
import io.spoor.openlineage.ProcessingEngineRunFacet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A run beneath another: what all of its events say of where it belongs. Immutable. */
final class ChildRun {

  private final UUID runId;
  private final String namespace;
  private final String name;
  private final String version;
  private final ParentRunFacet parent;

  /**
   * @param runId its own
   * @param namespace of its job
   * @param name of its job: the same in every run of the parent's job
   * @param version Spoor's
   * @param parent the run that it is beneath, and the one that all began with
   */
  ChildRun(UUID runId, String namespace, String name, String version, ParentRunFacet parent) {
    this.runId = runId;
    this.namespace = namespace;
    this.name = name;
    this.version = version;
    this.parent = parent;
  }

  /** A run beneath the one that an event tells of, by what its job is called within that one's. */
  static ChildRun of(RunEvent event, UUID runId, String part, String version) {
    String namespace = event.job().namespace();
    String name = event.job().name();
    ParentRunFacet above = null;
    for (Facet facet : event.runFacets()) {
      above = facet instanceof ParentRunFacet ? (ParentRunFacet) facet : above;
    }
    ParentRunFacet.Ancestor parent = new ParentRunFacet.Ancestor(event.runId(), namespace, name);
    return new ChildRun(
        runId,
        namespace,
        name + "." + part,
        version,
        new ParentRunFacet(parent, above == null ? parent : above.top()));
  }

  /**
   * One of its events.
   *
   * @param runFacets beside those that tell of the JVM, the parent and Spoor
   */
  RunEvent event(
      RunEvent.Type type,
      Instant time,
      List<Facet> runFacets,
      List<Facet> jobFacets,
      List<Dataset> inputs,
      List<Dataset> outputs) {
    List<Facet> facets = new ArrayList<Facet>(3 + runFacets.size());
    facets.add(new ProcessingEngineRunFacet("JVM", System.getProperty("java.version"), version));
    facets.add(parent);
    facets.add(new AgentRunFacet(version));
    facets.addAll(runFacets);
    return new RunEvent(
        type, time, runId, facets, new Job(namespace, name, jobFacets), inputs, outputs);
  }
}
