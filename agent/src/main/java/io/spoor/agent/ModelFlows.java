package io.spoor.agent;

import io.spoor.boot.record.LibraryRule;
import io.spoor.flow.RowSide;
import io.spoor.flow.Singles;
import io.spoor.ledger.Access;
import io.spoor.ledger.Ledger;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.Rung;
import io.spoor.openlineage.ModelDatasetFacet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the models of a run say about its flows: training data feeds the file that a model is saved
 * to, the file that a model is loaded from feeds what is written after it predicted. Spoor's thread
 * only.
 */
final class ModelFlows implements Inference.Knowledge {

  /** An output that is the only one written after a model predicted, in runs of known flow. */
  private static final double PREDICTED = 0.9;

  private static final Collection<ModelRows> NO_ROWS = Collections.emptyList();

  private final ModelCalls calls;
  private final Ledger ledger;
  private final ModelFiles modelFiles;
  private final Map<Access, ModelInfo> written = new IdentityHashMap<Access, ModelInfo>();
  private final Map<DatasetId, Set<DatasetId>> matched = new HashMap<DatasetId, Set<DatasetId>>();
  private final Set<Access> onlyTrains =
      Collections.newSetFromMap(new IdentityHashMap<Access, Boolean>());

  ModelFlows(ModelCalls calls, Ledger ledger, ModelFiles modelFiles) {
    this.calls = calls;
    this.ledger = ledger;
    this.modelFiles = modelFiles;
  }

  /**
   * Tells the ledger what is known now.
   *
   * @param last whether the run is over: then files are as they stay
   */
  void update(boolean last) {
    written.clear();
    onlyTrains.clear();
    calls.matchInputs();
    for (ModelInfo model : calls.models()) {
      matchSerialised(model);
      if (last) {
        for (Map.Entry<Access, long[]> each : model.within.entrySet()) {
          Access folder = each.getKey();
          boolean output = model.saved.contains(folder);
          modelFiles.gather(folder.current(), output, each.getValue()[0], each.getValue()[1]);
        }
      }
    }
    for (ModelInfo model : calls.models()) {
      for (Access saved : current(model.saved)) {
        if (saved.isUsed()) {
          written.put(saved, model);
        }
      }
    }
    for (ModelInfo model : calls.models()) {
      noteTraining(model);
    }
    for (ModelInfo model : calls.models()) {
      tell(model, last);
    }
    if (last) {
      leaveToJob();
    }
  }

  /** Data that no model had is the job's own affair: what it was read from may be in any output. */
  private void leaveToJob() {
    Set<ModelData> used = new LinkedHashSet<ModelData>();
    for (ModelInfo model : calls.models()) {
      for (ModelData each : model.trainedOn) {
        used.addAll(each.origins());
      }
      for (ModelData each : model.evaluatedOn) {
        used.addAll(each.origins());
      }
      for (ModelData each : model.scored) {
        used.addAll(each.origins());
      }
    }
    for (ModelData each : calls.data()) {
      if (!used.contains(each)) {
        for (Access source : current(each.sources)) {
          source.throughJob();
        }
      }
    }
  }

  /** The models that files of this run are. */
  List<ModelInfo> told() {
    List<ModelInfo> told = new ArrayList<ModelInfo>();
    for (ModelInfo model : calls.models()) {
      if (model.rule != null && (!model.saved.isEmpty() || !model.loaded.isEmpty())) {
        told.add(model);
      }
    }
    return told;
  }

  /** A trained model that Java's serialisation wrote: the file names its class. */
  private void matchSerialised(ModelInfo model) {
    if (model.isTrained() && model.saved.isEmpty()) {
      for (Access output : ledger.outputs()) {
        boolean isIt = model.modelClass.equals(output.serialisedClass());
        if (isIt && output.last() >= model.trained && !isTaken(output)) {
          model.saved.add(output);
          return;
        }
      }
    }
  }

  private boolean isTaken(Access output) {
    for (ModelInfo other : calls.models()) {
      if (other.saved.contains(output)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the rows that models were trained on, as what is written into their files.
   *
   * @param inputs that they may come from
   * @return how many models there are whose rows were not kept
   */
  long addRows(List<RowSide> inputs, List<RowSide> outputs) {
    Singles singles = new Singles(inputs);
    long lost = 0;
    for (ModelInfo model : calls.models()) {
      List<Access> saved = new ArrayList<Access>();
      for (Access each : current(model.saved)) {
        if (written.get(each) == model) {
          saved.add(each);
        }
      }
      boolean isLost = false;
      for (ModelRows rows : saved.isEmpty() ? NO_ROWS : model.content.values()) {
        isLost |= rows.isLost();
        RowSide side = rows.side(saved, features(model), label(model), singles);
        if (side != null) {
          outputs.add(side);
        }
      }
      lost += isLost ? 1 : 0;
    }
    return lost;
  }

  /** Takes what comparing these rows with those of inputs has told. */
  void matched(List<Flow> flows) {
    for (Access output : written.keySet()) {
      Set<DatasetId> inputs = new LinkedHashSet<DatasetId>();
      for (Flow flow : flows) {
        if (flow.output().equals(output.id()) && flow.isDirect()) {
          inputs.add(flow.input());
        }
      }
      matched.put(output.id(), inputs);
    }
    for (ModelInfo model : calls.models()) {
      tell(model, true);
    }
  }

  /** The names of what a model is made of, by place where neither it nor its data have any. */
  private static List<String> features(ModelInfo model) {
    List<String> features = model.features;
    for (ModelData each : model.trainedOn) {
      for (ModelData origin : each.origins()) {
        features = features.isEmpty() ? origin.features : features;
      }
    }
    for (ModelRows rows : model.content.values()) {
      List<String> known = rows.features(features, label(model));
      features = known.isEmpty() ? features : known;
    }
    return features;
  }

  private static Object label(ModelInfo model) {
    Object label = model.label;
    for (ModelData each : model.trainedOn) {
      for (ModelData origin : each.origins()) {
        label = label == null ? origin.label : label;
      }
    }
    for (ModelRows rows : model.content.values()) {
      label = rows.label(label);
    }
    return label;
  }

  private static Set<Access> current(Collection<Access> all) {
    Set<Access> current = new LinkedHashSet<Access>();
    for (Access each : all) {
      current.add(each.current());
    }
    return current;
  }

  private void noteTraining(ModelInfo model) {
    Set<ModelData> checked = new LinkedHashSet<ModelData>(model.trainedOn);
    for (ModelData each : model.evaluatedOn) {
      if (!each.scored) {
        checked.add(each);
      }
    }
    // A model that was saved nobody knows how may be in any output.
    if (!model.saved.isEmpty()) {
      onlyTrains.addAll(sources(checked));
    }
    for (ModelData each : calls.data()) {
      if (each.scored) {
        onlyTrains.removeAll(sources(Collections.singleton(each)));
      }
    }
  }

  /** What data came from: the files that the library read, or the one that the job had read. */
  private Set<Access> sources(Collection<ModelData> all) {
    Set<Access> sources = new LinkedHashSet<Access>();
    for (ModelData each : all) {
      for (ModelData origin : each.origins()) {
        sources.addAll(current(origin.sources));
        if (origin.madeByJob) {
          List<Access> read = readByJob(origin);
          if (read.size() == 1) {
            sources.add(read.get(0));
          }
        }
      }
    }
    return sources;
  }

  /** What the job can have made data of: what it read since the data before, else all it read. */
  private List<Access> readByJob(ModelData made) {
    List<Access> since = new ArrayList<Access>();
    List<Access> all = new ArrayList<Access>();
    Set<Access> known = new LinkedHashSet<Access>();
    for (ModelData each : calls.data()) {
      known.addAll(current(each.sources));
    }
    for (Access input : ledger.inputs()) {
      boolean mayBe =
          input.isThroughJob()
              && input.program() == null
              && input.model() == null
              && input.first() <= made.made
              && !known.contains(input)
              && !isLoaded(input);
      if (mayBe) {
        all.add(input);
        if (input.first() > made.madeBefore) {
          since.add(input);
        }
      }
    }
    return since.isEmpty() ? all : since;
  }

  private boolean isLoaded(Access input) {
    for (ModelInfo model : calls.models()) {
      if (current(model.loaded).contains(input)) {
        return true;
      }
    }
    return false;
  }

  private void tell(ModelInfo model, boolean last) {
    Set<Access> saved = current(model.saved);
    Set<Access> loaded = current(model.loaded);
    if (model.rule == null || saved.isEmpty() && loaded.isEmpty()) {
      return;
    }
    for (Access access : loaded) {
      access.setModel(facet(model, access, last));
    }
    for (Access output : current(model.exported)) {
      for (Access source : loaded) {
        ledger.edge(source, output, Rung.LIBRARY, "predict");
      }
    }
    for (Access output : saved) {
      output.setModel(facet(model, output, last));
      for (ModelData each : model.trainedOn) {
        for (ModelData origin : each.origins()) {
          for (Access source : current(origin.sources)) {
            ledger.edge(source, output, Rung.LIBRARY, "train");
          }
        }
      }
      for (ModelInfo before : model.from) {
        for (Access source : current(before.loaded)) {
          ledger.edge(source, output, Rung.LIBRARY, "train");
        }
      }
      for (Access source : loaded) {
        ledger.edge(source, output, Rung.LIBRARY, model.isTrained() ? "train" : "save");
      }
      Access readBack = ledger.knownInput(output.id());
      boolean byItself = readBack != null && !isLoaded(readBack);
      if (byItself && readBack.first() >= output.first()) {
        // Some libraries rewrite the file that they have just written.
        ledger.leaveOut(readBack);
      }
    }
  }

  private ModelDatasetFacet facet(final ModelInfo model, Access access, boolean last) {
    LibraryRule rule = model.rule;
    ModelDatasetFacet.Builder facet =
        new ModelDatasetFacet.Builder(rule.library)
            .with("libraryVersion", model.libraryVersion)
            .with("modelClass", model.modelClass)
            .with("modelVersion", model.version)
            .parameters(model.parameters)
            .metrics(
                model.metrics.told(
                    new ModelMetrics.Names() {
                      @Override
                      public String of(Object set) {
                        return name(model, set);
                      }
                    }))
            .trainedOn(trainedOn(model, access))
            .evaluatedOn(ids(evaluatedOn(model)));
    long rows = -1;
    for (ModelData each : model.trainedOn) {
      rows = each.rows < 0 ? rows : Math.max(0, rows) + each.rows;
    }
    facet.features(features(model)).with("label", label(model)).with("seed", seed(model));
    if (rows >= 0) {
      facet.with("rows", rows);
    }
    if (model.trainingMillis != null) {
      facet.with("trainingMillis", model.trainingMillis);
    } else if (model.isTrained() && model.iterations <= model.iterationsInCall) {
      facet.with("trainingMillis", model.trainingNanos / 1000000);
    }
    if (model.iterations > 0) {
      facet.with("iterations", model.iterations);
    }
    if (model.predictions > 0) {
      facet.with("predictions", model.predictions);
    }
    if (last) {
      modelFiles.describe(access, facet);
    }
    return facet.build();
  }

  /** Files that the library read, or what the rows of the job's arrays were found in. */
  private List<DatasetId> trainedOn(ModelInfo model, Access access) {
    Set<DatasetId> ids = new LinkedHashSet<DatasetId>(ids(sources(model.trainedOn)));
    if (matched.containsKey(access.id())) {
      ids.addAll(matched.get(access.id()));
    }
    return new ArrayList<DatasetId>(ids);
  }

  /** What it was trained on as well shows how it fits, not how good it is. */
  private Set<Access> evaluatedOn(ModelInfo model) {
    Set<ModelData> others = new LinkedHashSet<ModelData>(model.evaluatedOn);
    others.removeAll(model.trainedOn);
    return sources(others);
  }

  private static Object seed(ModelInfo model) {
    if (model.seed != null) {
      return model.seed;
    }
    for (Map.Entry<String, Object> each : model.parameters.entrySet()) {
      String name = each.getKey().toLowerCase(java.util.Locale.ROOT).replace("_", "");
      if ((name.equals("seed") || name.equals("randomseed")) && each.getValue() instanceof Number) {
        return each.getValue();
      }
    }
    return null;
  }

  private String name(ModelInfo model, Object set) {
    ModelData held = set instanceof ModelData ? (ModelData) set : model.sets.get(set);
    if (held == null) {
      return (String) set;
    }
    Set<Access> sources = sources(Collections.singleton(held));
    return sources.size() == 1 ? sources.iterator().next().id().name() : null;
  }

  private static List<DatasetId> ids(Collection<Access> all) {
    List<DatasetId> ids = new ArrayList<DatasetId>();
    for (Access each : all) {
      if (!ids.contains(each.id())) {
        ids.add(each.id());
      }
    }
    return ids;
  }

  // What inference asks

  @Override
  public boolean mayFeed(Access input, Access output) {
    if (input.model() != null) {
      return false;
    }
    ModelInfo model = written.get(output);
    if (model == null || !model.isTrained() && model.loaded.isEmpty()) {
      return !onlyTrains.contains(input);
    }
    for (ModelData each : model.trainedOn) {
      for (ModelData origin : each.origins()) {
        if (origin.madeByJob && readByJob(origin).contains(input)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public List<Flow> flows(List<Access> outputs) {
    List<Flow> flows = new ArrayList<Flow>();
    for (Map.Entry<Access, ModelInfo> each : written.entrySet()) {
      addTraining(flows, each.getKey(), each.getValue());
    }
    for (ModelInfo model : calls.models()) {
      if (model.firstPrediction == 0 || model.rule == null) {
        continue;
      }
      List<Access> after = new ArrayList<Access>();
      for (Access output : outputs) {
        boolean mayBe = output.isThroughJob() && output.model() == null;
        if (mayBe && output.last() >= model.firstPrediction) {
          after.add(output);
        }
      }
      Set<DatasetId> from = new LinkedHashSet<DatasetId>(ids(current(model.loaded)));
      if (from.isEmpty()) {
        from.addAll(ids(current(model.saved)));
      }
      if (from.isEmpty()) {
        from.addAll(ids(sources(model.trainedOn)));
      }
      for (ModelData each : model.scored) {
        from.addAll(ids(sources(Collections.singleton(each))));
      }
      addFlows(flows, from, after);
    }
    return flows;
  }

  /** Arrays that the job filled: an edge where it had read but one input until then. */
  private void addTraining(List<Flow> flows, Access output, ModelInfo model) {
    for (ModelData each : model.trainedOn) {
      for (ModelData origin : each.origins()) {
        List<Access> read = origin.madeByJob ? readByJob(origin) : Collections.<Access>emptyList();
        int count = Math.min(read.size(), Inference.MOST_CANDIDATES);
        Evidence why =
            read.size() == 1
                ? new Evidence(Rung.EXCLUSIVE, "the only input that its training can have had")
                : new Evidence(
                    Rung.CANDIDATE, "one of " + read.size() + " that its training can have had");
        for (Access input : read.subList(0, count)) {
          double confidence = read.size() == 1 ? Inference.EXCLUSIVE : 1.0 / read.size();
          flows.add(new Flow(input.id(), output.id(), Collections.singletonList(why), confidence));
        }
      }
    }
  }

  private static void addFlows(List<Flow> flows, Set<DatasetId> from, List<Access> after) {
    int count = after.size();
    Evidence why =
        count == 1
            ? new Evidence(Rung.LIBRARY, "predict, and the only output written after it")
            : new Evidence(
                Rung.CANDIDATE, "one of " + count + " outputs written after it predicted");
    for (Access output : after) {
      for (DatasetId input : from) {
        if (!input.equals(output.id())) {
          flows.add(
              new Flow(
                  input,
                  output.id(),
                  Collections.singletonList(why),
                  count == 1 ? PREDICTED : PREDICTED / count));
        }
      }
    }
  }
}
