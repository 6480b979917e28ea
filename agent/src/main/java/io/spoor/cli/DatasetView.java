package io.spoor.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One dataset as a run saw it, on one side. Counts are null where nothing was counted. */
final class DatasetView implements Comparable<DatasetView> {
  private final String namespace;
  private final String name;
  private final String type;
  private final List<String[]> columns;
  private final Long rows;
  private final Long rowsEstimate;
  private final Long bytes;
  private final Long files;
  private final String program;
  private final List<String> sites;
  private final String empty;
  private final MembersView members;
  private final ModelView model;

  /**
   * @param type as OpenLineage's datasetType facet has it (FILE, TABLE, MODEL ...), or null
   * @param columns name and type (or null) of each column of the schema facet
   * @param rowsEstimate about how many, where they were not counted
   * @param program what sort of program it is to the job; null for data
   * @param empty what was not done with it, where it was only opened; null otherwise
   * @param sites places in the application's code that used it
   * @param members the files that it consists of; null for a dataset of one file, and for others
   * @param model what is known of the model that it is; null when it is none
   */
  DatasetView(
      String namespace,
      String name,
      String type,
      List<String[]> columns,
      Long rows,
      Long rowsEstimate,
      Long bytes,
      Long files,
      String program,
      String empty,
      List<String> sites,
      MembersView members,
      ModelView model) {
    this.namespace = namespace;
    this.name = name;
    this.type = type;
    this.columns = Collections.unmodifiableList(new ArrayList<>(columns));
    this.rows = rows;
    this.rowsEstimate = rowsEstimate;
    this.bytes = bytes;
    this.files = files;
    this.program = program;
    this.sites = Collections.unmodifiableList(new ArrayList<>(sites));
    this.empty = empty;
    this.members = members;
    this.model = model;
  }

  /** A dataset of which only the identity is known. */
  static DatasetView named(String namespace, String name) {
    List<String> none = Collections.emptyList();
    return new DatasetView(
        namespace,
        name,
        null,
        Collections.emptyList(),
        null,
        null,
        null,
        null,
        null,
        null,
        none,
        null,
        null);
  }

  String namespace() {
    return namespace;
  }

  String name() {
    return name;
  }

  String type() {
    return type;
  }

  List<String[]> columns() {
    return columns;
  }

  Long rows() {
    return rows;
  }

  /** About how many rows there are, where they were not counted; null when that is not known. */
  Long rowsEstimate() {
    return rowsEstimate;
  }

  Long bytes() {
    return bytes;
  }

  String program() {
    return program;
  }

  String empty() {
    return empty;
  }

  List<String> sites() {
    return sites;
  }

  MembersView members() {
    return members;
  }

  ModelView model() {
    return model;
  }

  Long files() {
    return files;
  }

  /** Whether both name the same dataset, whatever else is known of either. */
  boolean same(DatasetView other) {
    return compareTo(other) == 0;
  }

  /**
   * The name on one line: the path of a local file, otherwise namespace and name. Control
   * characters are made visible.
   */
  String label() {
    if (namespace.equals("file")) {
      return Plain.line(name);
    }
    if (namespace.startsWith("file:") && name.startsWith("/")) {
      return Plain.line(namespace + name);
    }
    return Plain.line(namespace + " " + name);
  }

  /** By identity alone: namespace, then name. */
  @Override
  public int compareTo(DatasetView other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatasetView && same((DatasetView) other);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }
}
