package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Columns of inputs in models: the job puts the rows of one input into arrays of a library, and has
 * read another input before that is in no model.
 */
class ModelColumnsTest {

  /** What is the same in most of them. */
  private static final String FROM_TRAIN =
      """
      jobs.JOB COMPLETE
      input file $WORK/in/stores.csv
      input file $WORK/in/train.csv
      output file $WORK/out/MODEL
      file $WORK/in/train.csv -> file $WORK/out/MODEL [row match]
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private interface Inputs {
    void in(Path folder) throws Exception;
  }

  /** Not all libraries write the same into their model each time: the job runs once. */
  private void run(Jdk jdk, Job job, Inputs inputs, String lineage, String... columns)
      throws Exception {
    Trial trial =
        new Trial(jdk, Files.createTempDirectory(folder, "run"))
            .given(place -> inputs.in(place.work()));
    Outcome outcome = trial.start(job).await();
    assertEquals(0, outcome.exit(), outcome::toString);
    RecordedRun run = trial.home().runs().get(0);
    StringBuilder expected = new StringBuilder(lineage.replace("JOB", job.main().substring(5)));
    for (String column : columns) {
      expected.append(column).append('\n');
    }
    Lineage.of(run, trial.place().work()).assertIs(expected.toString());
    Spec.check(run);
  }

  private static Inputs files(Inputs files) {
    return work -> files.in(work.resolve("in"));
  }

  private static String from(String model, String column, String feature, String how) {
    String input = "file $WORK/in/train.csv." + column;
    return input + " -> file $WORK/out/" + model + "." + feature + " (" + how + ")";
  }

  private static String same(String model, String column, String feature) {
    return from(model, column, feature, "identity");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostOneArrayForAllRows(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "dense").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.json"),
        same("churn.json", "age", "f0"),
        same("churn.json", "visits", "f1"),
        same("churn.json", "spend", "f2"),
        same("churn.json", "left", "label"));
  }

  /** In another order, with a fifth kept back to check the model with. */
  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostOfSomeOfTheRows(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "split").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.json"),
        same("churn.json", "age", "f0"),
        same("churn.json", "visits", "f1"),
        same("churn.json", "spend", "f2"),
        same("churn.json", "left", "label"));
  }

  /** Its numbers are rounded. */
  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostNumbersOfMoreDigitsThanItHas(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "dense").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::ofManyDigits),
        FROM_TRAIN.replace("MODEL", "churn.json"),
        same("churn.json", "age", "f0"),
        same("churn.json", "visits", "f1"),
        same("churn.json", "spend", "f2"),
        same("churn.json", "left", "label"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostWithNames(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "named").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.json"),
        same("churn.json", "age", "age_in_years"),
        same("churn.json", "visits", "visits"),
        same("churn.json", "spend", "money"),
        same("churn.json", "left", "label"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostSparseRows(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "sparse").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.json"),
        same("churn.json", "age", "f0"),
        same("churn.json", "visits", "f1"),
        same("churn.json", "spend", "f2"),
        same("churn.json", "left", "label"));
  }

  /** One column is made of nothing that was read: the other input may still be in it. */
  @ParameterizedTest
  @MethodSource("jdks")
  void xgboostWithAScaledColumnAndOneOfItsOwn(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("XgboostArrays", "made").with(ModelLibraries.XGBOOST),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.json")
            + "candidates of file $WORK/out/churn.json: file $WORK/in/stores.csv\n",
        from("churn.json", "age", "f0", "transformation"),
        same("churn.json", "visits", "f1"),
        same("churn.json", "spend", "f2"),
        same("churn.json", "left", "label"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void lightgbmColumnAfterColumn(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("LightgbmArrays").with(ModelLibraries.LIGHTGBM),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.txt"),
        same("churn.txt", "age", "Column_0"),
        same("churn.txt", "visits", "Column_1"),
        same("churn.txt", "spend", "Column_2"),
        same("churn.txt", "left", "label"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void liblinearOfATable(Jdk jdk) throws Exception {
    Trial trial =
        new Trial(jdk, Files.createTempDirectory(folder, "run")).given(CustomerFiles::asTables);
    trial
        .run(Job.of("LiblinearArrays").with(ModelLibraries.LIBLINEAR).with("h2"))
        .exits(0)
        .recorded(
            """
            jobs.LiblinearArrays COMPLETE
            input h2:$WORK/db/shop PUBLIC.CUSTOMERS
            input h2:$WORK/db/shop PUBLIC.STORES
            output file $WORK/out/churn.model
            SHOP.CUSTOMERS -> file $WORK/out/churn.model [row match]
            SHOP.CUSTOMERS.AGE -> file $WORK/out/churn.model.f1 (identity)
            SHOP.CUSTOMERS.VISITS -> file $WORK/out/churn.model.f2 (identity)
            SHOP.CUSTOMERS.SPEND -> file $WORK/out/churn.model.f3 (identity)
            SHOP.CUSTOMERS.GONE -> file $WORK/out/churn.model.label (identity)
            """
                .replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
  }

  /** Weka keeps the number of a word. */
  @ParameterizedTest
  @MethodSource("jdks")
  void wekaRows(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("WekaArrays").with(ModelLibraries.WEKA),
        files(CustomerFiles::membersWithStores),
        FROM_TRAIN.replace("MODEL", "churn.model").replace("train.csv", "members.csv"),
        same("churn.model", "age", "age").replace("train.csv", "members.csv"),
        same("churn.model", "visits", "visits").replace("train.csv", "members.csv"),
        same("churn.model", "spend", "spend").replace("train.csv", "members.csv"),
        same("churn.model", "left", "stays").replace("train.csv", "members.csv"));
  }

  /** A column of the table that the formula does not name is in no model. */
  @ParameterizedTest
  @MethodSource("jdks")
  void smileColumns(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("SmileArrays").with(ModelLibraries.SMILE),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "money.smile"),
        same("money.smile", "age", "years"),
        same("money.smile", "visits", "visits"),
        same("money.smile", "spend", "money"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tribuoExamples(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("TribuoArrays").with(ModelLibraries.TRIBUO),
        files(CustomerFiles::withStores),
        FROM_TRAIN.replace("MODEL", "churn.tribuo"),
        same("churn.tribuo", "age", "age"),
        same("churn.tribuo", "visits", "visits"),
        same("churn.tribuo", "spend", "spend"),
        same("churn.tribuo", "left", "label"));
  }

  /** Each of two models is told of what was in the array when it was trained. */
  @ParameterizedTest
  @MethodSource("jdks")
  void libsvmTwoModelsOfOneArray(Jdk jdk) throws Exception {
    run(
        jdk,
        Job.of("LibsvmMany").with(ModelLibraries.LIBSVM),
        files(CustomerFiles::withStores),
        """
        jobs.JOB COMPLETE
        input file $WORK/in/stores.csv
        input file $WORK/in/train.csv
        output file $WORK/out/gone.svm
        output file $WORK/out/spend.svm
        file $WORK/in/train.csv -> file $WORK/out/spend.svm [row match]
        file $WORK/in/train.csv -> file $WORK/out/gone.svm [row match]
        """,
        same("gone.svm", "age", "f1"),
        same("gone.svm", "visits", "f2"),
        same("gone.svm", "left", "label"),
        same("spend.svm", "age", "f1"),
        same("spend.svm", "visits", "f2"),
        same("spend.svm", "spend", "label"));
  }
}
