package io.spoor.model;

/** An input that was read before an output was written, and is not in it. Immutable. */
public final class RefutedInput {

  private final DatasetId output;
  private final DatasetId input;
  private final long sampledRows;
  private final String reason;

  /**
   * @param output the dataset written; not null
   * @param input the dataset read; not null
   * @param sampledRows how many rows of the input were compared
   * @param reason what speaks against it, in words; no data value; not null
   */
  public RefutedInput(DatasetId output, DatasetId input, long sampledRows, String reason) {
    this.output = Values.require(output, "output");
    this.input = Values.require(input, "input");
    this.sampledRows = sampledRows;
    this.reason = Values.require(reason, "reason");
  }

  public DatasetId output() {
    return output;
  }

  public DatasetId input() {
    return input;
  }

  /** How many rows of the input were compared. */
  public long sampledRows() {
    return sampledRows;
  }

  /** What speaks against it, in words. */
  public String reason() {
    return reason;
  }
}
