package jobs.random;

import java.util.Objects;

/** Something flows: {@code input -> output}, each a dataset or {@code dataset#COLUMN}. */
public final class Edge {

  private final String text;
  private final Change change;
  private final Shape shape;
  private final Threading threading;

  Edge(String input, String output, Change change, Step step) {
    this.text = input + " -> " + output;
    this.change = change;
    this.shape = step.shape;
    this.threading = step.threading;
  }

  /** {@code csv.gz > table}: what it leads from and to. */
  public String media() {
    String[] sides = text.split(" -> ");
    return medium(sides[0]) + " > " + medium(sides[1]);
  }

  private static String medium(String side) {
    String dataset = side.split("#")[0];
    int ending = dataset.indexOf('.');
    return dataset.indexOf('/') < 0 ? "table" : dataset.substring(ending + 1);
  }

  /** What becomes of the value on its way; null between datasets. */
  public Change change() {
    return change;
  }

  public Shape shape() {
    return shape;
  }

  public Threading threading() {
    return threading;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edge && text.equals(((Edge) other).text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
