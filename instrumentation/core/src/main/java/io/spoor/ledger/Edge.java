package io.spoor.ledger;

import io.spoor.model.ColumnFlow;
import io.spoor.model.Rung;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A flow that is known for certain: a statement or a copy made it. Follows renames of its ends.
 * Column flows only become more. Spoor's thread only.
 */
public final class Edge {

  private final Access input;
  private final Access output;
  private final Rung rung;
  private final String detail;
  private boolean direct;
  private Set<ColumnFlow> columns = Collections.emptySet();

  Edge(Access input, Access output, Rung rung, String detail) {
    this.input = input;
    this.output = output;
    this.rung = rung;
    this.detail = detail;
  }

  public Access input() {
    return input;
  }

  public Access output() {
    return output;
  }

  public Rung rung() {
    return rung;
  }

  /**
   * What made the flow: a kind of statement, the name of a call; null when there is nothing to add.
   */
  public String detail() {
    return detail;
  }

  /** Whether values of the input are in the output; else it only decides on rows. */
  public boolean isDirect() {
    return direct;
  }

  void setDirect() {
    direct = true;
  }

  /** The columns that are known to take part, each once, in order of first sight; may be empty. */
  public Collection<ColumnFlow> columns() {
    return Collections.unmodifiableCollection(columns);
  }

  boolean has(ColumnFlow column) {
    return columns.contains(column);
  }

  void add(ColumnFlow column) {
    if (columns.isEmpty()) {
      columns = new LinkedHashSet<ColumnFlow>();
    }
    columns.add(column);
  }
}
