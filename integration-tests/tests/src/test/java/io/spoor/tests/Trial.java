package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Runs a job twice over the same data, without the agent and with it, and makes sure that nobody
 * can see a difference: stdout, stderr, exit code and output files are compared byte for byte. What
 * the agent recorded is then in {@link Trial#home()}.
 */
final class Trial {

  /** Lays out the job's data; runs before each of the two runs. */
  interface Data {
    void in(Place place) throws Exception;
  }

  private final Jdk jdk;
  private final Place place;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Data data = place -> {};
  private Path home;

  /**
   * @param folder an empty folder that this trial has for itself
   */
  Trial(Jdk jdk, Path folder) throws IOException {
    this.jdk = jdk;
    this.place = new Place(folder.toRealPath());
    this.home = place.home();
  }

  Trial given(Data laidOut) {
    this.data = laidOut;
    return this;
  }

  /** A setting as agent argument. */
  Trial with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Another home than the trial's own. */
  Trial withHome(Path other) {
    home = other;
    return this;
  }

  Place place() {
    return place;
  }

  Jdk jdk() {
    return jdk;
  }

  Home home() {
    return new Home(home);
  }

  /** The home that is used where the other cannot be written. */
  Home fallbackHome() {
    return new Home(place.temporary().resolve("spoor-" + System.getProperty("user.name")));
  }

  /** The agent's option on the command line. */
  String agent() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("home", home.toString());
    // On a busy machine Spoor and a server may need longer than the standard budgets.
    all.put("exit.budget", "20000");
    all.put("sql.metadata.timeout", "20000");
    all.putAll(settings);
    return Agent.option(all);
  }

  /** Lays out the data and starts the job once, with the agent. */
  Running start(Job job) throws Exception {
    prepare();
    return job.start(jdk, place, agent());
  }

  /** Runs the job twice. */
  Result run(Job job) throws Exception {
    return run(job, job);
  }

  /** Runs the job twice, the second time with some more options of the JVM. */
  Result run(Job job, String... jvmOptions) throws Exception {
    return run(job, job.withJvm(jvmOptions));
  }

  private Result run(Job first, Job second) throws Exception {
    prepare();
    Outcome without = first.start(jdk, place, null).await();
    SortedMap<String, String> outputs = place.outputs();
    Outcome with = start(second).await();
    assertEquals(without.visible(), with.visible(), "The agent changed what the job says");
    assertEquals(outputs, place.outputs(), "The agent changed what the job writes");
    return new Result(this, without);
  }

  /** Runs the job once, without the agent. */
  Outcome runWithout(Job job) throws Exception {
    prepare();
    return job.start(jdk, place, null).await();
  }

  private void prepare() throws Exception {
    place.clear();
    data.in(place);
  }
}
