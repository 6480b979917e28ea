package io.spoor.model;

/**
 * An input column that takes part in an output column, or in an output as a whole. Immutable;
 * ordered by output, input and transformation, those of the whole output last. Two that say the
 * same are equal, whatever each is believed for.
 */
public final class ColumnFlow implements Comparable<ColumnFlow> {

  private final String input;
  private final String output;
  private final Transformation transformation;
  private final boolean masking;
  private final Belief belief;

  /**
   * What is believed as the flow between the datasets is.
   *
   * @param input name of the input's column; not null
   * @param output name of the output's column; null when the input column decides on the output's
   *     rows rather than on one of its columns
   * @param masking whether the value cannot be read from the result: hashed, encrypted, counted
   */
  public ColumnFlow(String input, String output, Transformation transformation, boolean masking) {
    this(input, output, transformation, masking, null);
  }

  private ColumnFlow(
      String input, String output, Transformation transformation, boolean masking, Belief belief) {
    if (input == null || transformation == null) {
      throw new IllegalArgumentException("a column flow needs an input and a transformation");
    }
    if (output == null && transformation.isDirect()) {
      throw new IllegalArgumentException("a direct column flow needs an output column");
    }
    this.input = input;
    this.output = output;
    this.transformation = transformation;
    this.masking = masking;
    this.belief = belief;
  }

  /** The same, with evidence of its own. */
  public ColumnFlow believed(Belief why) {
    return new ColumnFlow(input, output, transformation, masking, why);
  }

  public String input() {
    return input;
  }

  /** The output's column; null when the flow concerns the whole output. */
  public String output() {
    return output;
  }

  public Transformation transformation() {
    return transformation;
  }

  /** Whether the value cannot be read from the result. */
  public boolean isMasking() {
    return masking;
  }

  /** What speaks for these columns; null when it is what speaks for the flow. */
  public Belief belief() {
    return belief;
  }

  @Override
  public int compareTo(ColumnFlow other) {
    if ((output == null) != (other.output == null)) {
      return output == null ? 1 : -1;
    }
    int order = output == null ? 0 : output.compareTo(other.output);
    if (order == 0) {
      order = input.compareTo(other.input);
    }
    if (order == 0) {
      order = transformation.compareTo(other.transformation);
    }
    return order == 0 ? Boolean.compare(masking, other.masking) : order;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ColumnFlow)) {
      return false;
    }
    ColumnFlow that = (ColumnFlow) other;
    return input.equals(that.input)
        && (output == null ? that.output == null : output.equals(that.output))
        && transformation == that.transformation
        && masking == that.masking;
  }

  @Override
  public int hashCode() {
    int hash = input.hashCode() * 31 + (output == null ? 0 : output.hashCode());
    return (hash * 31 + transformation.hashCode()) * 2 + (masking ? 1 : 0);
  }

  @Override
  public String toString() {
    return input + " -> " + (output == null ? "*" : output) + " (" + transformation + ")";
  }
}
