package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class UnitRuleTest {

  private static final UnitRule BY_CLASS = UnitRule.service("1.getClass()");

  private static final class Inner {
    static Callable<String> lambda() {
      return () -> "lambda";
    }
  }

  /** As Spring's proxies are called. */
  private static final class Orders$$SpringCGLIB$$0 {}

  private static String name(Object listener) {
    return BY_CLASS.name(null, new Object[] {listener});
  }

  @Test
  void aNameIsTheSameInEachRun() {
    assertEquals("Inner", name(new Inner()));
    assertEquals("Inner", name(Inner.lambda()));
    assertEquals("UnitRuleTest", name(new Object() {}));
    assertEquals("UnitRuleTest", name((Callable<String>) () -> "lambda"));
    assertEquals("Orders", name(new Orders$$SpringCGLIB$$0()));
    class Local {}
    assertEquals("Local", name(new Local()));
    assertEquals("Thread", name(new Thread()));
  }

  /** What Kafka's consumer tells. */
  public static final class Consumer {
    private final Set<String> topics;

    Consumer(String... topics) {
      this.topics = Set.of(topics);
    }

    public Set<String> subscription() {
      return topics;
    }

    public Class<?> other() {
      return Inner.class;
    }
  }

  @Test
  void severalThingsAreNamedInTheirOrderAndOneNameStandsInForAnother() {
    UnitRule rule = UnitRule.service("this.subscription(),1|this.other()");
    Object[] one = {"one"};
    assertEquals("a+b.one", rule.name(new Consumer("b", "a"), one));
    assertEquals("a+b+c+2.one", rule.name(new Consumer("e", "d", "c", "b", "a"), one));
    assertEquals("Inner", rule.name(new Consumer(), one));
    assertEquals("Inner", rule.name(new Consumer("a"), new Object[0]));
  }

  @Test
  void whatDoesNotTellItsNameIsNoUnit() {
    assertEquals(null, BY_CLASS.name(null, new Object[0]));
  }
}
