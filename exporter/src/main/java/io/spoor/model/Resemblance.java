package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An input holds values that another job wrote to a dataset of another name: seen from values that
 * were remembered, in two JVMs. It says what is the same, not how it came there. Immutable.
 */
public final class Resemblance {

  private final DatasetId input;
  private final String jobNamespace;
  private final String jobName;
  private final DatasetId written;
  private final long millis;
  private final List<Pair> columns;

  /** A column of the input that holds the values of a column that was written. Immutable. */
  public static final class Pair implements Comparable<Pair> {
    private final String column;
    private final String written;
    private final int agreeing;
    private final int compared;

    /**
     * @param column of the input; not null
     * @param written the column that the other job wrote; not null
     * @param agreeing how many values of the input were written there
     * @param compared of how many
     */
    public Pair(String column, String written, int agreeing, int compared) {
      this.column = Values.require(column, "column");
      this.written = Values.require(written, "written");
      this.agreeing = agreeing;
      this.compared = compared;
    }

    public String column() {
      return column;
    }

    /** The column that the other job wrote. */
    public String written() {
      return written;
    }

    /** How many values of the input were written there. */
    public int agreeing() {
      return agreeing;
    }

    /** How many values of the input were compared. */
    public int compared() {
      return compared;
    }

    /** By name of the input's column. */
    @Override
    public int compareTo(Pair other) {
      int order = column.compareTo(other.column);
      return order == 0 ? written.compareTo(other.written) : order;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pair
          && column.equals(((Pair) other).column)
          && written.equals(((Pair) other).written)
          && agreeing == ((Pair) other).agreeing
          && compared == ((Pair) other).compared;
    }

    @Override
    public int hashCode() {
      return column.hashCode() * 31 + written.hashCode();
    }
  }

  /**
   * @param input the dataset that this run read; not null
   * @param jobNamespace namespace of the job that wrote the values; not null
   * @param jobName its name; not null
   * @param written the dataset it wrote them to; not null
   * @param millis when the run that wrote them ended, in milliseconds since 1970
   * @param columns which column holds which; not empty
   */
  public Resemblance(
      DatasetId input,
      String jobNamespace,
      String jobName,
      DatasetId written,
      long millis,
      List<Pair> columns) {
    this.input = Values.require(input, "input");
    this.jobNamespace = Values.require(jobNamespace, "jobNamespace");
    this.jobName = Values.require(jobName, "jobName");
    this.written = Values.require(written, "written");
    this.millis = millis;
    List<Pair> sorted = new ArrayList<Pair>(columns);
    Collections.sort(sorted);
    this.columns = Collections.unmodifiableList(sorted);
  }

  /** The dataset that this run read. */
  public DatasetId input() {
    return input;
  }

  public String jobNamespace() {
    return jobNamespace;
  }

  /** The job that wrote the values. */
  public String jobName() {
    return jobName;
  }

  /** The dataset that they were written to. */
  public DatasetId written() {
    return written;
  }

  /** When the run that wrote them ended, in milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  /** Which column holds which, by name. */
  public List<Pair> columns() {
    return columns;
  }
}
