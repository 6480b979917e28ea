package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/** The engine that ran the job: for a plain job, the JVM. */
public final class ProcessingEngineRunFacet implements Facet {

  private final String name;
  private final String version;
  private final String adapterVersion;

  /**
   * @param name the engine, for example {@code JVM} or {@code Spring Batch}
   * @param version its version
   * @param adapterVersion Spoor's version
   */
  public ProcessingEngineRunFacet(String name, String version, String adapterVersion) {
    this.name = Schemas.require(name, "name");
    this.version = Schemas.require(version, "version");
    this.adapterVersion = Schemas.require(adapterVersion, "adapterVersion");
  }

  @Override
  public String key() {
    return "processing_engine";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-1-1", "ProcessingEngineRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("version", version);
    json.member("name", name);
    json.member("openlineageAdapterVersion", adapterVersion);
  }
}
