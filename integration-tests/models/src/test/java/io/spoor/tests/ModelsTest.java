package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A library a test: what a job trained a model on and with, how good it was, where it went, and
 * what was scored with it. Jobs print what their library says of the same.
 */
class ModelsTest {

  private static final String TRAINED =
      """
      jobs.JOB COMPLETE
      input file $WORK/in/train.csv
      input file $WORK/in/valid.csv
      output file $WORK/out/MODEL
      file $WORK/in/train.csv -> file $WORK/out/MODEL [library]
      """;

  /** What the rows say where the library's Java code reads them. */
  private static final String COLUMNS =
      """
      file $WORK/in/train.csv.left -> file $WORK/out/MODEL.LABEL (identity)
      file $WORK/in/train.csv.age -> file $WORK/out/MODEL.age (identity)
      file $WORK/in/train.csv.visits -> file $WORK/out/MODEL.visits (identity)
      file $WORK/in/train.csv.spend -> file $WORK/out/MODEL.spend (identity)
      """;

  private static final String SCORED =
      """
      jobs.JOB COMPLETE
      input file $WORK/in/MODEL
      input file $WORK/in/score.csv
      output file $WORK/out/predictions.csv
      file $WORK/in/MODEL -> file $WORK/out/predictions.csv [library]
      file $WORK/in/score.csv -> file $WORK/out/predictions.csv [exclusive]
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  /** H2O refuses to start on later ones. */
  static List<Jdk> jdksOfH2o() {
    return Jdks.ofReleases(8, 11, 17);
  }

  /** Lays out what a job reads, in its folder {@code in}. */
  private interface Inputs {
    void in(Path folder) throws Exception;
  }

  private static Inputs with(Path model, Inputs inputs) throws Exception {
    return with(Files.readAllBytes(model), model.getFileName().toString(), inputs);
  }

  private static Inputs with(byte[] model, String name, Inputs inputs) {
    return folder -> {
      inputs.in(folder);
      Files.write(folder.resolve(name), model);
    };
  }

  /** A job that writes the same each time: everything is compared. */
  private Trial run(Jdk jdk, Job job, Inputs inputs, String printed, String lineage, String models)
      throws Exception {
    Trial trial = trial(jdk, inputs);
    trial.run(job).exits(0).prints(printed).recorded(lineage.replace("jobs.JOB", job.main()));
    Models.assertAre(trial, models);
    return trial;
  }

  /** A job whose library writes the time or a random number into its model or its messages. */
  private Trial runOnce(
      Jdk jdk, Job job, Inputs inputs, String printed, String lineage, String models)
      throws Exception {
    Trial trial = trial(jdk, inputs);
    Outcome outcome = trial.start(job).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    assertEquals(printed.replace("$WORK", trial.place().work().toString()), outcome.stdout());
    recorded(trial, lineage.replace("jobs.JOB", job.main()));
    Models.assertAre(trial, models);
    return trial;
  }

  private Trial trial(Jdk jdk, Inputs inputs) throws Exception {
    return new Trial(jdk, Files.createTempDirectory(folder, "run"))
        .given(place -> inputs.in(place.work().resolve("in")));
  }

  private static void recorded(Trial trial, String lineage) throws Exception {
    RecordedRun run = trial.home().runs().get(0);
    Lineage.of(run, trial.place().work()).assertIs(lineage);
    Spec.check(run);
  }

  private static Path model(Trial trial, String name) {
    return trial.place().work().resolve("out").resolve(name);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void xgboost(Jdk jdk) throws Exception {
    Trial trained =
        runOnce(
            jdk,
            Job.of("XgboostChurn", "train").with(ModelLibraries.XGBOOST),
            CustomerFiles::withoutHeaders,
            "[9]\ttrain-logloss:0.30379445130626359\tvalid-logloss:0.37051347047090533\n",
            TRAINED.replace("MODEL", "churn.json"),
            """
            out/churn.json XGBoost4J 2.1.4 ml.dmlc.xgboost4j.java.Booster
              eta = 0.3
              seed = 7
              max_depth = 3
              nthread = 1
              objective = "binary:logistic"
              num_round = 3
              logloss 0.49577 on in/train.csv at 0
              logloss 0.38250 on in/train.csv at 1
              logloss 0.30379 on in/train.csv at 2
              logloss 0.30379 on in/train.csv at 9
              logloss 0.52095 on in/valid.csv at 0
              logloss 0.42171 on in/valid.csv at 1
              logloss 0.37051 on in/valid.csv at 2
              logloss 0.37051 on in/valid.csv at 9
              trainedOn in/train.csv
              evaluatedOn in/valid.csv
              seed 7
              rows 120
              iterations 3
            """);
    run(
        jdk,
        Job.of("XgboostChurn", "score").with(ModelLibraries.XGBOOST),
        with(model(trained, "churn.json"), CustomerFiles::withoutHeaders),
        "",
        // The library reads what is scored, too: it knows.
        SCORED.replace("MODEL", "churn.json").replace("[exclusive]", "[library]"),
        """
        in/churn.json XGBoost4J 2.1.4 ml.dmlc.xgboost4j.java.Booster
          predictions 1
        """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void lightgbm(Jdk jdk) throws Exception {
    Trial trained =
        run(
            jdk,
            Job.of("LightgbmChurn", "train").with(ModelLibraries.LIGHTGBM),
            CustomerFiles::in,
            """
            0.6246970342197845 0.6248063695677525
            0.5614879982521208 0.5707575096851657
            0.5153426807266328 0.5309600046747548
            """,
            TRAINED.replace("MODEL", "churn.txt"),
            """
            out/churn.txt LightGBM 4.3.0-1 io.github.metarank.lightgbm4j.LGBMBooster
              objective = "binary"
              metric = "binary_logloss"
              num_leaves = 7
              learning_rate = 0.1
              seed = 7
              num_threads = 1
              verbosity = -1
              binary_logloss 0.62470 on in/train.csv at 0
              binary_logloss 0.56149 on in/train.csv at 1
              binary_logloss 0.51534 on in/train.csv at 2
              binary_logloss 0.62481 on in/valid.csv at 0
              binary_logloss 0.57076 on in/valid.csv at 1
              binary_logloss 0.53096 on in/valid.csv at 2
              trainedOn in/train.csv
              evaluatedOn in/valid.csv
              features ["age","visits","spend"]
              seed 7
              rows 120
              iterations 3
            """);
    run(
        jdk,
        Job.of("LightgbmChurn", "score").with(ModelLibraries.LIGHTGBM),
        with(model(trained, "churn.txt"), CustomerFiles::in),
        "",
        SCORED.replace("MODEL", "churn.txt"),
        """
        in/churn.txt LightGBM 4.3.0-1 io.github.metarank.lightgbm4j.LGBMBooster
          features ["age","visits","spend"]
          predictions 20
        """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void catboost(Jdk jdk) throws Exception {
    for (String how : List.of("file", "stream")) {
      run(
          jdk,
          Job.of("CatboostScores", how).with(ModelLibraries.CATBOOST),
          with(ModelFixtures.CATBOOST.getBytes(), "churn.json", CustomerFiles::in),
          "[age, visits, spend]\n",
          SCORED.replace("MODEL", "churn.json"),
          """
          in/churn.json CatBoost 1.2.7 ai.catboost.CatBoostModel
            features ["age","visits","spend"]
            predictions 20
          """);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void onnxRuntime(Jdk jdk) throws Exception {
    for (String how : List.of("file", "bytes")) {
      run(
          jdk,
          Job.of("OnnxScores", how).with(ModelLibraries.ONNX),
          with(ModelFixtures.onnx(), "churn.onnx", CustomerFiles::in),
          "",
          SCORED.replace("MODEL", "churn.onnx"),
          """
          in/churn.onnx ONNX Runtime 1.23.2 ai.onnxruntime.OrtSession
            features ["x"]
            predictions 20
            version 3
          """);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void weka(Jdk jdk) throws Exception {
    Trial trained =
        run(
            jdk,
            Job.of("WekaChurn", "train", "forest").with(ModelLibraries.WEKA),
            CustomerFiles::in,
            "0.13333333333333333 0.7225433526011561\n",
            (TRAINED + COLUMNS).replace("MODEL", "churn.model").replace("LABEL", "left"),
            """
            out/churn.model Weka 3.8.6 weka.classifiers.trees.RandomForest
              P = 100
              I = 10
              num-slots = 1
              K = 0
              M = 1.0
              V = 0.001
              S = 7
              errorRate 0.13333 on in/valid.csv
              kappa 0.72254 on in/valid.csv
              weightedFMeasure 0.86759 on in/valid.csv
              meanAbsoluteError 0.13000 on in/valid.csv
              rootMeanSquaredError 0.27928 on in/valid.csv
              trainedOn in/train.csv
              evaluatedOn in/valid.csv
              features ["age","visits","spend"]
              label left
              rows 120
              predictions 60
            """);
    run(
        jdk,
        Job.of("WekaChurn", "score").with(ModelLibraries.WEKA),
        with(model(trained, "churn.model"), CustomerFiles::in),
        "",
        SCORED.replace("MODEL", "churn.model"),
        """
        in/churn.model Weka 3.8.6 weka.classifiers.trees.RandomForest
          predictions 20
        """);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdksOfH2o")
  void h2o(Jdk jdk) throws Exception {
    Job train = Job.of("H2oChurn", "train").with(ModelLibraries.H2O);
    train =
        jdk.feature() > 8 ? train.withJvm("--add-opens=java.base/java.lang=ALL-UNNAMED") : train;
    Trial trained = trial(jdk, CustomerFiles::in);
    Outcome outcome = trained.start(train).await();
    assertEquals("0.13135693469715856\n", outcome.stdout(), outcome::toString);
    recorded(trained, TRAINED.replace("JOB", "H2oChurn").replace("MODEL", "churn.zip"));
    List<String> told = new ArrayList<>(Models.text(trained).lines().toList());
    // The fields of its parameters are many, and most of them nobody has set.
    told.removeIf(
        line ->
            line.startsWith("  _") && !line.matches("  _(ntrees|max_depth|seed|learn_rate) .*"));
    assertEquals(
        """
        out/churn.zip H2O 3.44.0.1 hex.tree.gbm.GBMModel
          _learn_rate = 0.1
          _ntrees = 5
          _max_depth = 3
          _seed = 7
          mse 0.11479 on in/train.csv
          mse 0.13136 on in/valid.csv
          trainedOn in/train.csv
          evaluatedOn in/valid.csv
          features ["age","visits","spend"]
          label left
          seed 7
          rows 120
        """,
        String.join("\n", told) + "\n");
    Trial scored = trial(jdk, with(model(trained, "churn.zip"), CustomerFiles::in));
    scored
        .run(Job.of("H2oChurn", "score").with(ModelLibraries.H2O_SCORING))
        .exits(0)
        .recorded(SCORED.replace("JOB", "H2oChurn").replace("MODEL", "churn.zip"));
    assertEquals(
        """
        in/churn.zip H2O 3.44.0.1 hex.genmodel.algos.gbm.GbmMojoModel
          features ["age","visits","spend"]
          label left
          predictions 20
          version UUID
        """,
        Models.text(scored).replaceAll("version -?\\d+", "version UUID"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jpmml(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("JpmmlScores").with(ModelLibraries.JPMML),
        with(ModelFixtures.PMML.getBytes(), "churn.pmml", CustomerFiles::in),
        "",
        SCORED.replace("MODEL", "churn.pmml"),
        """
        in/churn.pmml JPMML 1.6.4 org.jpmml.evaluator.regression.RegressionModelEvaluator
          features ["age","visits","spend"]
          label left
          predictions 20
          version 2024-05
        """);
  }

  /** Its threads have random numbers of their own: how good a model is differs each time. */
  @ParameterizedTest
  @MethodSource("jdks")
  void smile(Jdk jdk) throws Exception {
    Trial trained = trial(jdk, CustomerFiles::in);
    Outcome outcome =
        trained.start(Job.of("SmileChurn", "train").with(ModelLibraries.SMILE)).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    recorded(
        trained,
        """
        jobs.SmileChurn COMPLETE
        input file $WORK/in/train.csv
        output file $WORK/out/churn.smile
        file $WORK/in/train.csv -> file $WORK/out/churn.smile [library]
        """
            + COLUMNS.replace("MODEL", "churn.smile").replace("LABEL", "left"));
    double accuracy = Double.parseDouble(outcome.stdout());
    Models.assertAre(
        trained,
        String.format(
            Locale.ROOT,
            """
            out/churn.smile Smile 2.6.0 smile.classification.RandomForest
              smile.random.forest.trees = 5
              smile.random.forest.max.depth = 4
              accuracy %.5f on in/train.csv
              error %.5f on in/train.csv
              trainedOn in/train.csv
              features ["age","visits","spend"]
              label left
              rows 120
            """,
            accuracy,
            (double) Math.round(120 - 120 * accuracy)));
    run(
        jdk,
        Job.of("SmileChurn", "score").with(ModelLibraries.SMILE),
        with(model(trained, "churn.smile"), CustomerFiles::in),
        "",
        SCORED.replace("MODEL", "churn.smile"),
        """
        in/churn.smile Smile 2.6.0 smile.classification.RandomForest
          predictions 20
        """);
  }

  /** Its models know by themselves where they come from, and say the same. */
  @ParameterizedTest
  @MethodSource("jdks")
  void tribuo(Jdk jdk) throws Exception {
    Trial trained = trial(jdk, CustomerFiles::in).with("digest", "sha256");
    Outcome outcome =
        trained.start(Job.of("TribuoChurn", "train").with(ModelLibraries.TRIBUO)).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    recorded(
        trained,
        (TRAINED + COLUMNS)
            .replace("JOB", "TribuoChurn")
            .replace("MODEL", "churn.tribuo")
            .replace("LABEL", "label"));
    JsonNode event = trained.home().runs().get(0).last();
    JsonNode model = event.path("outputs").path(0).path("facets").path("spoor_model");
    JsonNode parameters = model.path("parameters");
    JsonNode train = event.path("inputs").path(0);
    assertEquals(
        List.of(
            model.path("trainedOn").path(0).path("name").asText(),
            train
                .path("facets")
                .path("version")
                .path("datasetVersion")
                .asText()
                .replace("sha256:", "")
                .toUpperCase(Locale.ROOT),
            "seed=" + parameters.path("seed").asText(),
            "minibatchSize=" + parameters.path("minibatchSize").asText(),
            "shuffle=" + parameters.path("shuffle").asText(),
            "epochs=" + parameters.path("epochs").asText(),
            "optimiser=StochasticGradientOptimiser(class-name="
                + parameters.path("optimiser").asText()
                + ",epsilon="
                + parameters.path("optimiser.epsilon").asText()
                + ",initialLearningRate="
                + parameters.path("optimiser.initialLearningRate").asText()
                + ",initialValue="
                + parameters.path("optimiser.initialValue").asText()
                + ",host-short-name=StochasticGradientOptimiser)",
            "loggingInterval=" + parameters.path("loggingInterval").asText(),
            "objective=LabelObjective(class-name="
                + parameters.path("objective").asText()
                + ",host-short-name=LabelObjective)",
            model.path("metrics").path(0).path("value").asText()),
        outcome.stdout().lines().toList());
    Models.assertAre(
        trained,
        """
        out/churn.tribuo Tribuo 4.3.2 org.tribuo.classification.sgd.linear.LinearSGDModel
          seed = 12345
          minibatchSize = 1
          shuffle = true
          epochs = 5
          loggingInterval = 1000
          optimiser = "org.tribuo.math.optimisers.AdaGrad"
          objective = "org.tribuo.classification.sgd.objectives.LogMulticlass"
          optimiser.epsilon = 0.1
          optimiser.initialLearningRate = 1.0
          optimiser.initialValue = 0.0
          accuracy 0.81667 on in/valid.csv
          microAveragedF1 0.81667 on in/valid.csv
          macroAveragedF1 0.80444 on in/valid.csv
          balancedErrorRate 0.19800 on in/valid.csv
          trainedOn in/train.csv
          evaluatedOn in/valid.csv
          features ["age","spend","visits"]
          label label
          seed 12345
          rows 120
          predictions 60
        """);
    run(
        jdk,
        Job.of("TribuoChurn", "score").with(ModelLibraries.TRIBUO),
        with(model(trained, "churn.tribuo"), CustomerFiles::in),
        "",
        SCORED.replace("MODEL", "churn.tribuo"),
        """
        in/churn.tribuo Tribuo 4.3.2 org.tribuo.classification.sgd.linear.LinearSGDModel
          predictions 20
        """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void libsvm(Jdk jdk) throws Exception {
    Trial trained =
        run(
            jdk,
            Job.of("LibsvmChurn", "train").with(ModelLibraries.LIBSVM),
            CustomerFiles::withoutHeaders,
            "48 of 60\n",
            // The job filled the arrays from columns without names.
            TRAINED.replace("MODEL", "churn.svm").replace("[library]", "[row match]"),
            """
            out/churn.svm LIBSVM 3.35 libsvm.svm_model
              svm_type = 0
              kernel_type = 2
              degree = 0
              gamma = 0.25
              coef0 = 0.0
              cache_size = 10.0
              eps = 0.001
              C = 2.0
              nr_weight = 0
              nu = 0.0
              p = 0.0
              shrinking = 0
              probability = 0
              trainedOn in/train.csv
              features ["f1","f2","f3"]
              label label
              rows 120
              predictions 60
            """);
    run(
        jdk,
        Job.of("LibsvmChurn", "score").with(ModelLibraries.LIBSVM),
        with(model(trained, "churn.svm"), CustomerFiles::withoutHeaders),
        "",
        SCORED.replace("MODEL", "churn.svm"),
        """
        in/churn.svm LIBSVM 3.35 libsvm.svm_model
          predictions 20
        """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void liblinear(Jdk jdk) throws Exception {
    Trial trained =
        run(
            jdk,
            Job.of("LiblinearChurn", "train").with(ModelLibraries.LIBLINEAR),
            CustomerFiles::asLibsvm,
            "",
            """
            jobs.JOB COMPLETE
            input file $WORK/in/train.libsvm
            output file $WORK/out/churn.model
            file $WORK/in/train.libsvm -> file $WORK/out/churn.model [library]
            """,
            """
            out/churn.model LIBLINEAR 2.44 de.bwaldvogel.liblinear.Model
              solverType = "L2R_LR"
              C = 1.5
              eps = 0.01
              maxIters = 1000
              p = 0.1
              nu = 0.5
              trainedOn in/train.libsvm
              rows 120
            """);
    run(
        jdk,
        Job.of("LiblinearChurn", "score").with(ModelLibraries.LIBLINEAR),
        with(model(trained, "churn.model"), CustomerFiles::withoutHeaders),
        "",
        SCORED.replace("MODEL", "churn.model"),
        """
        in/churn.model LIBLINEAR 2.44 de.bwaldvogel.liblinear.Model
          predictions 20
        """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void openNlp(Jdk jdk) throws Exception {
    Trial trained =
        runOnce(
            jdk,
            Job.of("OpenNlpTopics", "train").with(ModelLibraries.OPENNLP),
            TopicFiles::in,
            "0.85\n",
            TRAINED.replace("MODEL", "topics.bin").replace(".csv", ".txt"),
            """
            out/topics.bin OpenNLP 1.9.4 opennlp.tools.doccat.DoccatModel
              PrintMessages = false
              Cutoff = 1
              sort = true
              Iterations = 20
              accuracy 0.85000 on in/valid.txt
              trainedOn in/train.txt
              evaluatedOn in/valid.txt
              predictions 20
            """);
    run(
        jdk,
        Job.of("OpenNlpTopics", "score").with(ModelLibraries.OPENNLP),
        with(model(trained, "topics.bin"), TopicFiles::in),
        "",
        """
        jobs.JOB COMPLETE
        input file $WORK/in/texts.txt
        input file $WORK/in/topics.bin
        output file $WORK/out/topics.csv
        file $WORK/in/texts.txt -> file $WORK/out/topics.csv [exclusive]
        file $WORK/in/topics.bin -> file $WORK/out/topics.csv [library]
        """,
        """
        in/topics.bin OpenNLP 1.9.4 opennlp.tools.doccat.DoccatModel
          predictions 10
        """);
  }

  /** Objects are held weakly, and what is known of them is bounded; the last model is known. */
  @ParameterizedTest
  @MethodSource("jdks")
  void manyModels(Jdk jdk) throws Exception {
    Trial trial = trial(jdk, CustomerFiles::in);
    trial
        .run(Job.of("ManyModels").with(ModelLibraries.LIBSVM).withJvm("-Xmx48m"))
        .exits(0)
        .recorded(
            """
            jobs.ManyModels COMPLETE
            input file $WORK/in/train.csv
            output file $WORK/out/last.svm
            file $WORK/in/train.csv -> file $WORK/out/last.svm [exclusive]
            """);
    // Whether rows were copied for the last one depends on how long copying took for the others.
    assertEquals(
        """
        out/last.svm LIBSVM 3.35 libsvm.svm_model
          svm_type = 0
          kernel_type = 0
          degree = 0
          gamma = 0.0
          coef0 = 0.0
          cache_size = 1.0
          eps = 0.1
          C = 1.0
          nr_weight = 0
          nu = 0.0
          p = 0.0
          shrinking = 0
          probability = 0
          trainedOn in/train.csv
          rows 2
        """,
        Models.text(trial).replaceAll("  (features|label) .*\n", ""));
    JsonNode agent =
        trial.home().runs().get(0).last().path("run").path("facets").path("spoor_agent");
    List<String> dropped = new ArrayList<>();
    agent.path("dropped").fieldNames().forEachRemaining(dropped::add);
    dropped.remove("rowsOfModels");
    assertEquals(List.of(), dropped);
  }
}
