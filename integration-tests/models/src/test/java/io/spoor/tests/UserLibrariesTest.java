package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A library that only its users know, described by them in a file. Its models are called as
 * configuration is: what a library loads is none.
 */
class UserLibrariesTest {

  private static final String ACME =
      """
      library: Acme scoring
      classes:
        acme.Rows:
          of(String):
            reads: 1
            namespace: acme://store
            data: result
            rows: result.size()
        acme.Scorecard:
          fit(Rows, Map):
            trains: result
            on: 1
            parameters: 2
          gini(Rows):
            evaluates: this
            on: 1
            metric gini: result
          save(String):
            saves: this
            writes: 1
          load(String):
            reads: 1
            loads: result
          score(double[]):
            predicts: this
        acme.Channel:
          send(String, double[]):
            writes: 1
            namespace: acme://channels
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private Trial trial(Jdk jdk, String description) throws Exception {
    Path file = Files.writeString(folder.resolve("acme.yml"), description);
    return new Trial(jdk, Files.createTempDirectory(folder, "run"))
        .with("instrumentation.path", file.toString());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isSeenAsAnyOther(Jdk jdk) throws Exception {
    Trial train = trial(jdk, ACME);
    train
        .run(Job.of("AcmeScores", "train", "card.properties"))
        .exits(0)
        .prints("0.14285714285714285\n")
        .recorded(
            """
            jobs.AcmeScores COMPLETE
            input acme://store customers
            input acme://store holdout
            output file $WORK/out/card.properties
            acme://store customers -> file $WORK/out/card.properties [library]
            """);
    Models.assertAre(
        train,
        """
        out/card.properties Acme scoring ? acme.Scorecard
          weight = 0.5
          gini 0.14286 on holdout
          trainedOn customers
          evaluatedOn holdout
          rows 9
        """);
    Trial score =
        trial(jdk, ACME)
            .given(
                place -> Files.writeString(place.work().resolve("in/card.properties"), "54.1\n"));
    score
        .run(Job.of("AcmeScores", "score", "card.properties"))
        .exits(0)
        .recorded(
            """
            jobs.AcmeScores COMPLETE
            input acme://store prospects
            input file $WORK/in/card.properties
            output acme://channels scores
            acme://store prospects -> acme://channels scores [exclusive]
            file $WORK/in/card.properties -> acme://channels scores [library]
            """);
    Models.assertAre(
        score,
        """
        in/card.properties Acme scoring ? acme.Scorecard
          predictions 9
        """);
  }

  /** What is wrong is told with its line, and the rest is used. */
  @Test
  void mistakesAreToldAndLeftOut() throws Exception {
    Trial trial =
        trial(
            Jdks.newest(),
            ACME.replace("trains: result", "trayns: result")
                .replace("gini(Rows)", "gini")
                .replace(
                    "writes: 1\n      namespace: acme://ch",
                    "writes: 3\n      namespace: acme://ch"));
    trial
        .run(Job.of("AcmeScores", "train", "card.properties"))
        .exits(0)
        .recorded(
            """
            jobs.AcmeScores COMPLETE
            input acme://store customers
            input acme://store holdout
            output file $WORK/out/card.properties
            candidates of file $WORK/out/card.properties: acme://store customers, acme://store holdout
            """)
        .logged("acme.yml, line 11: 'trayns' is no role; did you mean 'trains'?")
        .logged(
            "acme.yml, line 14: 'gini' is no method with its arguments, as in read(String, int)")
        .logged("acme.yml, line 28: there is no argument 3, only 2");
  }

  @Test
  void anotherMemberThanTheLibraryHas() throws Exception {
    Trial trial = trial(Jdks.newest(), ACME.replace("result.size()", "result.length()"));
    trial.run(Job.of("AcmeScores", "train", "card.properties")).exits(0);
    String told =
        trial
            .home()
            .runs()
            .get(0)
            .last()
            .path("run")
            .path("facets")
            .path("extractionError")
            .toString();
    assertEquals(
        true,
        told.contains(
            "Acme scoring, acme.Rows.of(String): acme.Rows has no length() that can be read"),
        told);
  }

  @Test
  void aPathThatIsNotThere() throws Exception {
    Trial trial =
        new Trial(Jdks.newest(), Files.createTempDirectory(folder, "run"))
            .with("instrumentation.path", "/nowhere/acme.yml")
            .given(place -> Files.writeString(place.work().resolve("in/card.properties"), "1"));
    trial
        .run(Job.of("AcmeScores", "score", "card.properties"))
        .exits(0)
        .logged(
            "/nowhere/acme.yml does not exist; set instrumentation.path to files or folders with"
                + " descriptions of libraries");
  }
}
