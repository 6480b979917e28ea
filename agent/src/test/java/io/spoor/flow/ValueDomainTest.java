package io.spoor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** How likely it is that a value is among others that look like it. */
class ValueDomainTest {

  private static double chance(int count, IntFunction<Object> value) {
    Set<String> texts = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      texts.add(value.apply(i).toString());
    }
    return new ValueDomain(texts, 1).chance(value.apply(0).toString());
  }

  @Test
  void numbersThatFollowOneAnother() {
    assertEquals(1, chance(100, i -> i));
    assertEquals(1, chance(100, i -> 7_000_000 + i));
    assertEquals(1, chance(100, i -> 10 * i));
    assertEquals(1, chance(100, i -> i / 4.0));
  }

  /** Of a hundred numbers ninety are between the ends, and so are 902 of those there could be. */
  @Test
  void numbersWithGaps() {
    assertEquals(0.1, chance(100, i -> 10 * i + i % 2), 0.002);
  }

  /** What stands for no number is far away. */
  @Test
  void aNumberThatIsNone() {
    assertEquals(1, chance(100, i -> i == 99 ? 999_999_999 : i));
  }

  @Test
  void days() {
    assertEquals(1, chance(400, i -> LocalDate.of(2023, 12, 1).plusDays(i)));
    assertEquals(0.5, chance(400, i -> LocalDate.of(2023, 12, 1).plusDays(2 * i + i % 2)), 0.01);
  }

  /** The hours of some weeks, all of them. */
  @Test
  void times() {
    assertEquals(1, chance(400, i -> LocalDate.of(2024, 1, 1).atStartOfDay().plusHours(i) + ":00"));
  }

  @Test
  void codesThatAreAllThereAre() {
    assertEquals(1, chance(50, i -> "c-" + (10 + i)));
    assertEquals(1, chance(26, i -> (char) ('a' + i)));
  }

  /** Of 90,000 that could be there are a hundred. */
  @Test
  void codesOfWhichFewAreThere() {
    assertEquals(100.0 / 90000, chance(100, i -> "c-" + (10000 + i * 7919 % 90000)));
  }

  /** A text of a length that no other has could be any. */
  @Test
  void aTextByItself() {
    Set<String> texts = Set.of("a", "bb", "ccc");
    assertEquals(1, new ValueDomain(texts, 1).chance("bb"));
    assertEquals(1.0 / 1024, new ValueDomain(texts, 1).chance("other"));
  }

  /** Ten times as many as were seen. */
  @Test
  void ofASample() {
    Set<String> texts = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      texts.add("c-" + (10000 + i * 7919 % 90000));
    }
    double chance = new ValueDomain(texts, 10).chance("c-10000");
    assertEquals(1000.0 / 90000, chance, 0.002);
  }
}
