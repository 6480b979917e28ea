package io.spoor.sql;

import io.spoor.model.Transformation;

/** A JDBC parameter whose value goes into a column that a statement writes. Immutable. */
public final class ParameterColumn {

  private final int parameter;
  private final TargetColumn target;
  private final Transformation transformation;

  ParameterColumn(int parameter, TargetColumn target, Transformation transformation) {
    this.parameter = parameter;
    this.target = target;
    this.transformation = transformation;
  }

  /** The position of the {@code ?} in the text, from 1, as setters of JDBC count. */
  public int parameter() {
    return parameter;
  }

  /** The table written; never null. */
  public TableName table() {
    return target.table;
  }

  /** The column written; never null. */
  public String column() {
    return target.name;
  }

  /** Whether the case of the column counts. */
  public boolean isColumnQuoted() {
    return target.quoted;
  }

  /** How the value gets there; one of the direct ones. */
  public Transformation transformation() {
    return transformation;
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof ParameterColumn)) {
      return false;
    }
    ParameterColumn other = (ParameterColumn) o;
    return parameter == other.parameter
        && transformation == other.transformation
        && target.table.equals(other.target.table)
        && target.name.equals(other.target.name)
        && target.quoted == other.target.quoted;
  }

  @Override
  public int hashCode() {
    return parameter * 31 + target.name.hashCode();
  }

  @Override
  public String toString() {
    return "?" + parameter + " -> " + target.table + "." + target.name + " " + transformation;
  }
}
