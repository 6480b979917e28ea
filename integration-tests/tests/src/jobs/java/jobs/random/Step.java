package jobs.random;

import java.util.ArrayList;
import java.util.List;

/** One thing after the other that a program does. */
final class Step {

  final Shape shape;
  final Threading threading;
  final List<Part> parts = new ArrayList<>();
  final List<Output> outputs = new ArrayList<>();

  /** What an aggregate groups by. */
  int group = -1;

  /** In which order different values come. */
  int order;

  Step(Shape shape, Threading threading) {
    this.shape = shape;
    this.threading = threading;
  }

  /** Whether the rows are not read in advance. */
  boolean isStreamed() {
    return shape == Shape.STREAM;
  }
}
