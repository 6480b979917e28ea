package io.spoor.memory;

import io.spoor.boot.record.Effort;
import io.spoor.model.DatasetId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An output of a job, with what was known of it at the end of the last run that wrote it. */
final class RememberedOutput {

  /** Ambiguous outputs are sampled more so many times; if that does not help, no longer. */
  private static final int TRIES = 3;

  /** Runs in which an output was explained before less of it is sampled. */
  private static final int SURE = 2;

  /** Rows that spoke for each column, at least, where less will do as well. */
  private static final int PLENTY = 100;

  final DatasetId id;

  /** When the run that wrote it ended, in milliseconds since 1970. */
  final long millis;

  final Verdict verdict;

  /** Runs with this verdict, one after the other. */
  final int runs;

  /** Less than this did not do. */
  final Effort least;

  /** The fewest rows that spoke for any of its columns, when not less was sampled. */
  final int weakest;

  /** Name and type, which may be null, of each column. */
  final List<String[]> schema;

  /** Inputs that fed it, or could have. */
  final Set<DatasetId> sources;

  final List<RememberedFlow> flows;

  /** Columns of which nothing was known. */
  final List<String> unexplained;

  final List<RememberedColumn> columns;

  RememberedOutput(
      DatasetId id,
      long millis,
      Verdict verdict,
      int runs,
      Effort least,
      int weakest,
      List<String[]> schema,
      Set<DatasetId> sources,
      List<RememberedFlow> flows,
      List<String> unexplained,
      List<RememberedColumn> columns) {
    this.id = id;
    this.millis = millis;
    this.verdict = verdict;
    this.runs = runs;
    this.least = least;
    this.weakest = weakest;
    this.schema = Collections.unmodifiableList(schema);
    this.sources = Collections.unmodifiableSet(sources);
    this.flows = Collections.unmodifiableList(flows);
    this.unexplained = Collections.unmodifiableList(unexplained);
    this.columns = Collections.unmodifiableList(columns);
  }

  /** The same without values of columns. */
  RememberedOutput withoutColumns() {
    return new RememberedOutput(
        id,
        millis,
        verdict,
        runs,
        least,
        weakest,
        schema,
        sources,
        flows,
        unexplained,
        Collections.<RememberedColumn>emptyList());
  }

  /** How much of it the next run should sample. */
  Effort effort() {
    if (least == Effort.MORE || verdict == Verdict.AMBIGUOUS && runs <= TRIES) {
      return Effort.MORE;
    }
    boolean isSure = verdict == Verdict.EXPLAINED && runs >= SURE && weakest >= PLENTY;
    return isSure && least == Effort.LESS ? Effort.LESS : Effort.USUAL;
  }

  /** How many of its columns were explained. */
  int explained() {
    Set<String> explained = new HashSet<String>();
    for (RememberedFlow flow : flows) {
      explained.add(flow.to);
    }
    return explained.size();
  }
}
