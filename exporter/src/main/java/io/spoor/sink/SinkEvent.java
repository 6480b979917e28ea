package io.spoor.sink;

import io.spoor.model.RunEvent;
import java.util.UUID;

/** An event as sinks take it. Immutable. */
public final class SinkEvent {

  private final UUID runId;
  private final RunEvent.Type type;
  private final String jobNamespace;
  private final String jobName;
  private final String json;
  private final long start;
  private final UUID keptWith;

  /**
   * An event of a run that is kept by itself.
   *
   * @param runId the run
   * @param type what happened to it
   * @param jobNamespace the namespace of its job
   * @param jobName the name of its job
   * @param json the event as one line of OpenLineage JSON, without line break
   * @param start when the run began, in milliseconds since 1970
   */
  public SinkEvent(
      UUID runId,
      RunEvent.Type type,
      String jobNamespace,
      String jobName,
      String json,
      long start) {
    this(runId, type, jobNamespace, jobName, json, start, runId);
  }

  /**
   * An event of a run that is a part of another.
   *
   * @param runId the run
   * @param type what happened to it
   * @param jobNamespace the namespace of its job
   * @param jobName the name of its job
   * @param json the event as one line of OpenLineage JSON, without line break
   * @param start when the run that it is kept with began, in milliseconds since 1970
   * @param keptWith the run with whose events it is kept, itself or the one that it is a part of
   */
  public SinkEvent(
      UUID runId,
      RunEvent.Type type,
      String jobNamespace,
      String jobName,
      String json,
      long start,
      UUID keptWith) {
    this.runId = runId;
    this.type = type;
    this.jobNamespace = jobNamespace;
    this.jobName = jobName;
    this.json = json;
    this.start = start;
    this.keptWith = keptWith;
  }

  /** The run. */
  public UUID runId() {
    return runId;
  }

  /** What happened to it. */
  public RunEvent.Type type() {
    return type;
  }

  /** The namespace of its job. */
  public String jobNamespace() {
    return jobNamespace;
  }

  /** The name of its job. */
  public String jobName() {
    return jobName;
  }

  /** The event as one line of OpenLineage JSON, without line break. */
  public String json() {
    return json;
  }

  /** When the run began, in milliseconds since 1970. */
  public long start() {
    return start;
  }

  /** The run with whose events it is kept: itself, or the one that it is a part of. */
  public UUID keptWith() {
    return keptWith;
  }
}
