package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** What sort of job it is. */
public final class JobTypeJobFacet implements Facet {

  private final String processingType;
  private final String integration;
  private final String jobType;

  /**
   * @param processingType {@code BATCH}, {@code STREAMING} or {@code SERVICE}
   * @param integration what was observed, for example {@code JVM}
   * @param jobType for example {@code JOB} or {@code STEP}; null when unknown
   */
  public JobTypeJobFacet(String processingType, String integration, String jobType) {
    this.processingType = Schemas.require(processingType, "processingType");
    this.integration = Schemas.require(integration, "integration");
    this.jobType = jobType;
  }

  /** The same processing of another type of job. */
  public JobTypeJobFacet as(String otherType) {
    return new JobTypeJobFacet(processingType, integration, otherType);
  }

  @Override
  public String key() {
    return "jobType";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("2-0-4", "JobTypeJobFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("processingType", processingType);
    json.member("integration", integration);
    json.member("jobType", jobType);
  }
}
