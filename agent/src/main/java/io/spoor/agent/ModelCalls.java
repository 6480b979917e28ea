package io.spoor.agent;

import io.spoor.boot.record.LibraryCall;
import io.spoor.boot.record.LibraryCall.Named;
import io.spoor.boot.record.LibraryObject;
import io.spoor.boot.record.Role;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Rung;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes what calls of described libraries tell: which files they read and wrote, which objects hold
 * data and which are models. Spoor's thread only.
 */
final class ModelCalls {

  /** Models that are looked at when an event is made, and data sets; the oldest make way. */
  private static final int MOST = 1000;

  private final DataFiles files;
  private final FileDatasets datasets;
  private final FileVersions versions;
  private final Ledger ledger;
  private final LibraryVersions libraryVersions = new LibraryVersions();
  private final Set<ModelInfo> models = new LinkedHashSet<ModelInfo>();
  private final Set<ModelData> data = new LinkedHashSet<ModelData>();
  private final HeldRows rows = new HeldRows();

  /** Models that no call was seen to make, by their class: one may have been serialised by Java. */
  private final Map<String, ModelInfo> unknown = new HashMap<String, ModelInfo>();

  private long lastMade;
  private long dropped;

  ModelCalls(DataFiles files, FileDatasets datasets, FileVersions versions, Ledger ledger) {
    this.files = files;
    this.datasets = datasets;
    this.versions = versions;
    this.ledger = ledger;
  }

  Collection<ModelInfo> models() {
    return models;
  }

  /** Java's serialisation names the class of what it wrote: no call needs to be seen to load it. */
  void matchInputs() {
    for (ModelInfo model : models) {
      if (model.loadedBytes > 0 && model.loaded.isEmpty()) {
        matchBytes(model);
      }
    }

    for (Access input : ledger.inputs()) {
      ModelInfo model = unknown.get(input.serialisedClass());
      if (model != null) {
        model.loaded.add(input);
        models.add(model);
      }
    }
  }

  /** The file that was read last with as many bytes. */
  private void matchBytes(ModelInfo model) {
    Access last = null;
    for (Access input : ledger.inputs()) {
      boolean fits = input.bytes() == model.loadedBytes && input.first() <= model.loadedAt;
      if (fits && (last == null || input.first() > last.first())) {
        last = input;
      }
    }
    if (last != null) {
      model.loaded.add(last);
    }
  }

  Collection<ModelData> data() {
    return data;
  }

  /** Bytes of the rows that models were trained on. */
  long heapBytes() {
    return rows.heapBytes();
  }

  /** Models in files that were not kept because of the limit. */
  long dropped() {
    return dropped;
  }

  /** What was counted on an object. */
  void used(LibraryObject object) {
    ModelInfo model = ModelInfo.of(object);
    if (model == null) {
      // Parts of a model predict too, a tree of a forest: they share what is known of their class.
      model = object.detail == null ? unknown(object) : null;
    }
    if (model == null) {
      return;
    }
    model.iterations = Math.max(model.iterations, object.writes);
    model.predictions += object.reads - object.told;
    object.told = object.reads;
    if (model.firstPrediction == 0) {
      model.firstPrediction = object.firstRead;
    }
    ModelData scored = ModelData.of(object.owner);
    if (scored != null && model.scored.size() < MOST) {
      scored.scored = true;
      model.scored.add(scored);
    }
  }

  /** What was counted before it was known what the object is. */
  private void takeOver(LibraryObject object) {
    ModelInfo counted = unknown.get(object.type);
    if (counted != null) {
      counted.predictions -= object.told;
    }
    object.told = 0;
    used(object);
  }

  private ModelInfo unknown(LibraryObject object) {
    ModelInfo known = unknown.get(object.type);
    if (known == null && unknown.size() < MOST) {
      known = new ModelInfo(object.type);
      known.rule = object.rule;
      Object alive = object.get();
      Class<?> type = alive == null ? null : alive.getClass();
      known.libraryVersion = libraryVersions.of(type, object.rule.artifact);
      unknown.put(object.type, known);
    }
    return known;
  }

  /** The model that an object is; made if there is none, null for data and when it is too many. */
  private ModelInfo model(LibraryObject object) {
    if (object.detail == null) {
      object.detail = new ModelInfo(object.type);
    }
    ModelInfo model = ModelInfo.of(object);
    if (model != null && models.add(model)) {
      makeWayForModels();
    }
    return model;
  }

  /** Of those that were not saved the oldest: if it is used again it comes back. */
  private void makeWayForModels() {
    if (models.size() <= MOST) {
      return;
    }
    for (Iterator<ModelInfo> each = models.iterator(); each.hasNext(); ) {
      if (!each.next().isOnDisk()) {
        each.remove();
        return;
      }
    }
    if (models.size() > 2 * MOST) {
      models.remove(models.iterator().next());
      dropped++;
    }
  }

  void take(LibraryCall call) {
    String namespace = null;
    for (int i = 0; i < call.rule.parts.length; i++) {
      if (call.rule.parts[i].role == Role.NAMESPACE) {
        namespace = call.rule.parts[i].text;
      }
    }
    List<Access> inputs = accesses(call, namespace, false, Role.READS, Role.CONTENT);
    List<Access> outputs = accesses(call, namespace, true, Role.WRITES, Role.GIVES);
    List<LibraryObject> from = objects(call, Role.FROM);
    List<LibraryObject> on = objects(call, Role.ON);
    for (LibraryObject each : objects(call, Role.DATA)) {
      holdData(each, call, inputs, from);
    }
    List<ModelInfo> concerned = new ArrayList<ModelInfo>(1);
    ModelInfo loaded = null;
    for (LibraryObject each : objects(call, Role.LOADS)) {
      // Whatever an object was before, it is what it was read from now. Several from one file, as
      // a classifier and the header of its data, are one model.
      each.detail = loaded;
      loaded = add(concerned, each, call);
    }
    if (loaded != null) {
      loaded.loaded.addAll(inputs);
      noteTimes(loaded, inputs, call);
      Object content = value(call, Role.CONTENT);
      loaded.loadedBytes = content instanceof Long ? (Long) content : 0;
      loaded.loadedAt = call.called;
    }
    for (LibraryObject each : objects(call, Role.TRAINS)) {
      train(add(concerned, each, call), call, from, on);
    }
    ModelInfo known = from.isEmpty() ? null : ModelInfo.of(from.get(0));
    for (LibraryObject each : objects(call, Role.MODEL)) {
      if (known != null) {
        each.detail = known;
        add(concerned, each, call);
      }
    }
    for (LibraryObject each : objects(call, Role.BECOMES)) {
      if (known != null) {
        each.detail = known;
        known.modelClass = each.type;
        add(concerned, each, call);
      }
    }
    for (LibraryObject each : objects(call, Role.EVALUATES)) {
      ModelData predicted = ModelData.of(each);
      if (predicted != null) {
        evaluatePredicted(predicted, concerned);
        continue;
      }
      ModelInfo model = add(concerned, each, call);
      if (model != null) {
        evaluatedOn(model, on, call);
        nameSets(model, on, names(call, Role.NAMES));
      }
    }
    for (LibraryObject each : objects(call, Role.SAVES)) {
      ModelData held = ModelData.of(each);
      if (held != null) {
        edges(held, outputs);
        exported(held, outputs);
      } else {
        ModelInfo model = add(concerned, each, call);
        if (model != null) {
          model.saved.addAll(outputs);
          noteTimes(model, outputs, call);
        }
      }
    }
    for (ModelInfo model : concerned) {
      describe(model, call);
    }
    if (concerned.isEmpty() && objects(call, Role.DATA).isEmpty()) {
      // In-house I/O: its data went through the job's code.
      throughJob(inputs);
      throughJob(outputs);
    }
  }

  private static void throughJob(List<Access> all) {
    for (Access each : all) {
      each.throughJob();
    }
  }

  private ModelInfo add(List<ModelInfo> concerned, LibraryObject object, LibraryCall call) {
    boolean isNew = object.detail == null;
    ModelInfo model = model(object);
    if (model != null) {
      if (isNew) {
        takeOver(object);
      }
      if (model.rule == null) {
        model.rule = call.rule;
        model.libraryVersion = libraryVersions.of(call.type, call.rule.artifact);
      }
      if (!concerned.contains(model)) {
        concerned.add(model);
      }
    }
    return model;
  }

  private void holdData(
      LibraryObject object, LibraryCall call, List<Access> inputs, List<LibraryObject> from) {
    ModelData held = ModelData.of(object);
    if (held == null) {
      held = data(object, call.called);
    }
    held.sources.addAll(inputs);
    for (LibraryObject each : from) {
      ModelData origin = ModelData.of(each);
      if (origin != null && origin != held) {
        held.from.add(origin);
      }
    }
    for (LibraryObject each : objects(call, Role.BY)) {
      held.by = ModelInfo.of(each);
    }
    held.madeByJob = held.sources.isEmpty() && held.from.isEmpty();
    held.content = rows.with(held.content, call.rows);
    Object rows = value(call, Role.ROWS);
    if (rows instanceof Number) {
      held.rows = ((Number) rows).longValue();
    }
    held.label = first(value(call, Role.LABEL), held.label);
    List<String> features = names(call, Role.FEATURES);
    held.features = features.isEmpty() ? held.features : features;
  }

  private ModelData data(LibraryObject object, long tick) {
    ModelData held = made(tick);
    object.detail = held;
    return held;
  }

  private ModelData made(long tick) {
    if (data.size() >= MOST) {
      Iterator<ModelData> oldest = data.iterator();
      for (Access source : oldest.next().sources) {
        // No model had it yet that is known: then it is the job's affair.
        source.current().throughJob();
      }
      oldest.remove();
    }
    ModelData held = new ModelData(tick, lastMade);
    lastMade = Math.max(lastMade, tick);
    data.add(held);
    return held;
  }

  private void train(
      ModelInfo model, LibraryCall call, List<LibraryObject> from, List<LibraryObject> on) {
    if (model == null) {
      return;
    }
    model.trained = call.called;
    model.trainingNanos += call.nanos;
    model.iterationsInCall = call.in;
    for (LibraryObject each : from) {
      ModelInfo before = ModelInfo.of(each);
      if (before != null && before != model) {
        model.from.add(before);
      }
    }
    for (LibraryObject each : on) {
      ModelData held = dataOf(each, call);
      if (held != null) {
        held.trains = true;
        model.trainedOn.add(held);
        hold(model, held, on.size() == 1 ? call : null);
      }
    }
    if (on.isEmpty() && model.trainedOn.isEmpty()) {
      // Arrays of the job's own.
      ModelData held = made(call.called);
      held.madeByJob = true;
      held.trains = true;
      model.trainedOn.add(held);
      hold(model, held, call);
    }
    for (int i = 0; i < call.rule.parts.length; i++) {
      if (call.rule.parts[i].role == Role.VALIDATES) {
        for (Named each : call.found[i]) {
          ModelData held = dataOf((LibraryObject) each.value, call);
          if (held != null && each.name != null) {
            model.sets.put(each.name, held);
          }
          if (held != null && !model.trainedOn.contains(held)) {
            model.evaluatedOn.add(held);
          }
        }
      }
    }
  }

  /**
   * Keeps the rows that a model was trained on.
   *
   * @param call null when its rows are those of several data
   */
  private void hold(ModelInfo model, ModelData held, LibraryCall call) {
    if (call != null && call.rows != null) {
      ModelRows copied = rows.with(null, call.rows);
      // What a library reads itself has columns of its own making, unless they have names.
      if (copied.isNamed() || isMadeByJob(held)) {
        model.content.put(held, copied);
      }
      return;
    }
    for (ModelData origin : held.origins()) {
      if (origin.content != null) {
        model.content.put(held, rows.used(origin.content));
        return;
      }
    }
  }

  private static boolean isMadeByJob(ModelData held) {
    boolean isMade = false;
    for (ModelData origin : held.origins()) {
      isMade |= origin.madeByJob;
    }
    return isMade;
  }

  /** Data that no call was seen to make is an object that the job filled. */
  private ModelData dataOf(LibraryObject object, LibraryCall call) {
    ModelData held = ModelData.of(object);
    if (held == null && object.detail == null) {
      held = data(object, call.called);
      held.madeByJob = true;
    }
    if (held != null) {
      Object rows = value(call, Role.ROWS);
      held.rows = rows instanceof Number ? ((Number) rows).longValue() : held.rows;
    }
    return held;
  }

  private void evaluatedOn(ModelInfo model, List<LibraryObject> on, LibraryCall call) {
    for (LibraryObject each : on) {
      ModelData held = dataOf(each, call);
      if (held != null && !model.trainedOn.contains(held)) {
        held.scored = true;
        model.evaluatedOn.add(held);
      }
    }
  }

  private static void noteTimes(ModelInfo model, List<Access> all, LibraryCall call) {
    for (Access each : all) {
      model.within.put(each, new long[] {call.called, call.firstRead});
    }
  }

  private static void evaluatePredicted(ModelData predicted, List<ModelInfo> concerned) {
    for (ModelData origin : predicted.origins()) {
      if (origin.by != null && origin.by.rule != null) {
        origin.by.evaluatedOn.add(predicted);
        predicted.scored = true;
        concerned.add(origin.by);
        return;
      }
    }
  }

  /** Metrics that are text speak of data sets by these names. */
  private static void nameSets(ModelInfo model, List<LibraryObject> on, List<String> names) {
    for (int i = 0; i < on.size() && on.size() == names.size(); i++) {
      ModelData held = ModelData.of(on.get(i));
      if (held != null) {
        model.sets.put(names.get(i), held);
      }
    }
  }

  /** What a model predicted, written by its library. */
  private static void exported(ModelData held, List<Access> outputs) {
    for (ModelData each : held.origins()) {
      if (each.by != null) {
        each.by.exported.addAll(outputs);
      }
    }
  }

  private void edges(ModelData held, List<Access> outputs) {
    for (ModelData each : held.origins()) {
      for (Access input : each.sources) {
        for (Access output : outputs) {
          ledger.edge(input.current(), output.current(), Rung.LIBRARY, "save");
        }
      }
    }
  }

  private void describe(ModelInfo model, LibraryCall call) {
    List<String> metricNames = names(call, Role.NAMES);
    List<LibraryObject> on = objects(call, Role.ON);
    if (on.isEmpty()) {
      on = objects(call, Role.EVALUATES);
    }
    ModelData measured = on.isEmpty() ? null : ModelData.of(on.get(0));
    Object set = measured == null ? set(model, value(call, Role.SET)) : measured;
    for (int i = 0; i < call.rule.parts.length; i++) {
      for (Named each : call.found[i]) {
        switch (call.rule.parts[i].role) {
          case PARAMETERS:
            if (each.name != null) {
              parameter(model, each.name, each.value);
            }
            break;
          case PARAMETER:
            parameter(model, call.rule.parts[i].name, each.value);
            break;
          case METRIC:
            metric(model, call.rule.parts[i].name, each.value, set);
            break;
          case METRICS:
            metrics(model, each, metricNames, set, call.in - 1);
            break;
          default:
            break;
        }
      }
    }
    model.label = first(value(call, Role.LABEL), model.label);
    model.seed = first(value(call, Role.SEED), model.seed);
    model.version = first(value(call, Role.VERSION), model.version);
    Object millis = value(call, Role.MILLIS);
    model.trainingMillis = millis instanceof Number ? (Number) millis : model.trainingMillis;
    List<String> features = names(call, Role.FEATURES);
    model.features = features.isEmpty() ? model.features : features;
  }

  private static void parameter(ModelInfo model, String name, Object value) {
    if (value instanceof double[]) {
      StringBuilder text = new StringBuilder();
      for (double each : (double[]) value) {
        text.append(text.length() == 0 ? "" : ", ").append(each);
      }
      model.parameter(name, text.toString());
    } else {
      model.parameter(name, value);
    }
  }

  /** The data that a number stands for: 0 for the training's, then those it is checked with. */
  private static Object set(ModelInfo model, Object number) {
    if (!(number instanceof Number)) {
      return null;
    }
    int i = ((Number) number).intValue();
    List<ModelData> all = new ArrayList<ModelData>(model.trainedOn);
    all = new ArrayList<ModelData>(all.subList(0, Math.min(1, all.size())));
    all.addAll(model.evaluatedOn);
    return i >= 0 && i < all.size() ? all.get(i) : null;
  }

  private static void metrics(
      ModelInfo model, Named each, List<String> names, Object set, long iteration) {
    if (each.value instanceof double[]) {
      double[] values = (double[]) each.value;
      for (int i = 0; i < values.length && i < names.size(); i++) {
        model.metrics.add(names.get(i), values[i], set, iteration);
      }
    } else if (each.name == null && each.value instanceof Number && !names.isEmpty()) {
      metric(model, names.get(0), each.value, set, -1);
    } else if (each.name == null && each.value instanceof String) {
      MetricText.read((String) each.value, model, set);
    } else if (each.name != null) {
      int named = namedSet(each.name);
      if (named < 0) {
        metric(model, each.name, each.value, set, iteration);
      } else {
        String name = each.name.substring(each.name.indexOf('_') + 1);
        metric(model, name, each.value, set(model, named), iteration);
      }
    }
  }

  /** The number of the data set that a name begins with, {@code train_loss}; -1 when with none. */
  private static int namedSet(String name) {
    if (name.startsWith("train_") || name.startsWith("training_")) {
      return 0;
    }
    boolean checks =
        name.startsWith("valid_") || name.startsWith("validate_") || name.startsWith("validation_");
    return checks ? 1 : -1;
  }

  private static void metric(ModelInfo model, String name, Object value, Object set) {
    int space = name.indexOf(' ');
    if (space < 0) {
      metric(model, name, value, set, -1);
      return;
    }
    int number = name.startsWith("training ") ? 0 : 1;
    metric(model, name.substring(space + 1), value, set(model, number), -1);
  }

  private static void metric(
      ModelInfo model, String name, Object value, Object set, long iteration) {
    if (value instanceof Number) {
      double number =
          value instanceof Float
              ? Double.parseDouble(value.toString())
              : ((Number) value).doubleValue();
      model.metrics.add(name, number, set, iteration);
    }
  }

  private List<Access> accesses(LibraryCall call, String namespace, boolean output, Role... roles) {
    List<Access> all = new ArrayList<Access>(1);
    for (int i = 0; i < call.rule.parts.length; i++) {
      Role role = call.rule.parts[i].role;
      if (role == roles[0] || role == roles[1]) {
        for (Named each : call.found[i]) {
          Access access =
              each.value instanceof String ? access((String) each.value, namespace, output) : null;
          if (access != null) {
            long tick = output ? call.firstRead : call.called;
            access.used(1, tick, tick);
            access.usedAsData();
            all.add(access);
          }
        }
      }
    }
    return all;
  }

  private Access access(String path, String namespace, boolean output) {
    if (namespace != null) {
      DatasetId id = new DatasetId(namespace, path);
      return output ? ledger.output(id, Access.Kind.FILE) : ledger.input(id, Access.Kind.FILE);
    }
    DatasetId id = files.named(local(path));
    if (output) {
      return datasets.output(id);
    }
    Access access = datasets.input(id);
    versions.read(access);
    return access;
  }

  /** Without the scheme of local files, and what some libraries let follow a name behind ? or #. */
  private static String local(String path) {
    String local = path.startsWith("file:/") ? path.replaceFirst("^file:/+", "/") : path;
    int end = Math.max(local.indexOf('?'), local.indexOf('#'));
    return end > 0 && !new File(local).exists() ? local.substring(0, end) : local;
  }

  private static List<LibraryObject> objects(LibraryCall call, Role role) {
    List<LibraryObject> all = new ArrayList<LibraryObject>(1);
    for (int i = 0; i < call.rule.parts.length; i++) {
      if (call.rule.parts[i].role == role) {
        for (Named each : call.found[i]) {
          all.add((LibraryObject) each.value);
        }
      }
    }
    return all;
  }

  private static Object value(LibraryCall call, Role role) {
    for (int i = 0; i < call.rule.parts.length; i++) {
      if (call.rule.parts[i].role == role && call.found[i].length > 0) {
        return call.found[i][0].value;
      }
    }
    return null;
  }

  private static List<String> names(LibraryCall call, Role role) {
    List<String> all = new ArrayList<String>();
    for (int i = 0; i < call.rule.parts.length; i++) {
      if (call.rule.parts[i].role == role) {
        for (Named each : call.found[i]) {
          all.add(each.name == null ? String.valueOf(each.value) : each.name);
        }
      }
    }
    return all;
  }

  private static Object first(Object one, Object other) {
    return one == null ? other : one;
  }
}
