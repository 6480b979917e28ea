package io.spoor.agent;

import io.spoor.boot.record.LibraryObject;
import io.spoor.ledger.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known of an object of a library that holds data. Spoor's thread only. */
final class ModelData {

  /** Read by the library itself. */
  final Set<Access> sources = new LinkedHashSet<Access>(2);

  /** Other data that it was made of. */
  final Set<ModelData> from = new LinkedHashSet<ModelData>(2);

  /** What it was made of the job has read before. */
  boolean madeByJob;

  /** The model that made it by predicting; null when none did. */
  ModelInfo by;

  /** Logical time when it was complete. */
  final long made;

  /** When data was made before it; what was read until then is in that. */
  final long madeBefore;

  long rows = -1;

  /** The first rows of what the job gave; null when nothing is known of them, or no more. */
  ModelRows content;

  List<String> features = new ArrayList<String>(0);
  Object label;
  boolean trains;
  boolean scored;

  ModelData(long made, long madeBefore) {
    this.made = made;
    this.madeBefore = madeBefore;
  }

  /** Everything that it was made of, itself included. */
  Set<ModelData> origins() {
    Set<ModelData> all = new LinkedHashSet<ModelData>();
    collect(all);
    return all;
  }

  private void collect(Set<ModelData> all) {
    if (all.add(this)) {
      for (ModelData each : from) {
        each.collect(all);
      }
    }
  }

  /** Of an object; null when it holds none. */
  static ModelData of(Object object) {
    Object known = object instanceof LibraryObject ? ((LibraryObject) object).detail : null;
    return known instanceof ModelData ? (ModelData) known : null;
  }
}
