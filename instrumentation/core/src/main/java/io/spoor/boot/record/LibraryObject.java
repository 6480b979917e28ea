package io.spoor.boot.record;

/**
 * An object of a library that stands for data or for a model. Detail is what Spoor's thread knows
 * of it; reads are its predictions, writes its iterations, firstRead the time of the first
 * prediction; owner is the data that it predicted last.
 */
public final class LibraryObject extends SpoorState {

  /** The name of its class. */
  public final String type;

  /** The description that it was met by first. */
  public final LibraryRule rule;

  /** How many of its predictions are known to Spoor's thread, which alone uses it. */
  public long told;

  LibraryObject(Object referent, LibraryRule rule) {
    super(LIBRARY_OBJECT, referent);
    type = referent.getClass().getName();
    this.rule = rule;
  }
}
