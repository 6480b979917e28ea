package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TensorFlow reads and writes models, which are folders, in native code. */
class TensorFlowTest {

  private static final String TRAINED =
      """
      jobs.TensorFlowChurn COMPLETE
      input file $WORK/in/train.csv
      output file $WORK/out/model
      file $WORK/in/train.csv -> file $WORK/out/model [exclusive]
      """;

  private static final String MODEL =
      """
      out/model TensorFlow 1.1.0 org.tensorflow.Session
      """;

  private static final String SCORED =
      """
      jobs.TensorFlowChurn COMPLETE
      input file $WORK/in/model
      input file $WORK/in/score.csv
      output file $WORK/out/predictions.csv
      file $WORK/in/model -> file $WORK/out/predictions.csv [library]
      file $WORK/in/score.csv -> file $WORK/out/predictions.csv [exclusive]
      """;

  private static final String USED =
      """
      in/model TensorFlow 1.1.0 org.tensorflow.SavedModelBundle
        predictions 20
      """;

  private static Job job(String what) {
    return Job.of("TensorFlowChurn", what).with(Job.ALL);
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
