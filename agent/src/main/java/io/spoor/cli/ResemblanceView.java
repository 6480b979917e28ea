package io.spoor.cli;

import java.util.Collections;
import java.util.List;

/** An input that holds values which another job wrote to a dataset of another name. */
final class ResemblanceView {

  /** A column of the input, the one that was written, and of how many values how many agree. */
  static final class Pair {
    final String column;
    final String holds;
    final Long agreeing;
    final Long compared;

    Pair(String column, String holds, Long agreeing, Long compared) {
      this.column = column;
      this.holds = holds;
      this.agreeing = agreeing;
      this.compared = compared;
    }
  }

  private final DatasetView input;
  private final String job;
  private final DatasetView written;
  private final String time;
  private final List<Pair> columns;

  /**
   * @param job name of the job that wrote the values
   * @param time when it did, or null
   */
  ResemblanceView(
      DatasetView input, String job, DatasetView written, String time, List<Pair> columns) {
    this.input = input;
    this.job = job;
    this.written = written;
    this.time = time;
    this.columns = Collections.unmodifiableList(columns);
  }

  DatasetView input() {
    return input;
  }

  String job() {
    return job;
  }

  DatasetView written() {
    return written;
  }

  String time() {
    return time;
  }

  List<Pair> columns() {
    return columns;
  }

  /** {@code mail, credit hold what export wrote to /out/customers.csv (mail, credit)}. */
  String line() {
    StringBuilder own = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (Pair pair : columns) {
      own.append(own.length() == 0 ? "" : ", ").append(pair.column);
      others.append(others.length() == 0 ? "" : ", ").append(pair.holds);
    }
    String same = own.toString().equals(others.toString()) ? "" : " (" + others + ")";
    String verb = columns.size() == 1 ? " holds what " : " hold what ";
    return own + verb + job + " wrote to " + written.label() + same;
  }
}
