package io.spoor.tests;

/** What is on the class path of a job that Spring runs. */
final class SpringJars {

  /** Spring 5, for every JDK. */
  static final String[] FIVE = {
    "spring-aop",
    "spring-beans",
    "spring-context",
    "spring-core",
    "spring-expression",
    "spring-jcl",
  };

  private SpringJars() {}
}
