package io.spoor.boot.record;

/** How much is kept of one side's rows. */
public enum Effort {
  /** Of what has been explained often: enough to see that it is so still. */
  LESS(100, 32 << 10),

  /** Of what nothing is known. */
  USUAL(200, 64 << 10),

  /** Of files, of whose first bytes all rows are kept as well. */
  FILE(100, 64 << 10),

  /** Of what could not be told apart before. */
  MORE(1000, 512 << 10);

  /** So many rows are kept whatever is in them, if half of the room is enough for them. */
  final int first;

  /** Bytes that rows take, at most. */
  final int room;

  Effort(int first, int room) {
    this.first = first;
    this.room = room;
  }
}
