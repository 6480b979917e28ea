package io.spoor.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Something that happened to a run, with all that is known of it then. Immutable. */
public final class RunEvent {

  /** The transitions of a run, as OpenLineage names them. */
  public enum Type {
    START,
    RUNNING,
    COMPLETE,
    FAIL,
    ABORT,
    OTHER
  }

  private final Type type;
  private final Instant time;
  private final UUID runId;
  private final List<Facet> runFacets;
  private final Job job;
  private final List<Dataset> inputs;
  private final List<Dataset> outputs;

  public RunEvent(
      Type type,
      Instant time,
      UUID runId,
      List<Facet> runFacets,
      Job job,
      List<Dataset> inputs,
      List<Dataset> outputs) {
    this.type = type;
    this.time = time;
    this.runId = runId;
    this.runFacets = Collections.unmodifiableList(new ArrayList<Facet>(runFacets));
    this.job = job;
    this.inputs = Collections.unmodifiableList(new ArrayList<Dataset>(inputs));
    this.outputs = Collections.unmodifiableList(new ArrayList<Dataset>(outputs));
  }

  public Type type() {
    return type;
  }

  public Instant time() {
    return time;
  }

  public UUID runId() {
    return runId;
  }

  public List<Facet> runFacets() {
    return runFacets;
  }

  public Job job() {
    return job;
  }

  public List<Dataset> inputs() {
    return inputs;
  }

  public List<Dataset> outputs() {
    return outputs;
  }
}
