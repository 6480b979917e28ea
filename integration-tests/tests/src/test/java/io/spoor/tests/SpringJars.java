package io.spoor.tests;

import java.util.List;

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

  /** Spring 6, for {@link #jdksOfSix}. */
  static final String[] SIX = {
    "micrometer-commons-1.14.8.jar",
    "micrometer-observation-1.14.8.jar",
    "spring-aop-6.2.8.jar",
    "spring-beans-6.2.8.jar",
    "spring-context-6.2.8.jar",
    "spring-core-6.2.8.jar",
    "spring-expression-6.2.8.jar",
    "spring-jcl-6.2.8.jar",
  };

  private SpringJars() {}

  static List<Jdk> jdksOfSix() {
    return Jdks.ofReleases(17, 21, 25);
  }
}
