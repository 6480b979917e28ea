package io.spoor.sql;

import java.util.Collections;
import java.util.List;

/** One column of the rows that a statement hands to the caller. Immutable. */
public final class ResultColumn {

  private final String label;
  private final boolean labelWritten;
  private final List<ColumnLineage> sources;

  ResultColumn(String label, boolean labelWritten, List<ColumnLineage> sources) {
    this.label = label;
    this.labelWritten = labelWritten;
    this.sources = Collections.unmodifiableList(sources);
  }

  /**
   * The label, unquoted; {@code *} when an unknown number of columns stands here, after which
   * positions say nothing.
   */
  public String label() {
    return label;
  }

  /** Whether the label is written; else it is the expression's text without its literals. */
  public boolean isLabelWritten() {
    return labelWritten;
  }

  /** Whether all columns of a table stand here whose columns are not known. */
  public boolean isAllColumns() {
    return !labelWritten && "*".equals(label);
  }

  /** What it is made of; empty for literals, parameters and what could not be resolved. */
  public List<ColumnLineage> sources() {
    return sources;
  }

  @Override
  public String toString() {
    return label + " " + sources;
  }
}
