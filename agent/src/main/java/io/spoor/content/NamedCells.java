package io.spoor.content;

/** Takes the values of a row that have names of their own. */
interface NamedCells {

  /** The open row has a text or a number, or null; one that has several of a name has none. */
  void put(String name, Object value);
}
