package io.spoor.model;

/**
 * A column of an output of which it is not known where its values come from, though they were seen.
 * Immutable.
 */
public final class UnexplainedColumn {

  private final DatasetId output;
  private final String name;
  private final long sampledRows;
  private final String reason;

  /**
   * @param output the dataset written; not null
   * @param name the column's; not null
   * @param sampledRows how many rows of the output were looked at
   * @param reason what is known instead, in words; no data value; not null
   */
  public UnexplainedColumn(DatasetId output, String name, long sampledRows, String reason) {
    this.output = Values.require(output, "output");
    this.name = Values.require(name, "name");
    this.sampledRows = sampledRows;
    this.reason = Values.require(reason, "reason");
  }

  public DatasetId output() {
    return output;
  }

  public String name() {
    return name;
  }

  /** How many rows of the output were looked at. */
  public long sampledRows() {
    return sampledRows;
  }

  /** What is known instead, in words. */
  public String reason() {
    return reason;
  }
}
