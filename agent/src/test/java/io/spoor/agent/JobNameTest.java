package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobNameTest {

  @ParameterizedTest
  @CsvSource({
    "com.corp.Nightly a b, com.corp.Nightly",
    "app/com.corp.Nightly a, com.corp.Nightly",
    "/opt/jobs/nightly.jar, nightly",
    "C:\\jobs\\nightly-1.4.2.jar x, nightly",
    "nightly-load-1.4.2-SNAPSHOT.jar, nightly-load",
    "nightly-2x.jar, nightly",
    "load-to-s3.jar, load-to-s3",
    "nightly.jar --spring.application.name=etl -x, etl",
    ", java",
    "'', java",
  })
  void fromSpringJarOrMainClass(String command, String name) {
    assertEquals(name, new JobName(command).resolve(null));
    assertEquals(name, new JobName(command).resolve(""));
  }

  @Test
  void springsNameAsASystemProperty() {
    System.setProperty("spring.application.name", "from-property");
    try {
      assertEquals("from-property", new JobName("com.corp.Main").resolve(null));
      assertEquals("set", new JobName("com.corp.Main").resolve("set"));
    } finally {
      System.clearProperty("spring.application.name");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "load, load",
    "load-${arg:1}, load-orders",
    "${arg:2}/${arg:1}, eu/orders",
    "x${arg:3}, x",
    "x${arg:0}, x",
    "x${arg:one}, x",
    "x${env:SPOOR_TEST_ABSENT}, x",
    "x${other}, x",
    "x${arg:1, x${arg:1",
  })
  void theSettingMayNameArguments(String setting, String name) {
    assertEquals(name, new JobName("com.corp.Load  orders eu").resolve(setting));
  }

  @Test
  void theSettingMayNameTheEnvironment() {
    String value = System.getenv("PATH");
    assertEquals("x" + value, new JobName(null).resolve("x${env:PATH}"));
  }
}
