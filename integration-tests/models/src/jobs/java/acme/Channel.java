package acme;

/** Where the company's results go. */
public final class Channel {
  private Channel() {}

  public static void send(String topic, double[] scores) {
    if (topic.isEmpty()) {
      throw new IllegalArgumentException("no topic for " + scores.length + " scores");
    }
  }
}
