package io.spoor.sql;

import io.spoor.model.Transformation;

/**
 * One edge of a statement's column lineage: how a column of a table it reads takes part in what it
 * writes or returns. Immutable.
 *
 * <p>Names are unquoted and as written; one that was not quoted still has to be folded to the
 * database's case by the caller.
 */
public final class ColumnLineage {

  private final TableName source;
  private final String sourceColumn;
  private final boolean sourceQuoted;
  private final TableName target;
  private final String targetColumn;
  private final boolean targetQuoted;
  private final boolean targetAssumed;
  private final Transformation transformation;
  private final boolean masking;

  ColumnLineage(
      TableName source,
      String sourceColumn,
      boolean sourceQuoted,
      TargetColumn target,
      Transformation transformation,
      boolean masking) {
    this.source = source;
    this.sourceColumn = sourceColumn;
    this.sourceQuoted = sourceQuoted;
    this.target = target.table;
    this.targetColumn = target.name;
    this.targetQuoted = target.quoted;
    this.targetAssumed = target.assumed;
    this.transformation = transformation;
    this.masking = masking;
  }

  /** The table or file read; never null. */
  public TableName source() {
    return source;
  }

  /** The column read; never null, {@code *} only where {@link #isAllColumns()}. */
  public String sourceColumn() {
    return sourceColumn;
  }

  /** Whether the case of the source column counts. */
  public boolean isSourceQuoted() {
    return sourceQuoted;
  }

  /** The table or file written; null for the rows that go to the caller. */
  public TableName target() {
    return target;
  }

  /** The column written or returned; null when the influence is on the whole output. */
  public String targetColumn() {
    return targetColumn;
  }

  /** Whether the case of the target column counts. */
  public boolean isTargetQuoted() {
    return targetQuoted;
  }

  /**
   * Whether the target's name is not written for it: an INSERT without a list of columns into a
   * table whose columns are not known goes by position, and the label of the value stands for the
   * name; or the database derives the name from an expression, whose text stands here, its literals
   * replaced by question marks.
   */
  public boolean isTargetAssumed() {
    return targetAssumed;
  }

  /**
   * Whether it stands for every column of the source, each copied into a column of the target: the
   * statement selects {@code *} and the columns are not known. Both columns are then {@code *}.
   */
  public boolean isAllColumns() {
    return "*".equals(sourceColumn) && !sourceQuoted;
  }

  /** How the source takes part; never null. */
  public Transformation transformation() {
    return transformation;
  }

  /** Whether the value cannot be told from the result: a hash, a cipher, a count. */
  public boolean isMasking() {
    return masking;
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof ColumnLineage)) {
      return false;
    }
    ColumnLineage other = (ColumnLineage) o;
    return transformation == other.transformation
        && masking == other.masking
        && sourceQuoted == other.sourceQuoted
        && targetQuoted == other.targetQuoted
        && targetAssumed == other.targetAssumed
        && sourceColumn.equals(other.sourceColumn)
        && same(targetColumn, other.targetColumn)
        && source.equals(other.source)
        && same(target, other.target);
  }

  private static boolean same(Object a, Object b) {
    return a == null ? b == null : a.equals(b);
  }

  @Override
  public int hashCode() {
    int hash = source.hashCode() * 31 + sourceColumn.hashCode();
    hash = hash * 31 + (targetColumn == null ? 0 : targetColumn.hashCode());
    return hash * 31 + transformation.ordinal();
  }

  /** {@code source.column -> target.column KIND}, a null target left out, for logs and tests. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append(source).append('.').append(sourceColumn).append(" -> ");
    if (target != null) {
      out.append(target);
    }
    if (targetColumn != null) {
      out.append(target == null ? "" : ".").append(targetColumn);
    } else if (target == null) {
      out.append("rows");
    }
    out.append(' ').append(transformation.name());
    return masking ? out.append(" masking").toString() : out.toString();
  }
}
