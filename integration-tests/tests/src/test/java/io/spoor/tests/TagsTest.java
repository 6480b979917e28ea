package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that do not show of what they were made, where the calls that made them were looked at.
 */
class TagsTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";
  private static final String ENDS = "io.spoor.tests.Jdks#ends";

  private static final String DATASETS =
      """
      jobs.HiddenValues COMPLETE
      input SHOP.CUSTOMERS
      input SHOP.SUPPLIERS
      output SHOP.COPIES
      """;

  private static final String NOTHING =
      DATASETS + "candidates of SHOP.COPIES: SHOP.CUSTOMERS, SHOP.SUPPLIERS\n";

  private static final String EDGE =
      DATASETS
          + """
          candidates of SHOP.COPIES: SHOP.SUPPLIERS
          SHOP.CUSTOMERS -> SHOP.COPIES [derivation]
          """;

  @TempDir private Path folder;

  private Trial recorded(Jdk jdk, String tags, String way, String lineage) throws Exception {
    Trial trial = new Trial(jdk, folder).with("flows.tags", tags).given(ShopRows::make);
    trial
        .run(Job.of("HiddenValues", way).with("h2"))
        .exits(0)
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    return trial;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void digestWithASaltThatNobodyKnows(Jdk jdk) throws Exception {
    Trial trial =
        recorded(
            jdk,
            "on",
            "digest",
            EDGE + "SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (transformation, masking)\n");
    JsonNode fields =
        trial
            .home()
            .runs()
            .get(0)
            .last()
            .path("job")
            .path("facets")
            .path("lineage")
            .path("entries")
            .path(0)
            .path("fields");
    JsonNode how = fields.path("MAIL").path("inputs").path(0).path("transformations").path(0);
    assertEquals(
        "[\"derivation: by tag: MessageDigest.digest\",\"agree #/#\",\"chance 0\"]",
        how.path("evidence").toString().replaceAll("agree (\\d+)/\\1", "agree #/#"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void codeOfTwoColumns(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "on",
        "mac",
        EDGE
            + """
            SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (transformation, masking)
            SHOP.CUSTOMERS.CITY -> SHOP.COPIES.MAIL (transformation, masking)
            """);
  }

  @ParameterizedTest
  @MethodSource(ENDS)
  void cipher(Jdk jdk) throws Exception {
    recorded(
        jdk,
        "on",
        "cipher",
        EDGE + "SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (transformation, masking)\n");
  }

  /** What a call of the JDK made of it is counted only, and the count is no object of it. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void whatIsOnlyCounted(Jdk jdk) throws Exception {
    recorded(jdk, "on", "nothing", NOTHING);
  }

  /** The job sees the same exception, with the same frames. */
  @ParameterizedTest
  @MethodSource(ENDS)
  void callsThatThrow(Jdk jdk) throws Exception {
    recorded(jdk, "on", "throws", NOTHING);
  }

  private JsonNode digestsOthers(Jdk jdk, String budget, String lineage) throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .with("flows.tags", "on")
            .with("flows.tags.budget", budget)
            .given(ShopRows::make);
    trial
        .run(Job.of("HiddenValues", "digest", "others").with("h2"))
        .exits(0)
        .prints("16 bytes\n")
        .recorded(lineage.replace("SHOP.", "h2:$WORK/db/shop PUBLIC."));
    JsonNode facets = trial.home().runs().get(0).last().path("run").path("facets");
    return facets.path("extractionError").path("errors").path(0).path("errorMessage");
  }

  /**
   * A loop of digests that have to do with no row ends it, and that is told. Of a busy machine the
   * job may have no more than a small share, and its hooks less, so all that is allowed here is
   * what is allowed beyond the budget.
   */
  @ParameterizedTest
  @MethodSource(ENDS)
  void whatCostsMoreThanItsBudgetEnds(Jdk jdk) throws Exception {
    assertEquals(
        "Looking at calls of the application (flows.tags) took more than flows.tags.budget allows,"
            + " and ended: of what later values were made is not known",
        digestsOthers(jdk, "0", NOTHING).asText());
  }

  @Test
  void withoutLimitItGoesOn() throws Exception {
    String mail = "SHOP.CUSTOMERS.EMAIL -> SHOP.COPIES.MAIL (transformation, masking)\n";
    assertEquals("", digestsOthers(Jdks.newest(), "100", EDGE + mail).asText());
  }

  @Test
  void offByDefault() throws Exception {
    recorded(Jdks.newest(), "off", "digest", NOTHING);
  }
}
