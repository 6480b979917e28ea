package io.spoor.flow;

import io.spoor.ledger.Access;
import io.spoor.model.Transformation;

/** The column of a dataset that stands behind a column of sampled rows. Immutable. */
public final class RowColumn {

  private final Access access;
  private final String name;
  private final Transformation transformation;
  private final boolean masking;

  /**
   * @param name null when the dataset is known and its column is not
   * @param transformation how the dataset's column and the rows' are related
   */
  public RowColumn(Access access, String name, Transformation transformation, boolean masking) {
    this.access = access;
    this.name = name;
    this.transformation = transformation;
    this.masking = masking;
  }

  Access access() {
    return access.current();
  }

  String name() {
    return name;
  }

  Transformation transformation() {
    return transformation;
  }

  boolean isMasking() {
    return masking;
  }
}
