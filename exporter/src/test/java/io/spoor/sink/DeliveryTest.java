package io.spoor.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spoor.model.RunEvent;
import io.spoor.store.Checkpoint;
import io.spoor.store.Home;
import io.spoor.store.OtherJvm;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

  /** Longer than any test may take: what ends by itself is never cut off by it. */
  private static final long LONG = 120000;

  @TempDir Path folder;

  private TestServer server;
  private TestContext context;
  private File spool;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    context = new TestContext(folder.resolve("home").toFile());
    context.with("sink.http.url", server.url());
    spool = new Home(context.home()).spool("http");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void orderIsKeptAndNothingIsLeft() {
    Delivery delivery = open("file+http");
    List<String> jobs = IntStream.range(0, 200).mapToObj(i -> "job" + i).toList();
    for (String job : jobs) {
      assertTrue(delivery.accept(TestEvents.event(job)));
    }

    assertTrue(delivery.close(LONG));
    assertEquals(jobs, server.jobs());
    assertEquals(jobs, stored());
    assertEquals(0, spool.list().length);
    assertEquals(List.of(), context.said());
    assertFalse(delivery.accept(TestEvents.event("late")));
    assertTrue(delivery.close(LONG));
  }

  @Test
  void retriedUntilTheServerRecovers() throws Exception {
    for (int status : new int[] {500, 503, 429, 500, 500}) {
      server.answers.add(new TestServer.Answer(status));
    }
    Delivery delivery = open("http");
    delivery.accept(TestEvents.event("a"));
    delivery.accept(TestEvents.event("b"));
    for (int i = 0; i < 7; i++) {
      server.requests.take();
    }

    assertTrue(delivery.close(LONG));
    String at = " from " + server.url() + "/api/v1/lineage";
    assertEquals(
        List.of(
            "WARN The sink http takes no events at present: HTTP 500" + at + ".",
            "WARN The sink http takes no events at present: HTTP 503" + at + ".",
            "WARN The sink http takes no events at present: HTTP 429" + at + "."),
        context.said());
    assertEquals(0, spool.list().length);
  }

  @Test
  void serverThatIsDownKeepsNobodyAndTheNextJvmSendsAll() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    context.with("sink.http.url", "http://127.0.0.1:" + port);
    Delivery delivery = open("http+file");
    delivery.accept(TestEvents.event("a"));
    delivery.accept(TestEvents.event("b"));
    assertTrue(delivery.close(LONG), "all is safe");
    assertEquals(List.of("a", "b"), stored());
    assertEquals(
        "WARN The sink http did not take 2 events (http://127.0.0.1:"
            + port
            + "/api/v1/lineage is not reached: connection refused); what is left is in "
            + spool
            + ", and the next JVM that uses the sink sends it.",
        last().replaceAll("connection refused \\([^)]*\\)", "connection refused"));

    context.with("sink.http.url", server.url());
    Delivery next = open("http");
    next.accept(TestEvents.event("c"));
    assertTrue(next.close(LONG));
    assertEquals(List.of("a", "b", "c"), server.jobs());
    assertEquals(0, spool.list().length);
  }

  @Test
  void serverThatStallsIsWaitedForOnlyAsLongAsAllowed() throws Exception {
    server.stall();
    Delivery delivery = open("http+file");
    delivery.accept(TestEvents.event("a"));
    server.requests.take();

    assertTrue(delivery.close(50));
    assertEquals(List.of("a"), stored());
    assertEquals(
        "WARN The sink http did not take 1 event (it did not answer in time); what is left is in "
            + spool
            + ", and the next JVM that uses the sink sends it.",
        last());
  }

  @Test
  void refusedEventIsPutAsideAndTheOthersGoOn() {
    server.answers.add(new TestServer.Answer(400, "no such thing", null));
    Delivery delivery = open("http");
    delivery.accept(TestEvents.event("a"));
    delivery.accept(TestEvents.event("b"));

    assertTrue(delivery.close(LONG));
    assertEquals(List.of("a", "b"), server.jobs());
    assertEquals(1, new File(spool, "refused").list().length);
    assertEquals(
        List.of(
            "WARN The sink http refused an event: HTTP 400 from "
                + server.url()
                + "/api/v1/lineage (no such thing); the event is kept in "
                + new File(spool, "refused")
                + "."),
        context.said());
  }

  @Test
  void killedJvmsEventsAreSentByTheNextBeforeItsOwn() throws Exception {
    server.stall();
    try (OtherJvm other =
        OtherJvm.start(SendAndHang.class, context.home().getPath(), server.url())) {
      assertEquals("accepted", other.line());
      other.kill();
    }
    try (TestServer recovered = new TestServer()) {
      context.with("sink.http.url", recovered.url());
      Delivery delivery = open("http");
      delivery.accept(TestEvents.event("own"));
      assertTrue(delivery.close(LONG));
      assertEquals(List.of("first", "second", "own"), recovered.jobs());
    }
    assertEquals(0, spool.list().length);
  }

  @Test
  void oldEventThatIsAlwaysAnsweredWithAnErrorDoesNotBlockOtherRuns() throws Exception {
    UUID poison = new UUID(1, 1);
    UUID good = new UUID(1, 2);
    context.with("sink.http.url", "http://127.0.0.1:1");
    Delivery before = open("http");
    before.accept(TestEvents.event(RunEvent.Type.START, poison, "poison"));
    before.accept(TestEvents.event(RunEvent.Type.START, good, "good"));
    before.accept(TestEvents.event(RunEvent.Type.COMPLETE, poison, "poison's end"));
    before.close(LONG);

    context.with("sink.http.url", server.url());
    for (int i = 0; i < 3; i++) {
      server.answers.add(new TestServer.Answer(500));
    }
    Delivery next = open("http");
    next.accept(TestEvents.event("own"));
    List<String> came = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      came.add(TestEvents.job(server.requests.take().body()));
    }
    assertTrue(next.close(LONG));

    assertEquals(List.of("poison", "poison", "poison", "good", "own"), came);
    assertEquals(2, spooled(), "both events of the run wait for the next JVM");
  }

  @Test
  void sinkThatFailsOrHangsStopsNotTheOthers() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    List<String> good = new ArrayList<>();
    Delivery delivery =
        new Delivery(
            List.of(
                new NamedSink("bad", new Broken(true)),
                new NamedSink("worse", new Broken(false)),
                new NamedSink("hanging", new Hanging(hang)),
                new NamedSink("good", new Recording(good))),
            context,
            1);
    for (int i = 0; i < 3; i++) {
      delivery.accept(TestEvents.event("job" + i));
    }
    delivery.close(200);

    assertEquals(List.of("job0", "job1", "job2", "closed"), good);
    List<String> said = context.said();
    assertTrue(
        said.stream()
            .anyMatch(
                line ->
                    line.startsWith(
                        "ERROR Sink bad failed and lost an event. | java.lang.StackOver")),
        said::toString);
    for (String name : List.of("worse", "hanging")) {
      File kept = new Home(context.home()).spool(name);
      assertTrue(
          said.stream()
              .anyMatch(
                  line ->
                      line.startsWith("WARN The sink " + name + " did not take 3 events (it ")
                          && line.endsWith(
                              "; what is left is in "
                                  + kept
                                  + ", and the next JVM that uses the sink sends it.")),
          said::toString);
      assertEquals(4, kept.list().length);
    }
    hang.countDown();
  }

  @Test
  void spoolThatCannotBeWrittenIsNoReasonNotToSend() throws IOException {
    Files.createDirectories(spool.getParentFile().toPath());
    Files.writeString(spool.toPath(), "in the way");
    Delivery delivery = open("http");
    assertFalse(delivery.accept(TestEvents.event("a")));

    assertTrue(delivery.close(LONG));
    assertEquals(List.of("a"), server.jobs());
    assertEquals(
        List.of(
            "WARN Events for the sink http cannot be kept in "
                + spool
                + " until they are sent: something else has that name; they are only in memory."),
        context.said());
  }

  @Test
  void withoutHomeWhatIsNotSentIsLostAndTold() {
    context = new TestContext(null).with("sink.http.url", server.url());
    server.answers.add(new TestServer.Answer(503));
    Delivery delivery = new Delivery(Sinks.open("http", context), context, LONG);
    delivery.accept(TestEvents.event("a"));
    delivery.accept(TestEvents.event("b"));

    assertFalse(delivery.close(0));
    assertTrue(last().startsWith("WARN The sink http did not take 2 events ("), last());
    assertTrue(last().endsWith("), and there was no place to keep what it did not take."), last());
  }

  @Test
  void moreThanMemoryHoldsComesFromTheSpool() {
    String large = "x".repeat(1 << 20);
    Delivery delivery = open("http");
    List<String> jobs = IntStream.range(0, 12).mapToObj(i -> i + large).toList();
    for (String job : jobs) {
      assertTrue(delivery.accept(TestEvents.event(job)));
    }

    assertTrue(delivery.close(LONG));
    assertEquals(jobs, server.jobs());
  }

  @Test
  void orphanIsTakenToAllSinksOnce() throws IOException {
    Home home = new Home(context.home());
    Delivery before = open("file");
    before.accept(TestEvents.event(RunEvent.Type.START, TestEvents.RUN, "lost"));
    before.close(LONG);
    Checkpoint checkpoint = Checkpoint.create(home.runs(), TestEvents.RUN, context.log());
    checkpoint.write(TestEvents.event(RunEvent.Type.FAIL, TestEvents.RUN, "lost").json());
    checkpoint.abandon();

    Delivery delivery = open("file+http");
    OrphanDelivery orphans = new OrphanDelivery(home, delivery, context.log());
    assertEquals(1, orphans.run(List.of()));
    assertEquals(0, orphans.run(List.of()));
    assertTrue(delivery.close(LONG));

    String start = TestEvents.event(RunEvent.Type.START, TestEvents.RUN, "lost").json();
    String fail = TestEvents.event(RunEvent.Type.FAIL, TestEvents.RUN, "lost").json();
    assertEquals(List.of(start, fail), lines());
    assertEquals(1, server.requests.size());
    assertEquals(fail, server.requests.peek().body());
    assertEquals(0, home.runs().list().length);
  }

  @Test
  void orphanThatHadEndedIsOnlyRemoved() throws IOException {
    Home home = new Home(context.home());
    Delivery delivery = open("file+http");
    delivery.accept(TestEvents.event(RunEvent.Type.COMPLETE, TestEvents.RUN, "done"));
    Checkpoint checkpoint = Checkpoint.create(home.runs(), TestEvents.RUN, context.log());
    checkpoint.write(TestEvents.event(RunEvent.Type.FAIL, TestEvents.RUN, "done").json());
    checkpoint.abandon();

    assertEquals(0, new OrphanDelivery(home, delivery, context.log()).run(List.of()));
    assertTrue(delivery.close(LONG));
    assertEquals(List.of("done"), server.jobs());
    assertEquals(0, home.runs().list().length);
  }

  @Test
  void orphanStaysWhileItsEndCannotBeRecorded() throws IOException {
    Home home = new Home(context.home());
    Checkpoint checkpoint = Checkpoint.create(home.runs(), TestEvents.RUN, context.log());
    checkpoint.write(TestEvents.event(RunEvent.Type.FAIL, TestEvents.RUN, "lost").json());
    checkpoint.abandon();
    Files.writeString(home.events().toPath(), "in the way");

    Delivery delivery = open("file");
    assertEquals(0, new OrphanDelivery(home, delivery, context.log()).run(List.of()));
    assertEquals(1, home.runs().list().length);
  }

  private Delivery open(String sinks) {
    return new Delivery(Sinks.open(sinks, context), context, 1);
  }

  private String last() {
    return context.said().get(context.said().size() - 1);
  }

  private long spooled() {
    return Arrays.stream(spool.list()).filter(name -> name.endsWith(".json")).count();
  }

  private List<String> stored() {
    return lines().stream().map(TestEvents::job).toList();
  }

  private List<String> lines() {
    try {
      Path events = new Home(context.home()).events().toPath();
      return Files.readAllLines(
          events.resolve("20260131T235959.123Z-" + TestEvents.RUN + ".jsonl"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A sink that always throws: an error when it is local, else an exception. */
  private record Broken(boolean local) implements Sink {
    @Override
    public void send(SinkEvent event) {
      if (local) {
        throw new StackOverflowError();
      }
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      throw new IllegalStateException();
    }
  }

  private record Hanging(CountDownLatch until) implements Sink {
    @Override
    public void send(SinkEvent event) throws IOException {
      try {
        until.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() {}
  }

  private record Recording(List<String> jobs) implements Sink {
    @Override
    public void send(SinkEvent event) {
      jobs.add(event.jobName());
    }

    @Override
    public void close() {
      jobs.add("closed");
    }
  }

  /** A JVM whose server never answers. */
  public static final class SendAndHang {

    private SendAndHang() {}

    public static void main(String[] args) throws Exception {
      TestContext context = new TestContext(new File(args[0])).with("sink.http.url", args[1]);
      Delivery delivery = new Delivery(Sinks.open("http", context), context);
      delivery.accept(TestEvents.event("first"));
      delivery.accept(TestEvents.event("second"));
      System.out.println("accepted");
      System.in.read();
    }
  }
}
