package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events over HTTP: that they arrive, and that nothing is lost where they do not. */
class HttpSinkTest {

  private static final Job COPY = Job.of("FileCopyStreams", "in/orders.csv", "out/copy.csv");
  private static final String LINEAGE =
      """
      jobs.FileCopyStreams COMPLETE
      input file $WORK/in/orders.csv
      output file $WORK/out/copy.csv
      file $WORK/in/orders.csv -> file $WORK/out/copy.csv [exclusive]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#all")
  void eventsArriveInOrder(Jdk jdk) throws Exception {
    try (Collector collector = Collector.takes()) {
      Trial trial =
          new Trial(jdk, folder)
              .given(Data::orders)
              .with("sink", "file+http")
              .with("sink.http.url", collector.url())
              .with("sink.http.gzip", "true")
              .with("sink.http.token.env", "LINEAGE_TOKEN");
      trial
          .run(COPY.withEnvironment("LINEAGE_TOKEN", "s3cr3t-token"))
          .exits(0)
          .recorded(LINEAGE)
          .hides("s3cr3t-token");
      assertEquals(trial.home().runs().get(0).lines(), collector.bodies());
      for (String request : collector.requests()) {
        assertTrue(request.startsWith("POST /api/v1/lineage Bearer s3cr3t-token"), request);
        assertTrue(request.contains("application/json"), request);
        assertTrue(request.endsWith("gzip"), request);
      }
      assertEquals(List.of(), undelivered(trial));
    }
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void serverOfOpenLineagesOwnConfiguration(Jdk jdk) throws Exception {
    try (Collector collector = Collector.takes()) {
      String yaml =
          """
          transport:
            type: http
            url: %s
            auth:
              type: api_key
              apiKey: k3y-of-the-file
            compression: gzip
          namespace: shop
          """;
      Trial trial =
          new Trial(jdk, folder)
              .given(
                  place -> {
                    Data.orders(place);
                    Data.write(place, "openlineage.yml", yaml.formatted(collector.url()));
                  });
      trial.run(COPY).exits(0).recorded(LINEAGE).hides("k3y-of-the-file");
      RecordedRun run = trial.home().runs().get(0);
      assertEquals(run.lines(), collector.bodies());
      assertEquals("shop", run.last().path("job").path("namespace").asText());
      for (String request : collector.requests()) {
        assertTrue(request.startsWith("POST /api/v1/lineage Bearer k3y-of-the-file"), request);
        assertTrue(request.endsWith("gzip"), request);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void serverThatRefuses(Jdk jdk) throws Exception {
    String url = Collector.refusingUrl();
    keepsWhatIsNotTaken(jdk, url).logged("WARN", "http", url);
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void serverThatStalls(Jdk jdk) throws Exception {
    try (Collector collector = Collector.stalls()) {
      keepsWhatIsNotTaken(jdk, collector.url()).logged("WARN", "http");
    }
  }

  @ParameterizedTest
  @MethodSource("io.spoor.tests.Jdks#ends")
  void serverThatAnswers500(Jdk jdk) throws Exception {
    try (Collector collector = Collector.answers(500)) {
      keepsWhatIsNotTaken(jdk, collector.url()).logged("WARN", "http", "500");
    }
  }

  private Result keepsWhatIsNotTaken(Jdk jdk, String url) throws Exception {
    Trial trial =
        new Trial(jdk, folder)
            .given(Data::orders)
            .with("sink", "file+http")
            .with("sink.http.url", url);
    Result result = trial.run(COPY).exits(0).recorded(LINEAGE);
    assertEquals(trial.home().runs().get(0).lines(), undelivered(trial));
    return result;
  }

  @Test
  void nextRunDeliversWhatWasKept() throws Exception {
    Trial down =
        new Trial(Jdks.newest(), folder)
            .given(Data::orders)
            .with("sink", "http")
            .with("sink.http.url", Collector.refusingUrl());
    down.run(COPY).exits(0);
    List<String> kept = undelivered(down);
    assertEquals(2, kept.size(), "START and COMPLETE, kept though there is no file sink");
    try (Collector collector = Collector.takes()) {
      Trial up =
          new Trial(Jdks.newest(), folder)
              .given(Data::orders)
              .with("sink", "http")
              .with("sink.http.url", collector.url())
              .with("exit.budget", "20000");
      up.start(COPY).await();
      assertEquals(4, collector.bodies().size(), "both runs");
      assertEquals(kept, collector.bodies().subList(0, 2), "the older first");
      assertEquals(List.of(), undelivered(up));
    }
  }

  /** The events in the spool of the sink, in the order of sending. */
  private static List<String> undelivered(Trial trial) throws IOException {
    List<String> events = new ArrayList<>();
    for (Path file : trial.home().filesIn("spool/http")) {
      if (file.toString().endsWith(".json")) {
        events.add(Files.readString(file));
      }
    }
    return events;
  }
}
