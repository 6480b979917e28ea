package io.spoor.cli;

/** A column of an output of which it is not known where its values come from. */
final class UnexplainedView {
  private final DatasetView output;
  private final String column;
  private final Long sampledRows;
  private final String reason;

  /**
   * @param sampledRows rows of the output that were looked at, or null when the event does not say
   * @param reason what is known instead, or null
   */
  UnexplainedView(DatasetView output, String column, Long sampledRows, String reason) {
    this.output = output;
    this.column = column;
    this.sampledRows = sampledRows;
    this.reason = reason;
  }

  DatasetView output() {
    return output;
  }

  String column() {
    return column;
  }

  Long sampledRows() {
    return sampledRows;
  }

  String reason() {
    return reason;
  }
}
