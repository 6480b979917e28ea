package io.spoor.cli;

/** An input that was read before an output was written and is not in it. */
final class RefutedView {
  private final DatasetView output;
  private final DatasetView input;
  private final Long sampledRows;
  private final String reason;

  /**
   * @param sampledRows rows of the input that were compared, or null when the event does not say
   * @param reason what speaks against it, or null
   */
  RefutedView(DatasetView output, DatasetView input, Long sampledRows, String reason) {
    this.output = output;
    this.input = input;
    this.sampledRows = sampledRows;
    this.reason = reason;
  }

  DatasetView output() {
    return output;
  }

  DatasetView input() {
    return input;
  }

  Long sampledRows() {
    return sampledRows;
  }

  String reason() {
    return reason;
  }
}
