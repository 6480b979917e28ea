package io.spoor.boot.record;

/**
 * What an argument, a result or a member of one is to Spoor. The words of descriptions are these
 * names in lower case.
 */
public enum Role {
  /** A path, URL or stream that is read by the call. */
  READS(Sort.PATH),
  /** A path or stream that is written. */
  WRITES(Sort.PATH),
  /** Bytes or text that came out of the file that the thread has opened last for reading. */
  CONTENT(Sort.PATH),
  /** Bytes or text that go into the file that the thread opens next for writing. */
  GIVES(Sort.FLAG),
  /** Holds data from now on: what was read, what FROM has, or what the job has read so far. */
  DATA(Sort.OBJECT),
  /** Where DATA or MODEL come from. */
  FROM(Sort.OBJECT),
  /** The model that has made DATA by predicting it. */
  BY(Sort.OBJECT),
  /** A model that was trained by the call. */
  TRAINS(Sort.OBJECT),
  /** The data of TRAINS, EVALUATES or PREDICTS. */
  ON(Sort.OBJECT),
  /** Data that a training is checked with; no part of the model. */
  VALIDATES(Sort.OBJECT),
  /** A model whose quality is measured, or data that it has predicted. */
  EVALUATES(Sort.OBJECT),
  /** A model, or data, that is written. */
  SAVES(Sort.OBJECT),
  /** A model that was read. */
  LOADS(Sort.OBJECT),
  /** An object that is used as the model of FROM is. */
  MODEL(Sort.OBJECT),
  /** The model itself, which FROM, a builder or a job, has led to. */
  BECOMES(Sort.OBJECT),
  /** The model of a prediction; called so often that nothing else may be asked for but ON. */
  PREDICTS(Sort.HOT),
  /** The model of one more iteration of a training; as often called. */
  ITERATES(Sort.HOT),
  /** Hyper-parameters: a map, options, {@code name=value} text, an object with public fields. */
  PARAMETERS(Sort.VALUES),
  /** One hyper-parameter, named behind the word. */
  PARAMETER(Sort.VALUE),
  /** Measures of quality: a map, a number for each of NAMES, text such as {@code rmse:0.1}. */
  METRICS(Sort.VALUES),
  /**
   * One measure of quality, named behind the word; {@code training} or {@code validation} before
   * the name says which data it is about.
   */
  METRIC(Sort.VALUE),
  /** The names of METRICS that are numbers alone; where those are text, of the data sets of ON. */
  NAMES(Sort.VALUES),
  /** The number of the data set that METRICS are about: 0 is the training's. */
  SET(Sort.VALUE),
  /** The names of columns that a model is made of. */
  FEATURES(Sort.VALUES),
  /** The column that is predicted. */
  LABEL(Sort.VALUE),
  /** How many rows DATA has. */
  ROWS(Sort.VALUE),
  /** The values of DATA, or of ON: an array for each row, or one array of ROWS rows. */
  CELLS(Sort.CELLS),
  /** The same, an array for each column. */
  VECTORS(Sort.CELLS),
  /** Of each of CELLS the number or the name of its column, where rows are sparse. */
  INDICES(Sort.CELLS),
  /** Where each row begins, and the last one ends, in CELLS and INDICES that are one array each. */
  OFFSETS(Sort.CELLS),
  /** Whether CELLS in one array are row after row: true, or CSR; they are where nothing says. */
  ROWWISE(Sort.CELLS),
  /** What absent INDICES stand for; no value where nothing says. */
  ABSENT(Sort.FLAG),
  /** The values that are to be predicted, one for each row. */
  TARGETS(Sort.CELLS),
  /** The names of all columns of CELLS or VECTORS, LABEL's too; or the name of TARGETS alone. */
  HEADINGS(Sort.CELLS),
  /** Of each column the texts that its numbers stand for, counted from 0. */
  LEVELS(Sort.CELLS),
  /** The seed of random numbers. */
  SEED(Sort.VALUE),
  /** How long the training took, in milliseconds, where it outlasts the call. */
  MILLIS(Sort.VALUE),
  /** The version that a model file itself tells. */
  VERSION(Sort.VALUE),
  /** Not a place: the namespace of READS and WRITES, which are names then and no paths. */
  NAMESPACE(Sort.FLAG),
  /** Not a place: the call counts also within another one of the library. */
  NESTED(Sort.FLAG),
  /** Not a place: the method is not looked at, though its package's are. */
  IGNORED(Sort.FLAG);

  /** What is to be found at a role's place. */
  enum Sort {
    PATH,
    OBJECT,
    HOT,
    VALUES,
    VALUE,
    CELLS,
    FLAG
  }

  final Sort sort;

  Role(Sort sort) {
    this.sort = sort;
  }

  /** Whether the role's place is looked at on each of very many calls. */
  public boolean isHot() {
    return sort == Sort.HOT;
  }

  /** Whether it says something about the method instead of having a place. */
  public boolean isFlag() {
    return sort == Sort.FLAG;
  }

  /** Whether a name stands behind its word. */
  public boolean isNamed() {
    return this == PARAMETER || this == METRIC;
  }
}
