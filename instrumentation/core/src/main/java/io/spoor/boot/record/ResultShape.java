package io.spoor.boot.record;

/**
 * The columns of a result set as its driver described them, without any query: what it did not tell
 * locally is null. Arrays are by column from 0.
 */
public final class ResultShape {

  public final String[] labels;
  public final String[] names;
  public final String[] tables;
  public final String[] schemas;
  public final String[] catalogs;
  public final String[] types;

  ResultShape(int columns) {
    labels = new String[columns];
    names = new String[columns];
    tables = new String[columns];
    schemas = new String[columns];
    catalogs = new String[columns];
    types = new String[columns];
  }
}
