package io.spoor.boot.record;

/**
 * Rows of one file that a library reads or writes as records: owner is the state of the stream that
 * it opened for it, the referent its reader or writer.
 */
public final class RecordRows extends SpoorState {

  /** Whether they go into the file. */
  public final boolean written;

  /** The names of the columns of {@link #rows}, from the first one on. */
  public final String[] names;

  /** Those that are kept; null while no record was met, or none of a class that is known. */
  public volatile RowStore rows;

  final ParquetColumn[] columns;

  /** What reads the records of the class that was met last. */
  RecordValues values;

  RecordRows(Object of, SpoorState file, ParquetColumn[] columns, boolean written, Object ofUnit) {
    super(RECORDS, of);
    this.owner = file;
    this.columns = columns;
    this.written = written;
    this.unit = ofUnit;
    this.names = new String[columns.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = columns[i].name;
    }
    row = new RowRing();
  }

  /** No record is looked at any longer, nor is one held. */
  void stop() {
    row = null;
    values = null;
  }

  /** Rows are kept of it no longer: its unit of work is over. */
  public void forgetRows() {
    RowStore kept = rows;
    rows = null;
    stop();
    if (kept != null) {
      kept.take(Effort.LESS);
    }
  }
}
