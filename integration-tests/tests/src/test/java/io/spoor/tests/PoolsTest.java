package io.spoor.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same SQL through pools and wrapping drivers, which hand every call on to the driver: each is
 * counted once, as without a pool.
 */
class PoolsTest {

  private static final String ALL = "io.spoor.tests.Jdks#all";

  @TempDir private Path folder;

  @BeforeAll
  static void sayVersions() throws Exception {
    Libraries.print("pools", "HikariCP", "commons-dbcp2", "c3p0", "tomcat-jdbc", "p6spy", "h2");
  }

  @Test
  void none() throws Exception {
    pool(Jdks.newest(), Job.of("PoolNone", url()).with("h2"), 1);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void hikari(Jdk jdk) throws Exception {
    pool(jdk, Job.of("PoolHikari", url()).with("h2", "HikariCP", "slf4j-api", "slf4j-nop"), 1);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dbcp(Jdk jdk) throws Exception {
    pool(
        jdk,
        Job.of("PoolDbcp2", url()).with("h2", "commons-dbcp2", "commons-pool2", "commons-logging"),
        1);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void c3p0(Jdk jdk) throws Exception {
    String log = "-Dcom.mchange.v2.log.";
    pool(
        jdk,
        Job.of("PoolC3p0", url())
            .with("h2", "c3p0", "mchange-commons-java")
            .withJvm(
                // Its log tells identities that differ from run to run.
                log + "MLog=com.mchange.v2.log.FallbackMLog",
                log + "FallbackMLog.DEFAULT_CUTOFF_LEVEL=OFF"),
        1);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void tomcat(Jdk jdk) throws Exception {
    pool(jdk, Job.of("PoolTomcat", url()).with("h2", "tomcat-jdbc", "tomcat-juli"), 1);
  }

  /** Twice: as a driver in a pool, and as a data source over another. */
  @ParameterizedTest
  @MethodSource(ALL)
  void p6spy(Jdk jdk) throws Exception {
    pool(
        jdk,
        Job.of("PoolP6spy", url())
            .with("h2", "p6spy", "HikariCP", "slf4j-api", "slf4j-nop")
            .withJvm("-Dp6spy.config.appender=com.p6spy.engine.spy.appender.Slf4JLogger"),
        2);
  }

  private String url() throws Exception {
    return Data.h2Url(new Place(folder.toRealPath()), "shop");
  }

  /**
   * @param uses how often the job does the same
   */
  private void pool(Jdk jdk, Job job, int uses) throws Exception {
    Trial trial = new Trial(jdk, folder).given(Data::h2);
    trial
        .run(job)
        .exits(0)
        .prints("14 rows written\n".repeat(uses))
        .recorded(
            """
            %s COMPLETE
            input h2:$WORK/db/shop PUBLIC.ORDERS
            output h2:$WORK/db/shop PUBLIC.STOCK
            output h2:$WORK/db/shop PUBLIC.TOTALS
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.STOCK [exclusive]
            h2:$WORK/db/shop PUBLIC.ORDERS -> h2:$WORK/db/shop PUBLIC.TOTALS [sql]
            h2:$WORK/db/shop PUBLIC.ORDERS.AMOUNT -> h2:$WORK/db/shop PUBLIC.TOTALS.TOTAL (aggregation)
            """
                .formatted(job.main()));
    Counted.in(trial)
        .rows(
            """
            input h2:$WORK/db/shop PUBLIC.ORDERS %d
            output h2:$WORK/db/shop PUBLIC.STOCK %d
            output h2:$WORK/db/shop PUBLIC.TOTALS %d
            """
                .formatted(8 * uses, 12 * uses, 2 * uses))
        .failures()
        .dropped("{}");
  }
}
