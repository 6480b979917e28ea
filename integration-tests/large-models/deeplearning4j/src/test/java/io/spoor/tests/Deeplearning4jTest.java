package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deeplearning4j reads its data in each epoch anew, and all of it in Java. */
class Deeplearning4jTest {

  private static final String TRAINED =
      """
      jobs.Dl4jChurn COMPLETE
      input file $WORK/in/train.csv
      input file $WORK/in/valid.csv
      output file $WORK/out/churn.zip
      file $WORK/in/train.csv -> file $WORK/out/churn.zip [library]
      """;

  private static final String MODEL =
      """
      out/churn.zip Deeplearning4j 1.0.0-M2.1 org.deeplearning4j.nn.multilayer.MultiLayerNetwork
        epochs = 3
        parameters = 26
        score 0.69431 on in/train.csv
        accuracy 0.38333 on in/valid.csv
        precision 0.00000 on in/valid.csv
        recall 0.00000 on in/valid.csv
        f1 0.00000 on in/valid.csv
        trainedOn in/train.csv
        evaluatedOn in/valid.csv
        seed 7
      """;

  private static final String SCORED =
      """
      jobs.Dl4jChurn COMPLETE
      input file $WORK/in/churn.zip
      input file $WORK/in/score.csv
      output file $WORK/out/predictions.csv
      file $WORK/in/churn.zip -> file $WORK/out/predictions.csv [library]
      file $WORK/in/score.csv -> file $WORK/out/predictions.csv [exclusive]
      """;

  private static final String USED =
      """
      in/churn.zip Deeplearning4j 1.0.0-M2.1 org.deeplearning4j.nn.multilayer.MultiLayerNetwork
        predictions 20
      """;

  private static Job job(String what) {
    return Job.of("Dl4jChurn", what).with(Job.ALL);
  }

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.ofReleases(11, 17, 21, 25);
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
    Path model = trained.place().work().resolve("out/churn.zip");
    Trial scored =
        new Trial(jdk, Files.createDirectory(folder.resolve("score")))
            .given(
                place -> {
                  CustomerFiles.in(place.work().resolve("in"));
                  Folders.copy(model, place.work().resolve("in/churn.zip"));
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
