package io.spoor.model;

/** Name of a dataset: unique within its namespace. Immutable; ordered by namespace, then name. */
public final class DatasetId implements Comparable<DatasetId> {

  private final String namespace;
  private final String name;

  /**
   * @param namespace where the dataset lives, as OpenLineage's naming rules write it; not null
   * @param name the dataset within it; not null
   */
  public DatasetId(String namespace, String name) {
    if (namespace == null || name == null) {
      throw new NullPointerException("a dataset has a namespace and a name");
    }
    this.namespace = namespace;
    this.name = name;
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  @Override
  public int compareTo(DatasetId other) {
    int order = namespace.compareTo(other.namespace);
    return order == 0 ? name.compareTo(other.name) : order;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DatasetId
        && namespace.equals(((DatasetId) o).namespace)
        && name.equals(((DatasetId) o).name);
  }

  @Override
  public int hashCode() {
    return namespace.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return namespace + " " + name;
  }
}
