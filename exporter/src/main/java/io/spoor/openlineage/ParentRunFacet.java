package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.UUID;

/** The run that started this one, and the run that the whole tree began with where known. */
public final class ParentRunFacet implements Facet {

  private final Ancestor parent;
  private final Ancestor root;

  /**
   * @param parent the run that started this one
   * @param root the run that the tree of runs began with; null when unknown
   */
  public ParentRunFacet(Ancestor parent, Ancestor root) {
    this.parent = Schemas.require(parent, "parent");
    this.root = root;
  }

  /** The run that the tree of runs began with, as far as it is known. */
  public Ancestor top() {
    return root == null ? parent : root;
  }

  @Override
  public String key() {
    return "parent";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-2-0", "ParentRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    parent.write(json);
    if (root != null) {
      json.name("root").beginObject();
      root.write(json);
      json.endObject();
    }
  }

  /** A run above this one. Immutable. */
  public static final class Ancestor {

    private final UUID runId;
    private final String namespace;
    private final String name;

    /**
     * @param runId the run
     * @param namespace the namespace of its job
     * @param name the name of its job
     */
    public Ancestor(UUID runId, String namespace, String name) {
      this.runId = Schemas.require(runId, "runId");
      this.namespace = Schemas.require(namespace, "namespace");
      this.name = Schemas.require(name, "name");
    }

    private void write(JsonWriter json) {
      json.name("run").beginObject();
      json.member("runId", runId.toString());
      json.endObject();
      json.name("job").beginObject();
      json.member("namespace", namespace);
      json.member("name", name);
      json.endObject();
    }
  }
}
