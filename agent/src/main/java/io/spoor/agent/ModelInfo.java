package io.spoor.agent;

import io.spoor.boot.record.LibraryObject;
import io.spoor.boot.record.LibraryRule;
import io.spoor.ledger.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of a model in the job's memory. Spoor's thread only. */
final class ModelInfo {

  private static final int PARAMETERS = 300;

  /** Null while it is only known to predict. */
  LibraryRule rule;

  String libraryVersion;
  String modelClass;
  final Map<String, Object> parameters = new LinkedHashMap<String, Object>();
  final ModelMetrics metrics = new ModelMetrics();

  /** What the library calls data it measures with. */
  final Map<String, ModelData> sets = new LinkedHashMap<String, ModelData>();

  final Set<ModelData> trainedOn = new LinkedHashSet<ModelData>(2);

  /** The first rows of it as they were then; data may be filled again for the next model. */
  final Map<ModelData, ModelRows> content = new LinkedHashMap<ModelData, ModelRows>(2);

  final Set<ModelData> evaluatedOn = new LinkedHashSet<ModelData>(2);

  /** Data that it was given to predict. */
  final Set<ModelData> scored = new LinkedHashSet<ModelData>(2);

  /** Models that it was made of. */
  final Set<ModelInfo> from = new LinkedHashSet<ModelInfo>(2);

  /** How many bytes it was read from, where only that is known; 0 otherwise. */
  long loadedBytes;

  /** Logical time when it was loaded so. */
  long loadedAt;

  final Set<Access> saved = new LinkedHashSet<Access>(2);

  /** Of each that was saved or loaded, the logical times when that began and was over. */
  final Map<Access, long[]> within = new LinkedHashMap<Access, long[]>(2);

  /** Files of what it predicted that its library wrote. */
  final Set<Access> exported = new LinkedHashSet<Access>(2);

  final Set<Access> loaded = new LinkedHashSet<Access>(2);
  List<String> features = new ArrayList<String>(0);
  Object label;
  Object seed;
  Object version;

  /** Logical time when its last training began: what was read later is not in it. */
  long trained;

  long trainingNanos;

  /** What the library itself says about the time; null when it does not. */
  Number trainingMillis;

  /** How many iterations there were when the training's call returned: later ones are not in it. */
  long iterationsInCall;

  long iterations;
  long predictions;

  /** Logical time; 0 before. */
  long firstPrediction;

  ModelInfo(String modelClass) {
    this.modelClass = modelClass;
  }

  void parameter(String name, Object value) {
    if (parameters.size() < PARAMETERS || parameters.containsKey(name)) {
      parameters.put(name, value);
    }
  }

  /** Whether it is known to be in a file. */
  boolean isOnDisk() {
    return !saved.isEmpty() || !loaded.isEmpty() || loadedBytes > 0 || !exported.isEmpty();
  }

  boolean isTrained() {
    return trained > 0;
  }

  /** Of an object; null when it is no model yet. */
  static ModelInfo of(Object object) {
    Object known = object instanceof LibraryObject ? ((LibraryObject) object).detail : null;
    return known instanceof ModelInfo ? (ModelInfo) known : null;
  }
}
