package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spark in local mode: its threads read and write for the one that asked. */
class SparkTest {

  private static final String TRAINED =
      """
      jobs.SparkChurn COMPLETE
      input file $WORK/in/train.csv
      input file $WORK/in/valid.csv
      output file $WORK/out/model
      file $WORK/in/train.csv -> file $WORK/out/model [library]
      """;

  private static final String MODEL =
      """
      out/model Spark MLlib 3.5.1 org.apache.spark.ml.PipelineModel
        maxIter = 5
        regParam = 0.01
        elasticNetParam = 0.0
        tol = 1.0E-6
        fitIntercept = true
        standardization = true
        threshold = 0.5
        family = "auto"
        aggregationDepth = 2
        areaUnderROC 0.96827 on in/valid.csv
        trainedOn in/train.csv
        evaluatedOn in/valid.csv
        features ["age","visits","spend"]
        label left
        predictions 1
      """;

  private static final String SCORED =
      """
      jobs.SparkChurn COMPLETE
      input file $WORK/in/model
      input file $WORK/in/score.csv
      output file $WORK/out/predictions
      file $WORK/in/model -> file $WORK/out/predictions [library]
      file $WORK/in/score.csv -> file $WORK/out/predictions [library]
      """;

  private static final String USED =
      """
      in/model Spark MLlib 3.5.1 org.apache.spark.ml.PipelineModel
        predictions 1
      """;

  private static final String[] OPENED = {
    "java.lang",
    "java.lang.invoke",
    "java.lang.reflect",
    "java.io",
    "java.net",
    "java.nio",
    "java.util",
    "java.util.concurrent",
    "java.util.concurrent.atomic",
    "sun.nio.ch",
    "sun.nio.cs",
    "sun.security.action",
    "sun.util.calendar"
  };

  private static Job job(String what) {
    Job job = Job.of("SparkChurn", what).with(Job.ALL);
    for (String each : OPENED) {
      job = job.withJvm("--add-opens=java.base/" + each + "=ALL-UNNAMED");
    }
    return job;
  }

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.ofReleases(11, 17);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks")
  void fromDataToPredictions(Jdk jdk) throws Exception {
    Trial trained =
        new Trial(jdk, Files.createDirectory(folder.resolve("train")))
            .given(place -> CustomerFiles.in(place.work().resolve("in")));
    Outcome outcome = trained.start(job("train")).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    recorded(trained, TRAINED);
    Models.assertAre(trained, MODEL);
    Path model = trained.place().work().resolve("out/model");
    Trial scored =
        new Trial(jdk, Files.createDirectory(folder.resolve("score")))
            .given(
                place -> {
                  CustomerFiles.in(place.work().resolve("in"));
                  Folders.copy(model, place.work().resolve("in/model"));
                });
    outcome = scored.start(job("score")).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    recorded(scored, SCORED);
    Models.assertAre(scored, USED);
  }

  private static void recorded(Trial trial, String lineage) throws Exception {
    RecordedRun run = trial.home().runs().get(0);
    Lineage.of(run, trial.place().work()).assertIs(lineage);
    Spec.check(run);
  }
}
