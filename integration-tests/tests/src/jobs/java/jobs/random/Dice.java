package jobs.random;

import java.util.List;
import java.util.Random;

/** Repeatable chance. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed * 7919 + 17);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /**
   * One of several things, each as often as its weight.
   *
   * @param weights as many as values
   */
  <T> T weighed(T[] values, int... weights) {
    int sum = 0;
    for (int each : weights) {
      sum += each;
    }
    int left = random.nextInt(sum);
    int i = 0;
    while (left >= weights[i]) {
      left -= weights[i++];
    }
    return values[i];
  }
}
