package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DJL on PyTorch: the job fills arrays, and the model is a folder. */
class DjlTest {

  private static final String TRAINED =
      """
      jobs.DjlChurn COMPLETE
      input file $WORK/in/train.csv
      input file $WORK/in/valid.csv
      output file $WORK/out/model
      file $WORK/in/train.csv -> file $WORK/out/model [exclusive]
      """;

  private static final String MODEL =
      """
      out/model DJL 0.32.0 ai.djl.pytorch.engine.PtModel
        epochs = 2
      METRICS
        trainedOn in/train.csv
        evaluatedOn in/valid.csv
      """;

  private static final String SCORED =
      """
      jobs.DjlChurn COMPLETE
      input file $WORK/in/model
      input file $WORK/in/score.csv
      output file $WORK/out/predictions.csv
      file $WORK/in/model -> file $WORK/out/predictions.csv [library]
      file $WORK/in/score.csv -> file $WORK/out/predictions.csv [exclusive]
      """;

  private static final String USED =
      """
      in/model DJL 0.32.0 ai.djl.pytorch.engine.PtModel
        predictions 20
      """;

  private static Job job(String what) {
    return Job.of("DjlChurn", what).with(Job.ALL);
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
    Models.assertAre(trained, MODEL.replace("METRICS\n", metrics(outcome.stdout())));
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

  /** Weights begin at random: what the job prints is what it measured. */
  private static String metrics(String printed) {
    // In the order of the measures, and of the data sets within each.
    Map<String, String> byName = new LinkedHashMap<>();
    for (String line : printed.split("\n")) {
      String[] words = line.split("[_ ]");
      String set = words[0].equals("train") ? "in/train.csv" : "in/valid.csv";
      double value = Double.parseDouble(words[2]);
      byName.put(
          words[1] + set, String.format(Locale.ROOT, "  %s %.5f on %s\n", words[1], value, set));
    }
    return String.join("", byName.values());
  }

  private static void recorded(Trial trial, String lineage) throws Exception {
    RecordedRun run = trial.home().runs().get(0);
    Lineage.of(run, trial.place().work()).assertIs(lineage);
    Spec.check(run);
  }
}
