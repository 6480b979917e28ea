package io.spoor.boot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  /** Something of a framework. */
  public static final class Told {
    private final String name;

    Told(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    public Class<?> type() {
      return Inner.class;
    }
  }

  @Test
  void oneNameStandsInForAnother() {
    UnitRule rule = UnitRule.service("this.name(),1|this.type()");
    Object[] one = {"one"};
    assertEquals("a.one", rule.name(new Told("a"), one));
    assertEquals("Inner", rule.name(new Told(null), one));
    assertEquals("Inner", rule.name(new Told("a"), new Object[0]));
  }

  @Test
  void whatDoesNotTellItsNameIsNoUnit() {
    assertEquals(null, BY_CLASS.name(null, new Object[0]));
  }
}
