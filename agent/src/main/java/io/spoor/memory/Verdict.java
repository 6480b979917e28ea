package io.spoor.memory;

/** What a run could say of an output. */
enum Verdict {
  /** All columns that vary came from inputs that are known. */
  EXPLAINED,

  /** Of some columns nothing was known, or several inputs could have fed it. */
  AMBIGUOUS,

  /** Neither: its rows were not seen. */
  OPEN
}
