package io.spoor.tests;

import java.util.ArrayList;
import java.util.List;

/**
 * JDBC drivers in versions for each JDK: an old one that is still met on 8, newer ones on newer
 * JDKs.
 */
enum Driver {
  POSTGRESQL("postgresql", 8, "42.2.29", 11, "42.7.13"),
  MYSQL("mysql-connector-j", 8, "5.1.49", 11, "8.4.0", 21, "9.4.0"),
  MARIADB("mariadb-java-client", 8, "2.7.12", 11, "3.5.1"),
  DUCKDB("duckdb_jdbc", 8, "1.4.4.0"),
  H2("h2", 8, "1.4.200", 11, "2.3.232"),
  HSQLDB("hsqldb", 8, "2.7.4-jdk8", 11, "2.7.4"),
  TRINO("trino-jdbc", 8, "400"),
  DERBY("derby", 8, "10.14.2.0", 17, "10.16.1.1"),
  SQLITE("sqlite-jdbc", 8, "3.50.3.0");

  private final String artifact;
  private final Object[] versions;

  /**
   * @param versions each behind the first JDK that gets it
   */
  Driver(String artifact, Object... versions) {
    this.artifact = artifact;
    this.versions = versions;
  }

  /** The version that is used on a JDK. */
  String version(Jdk jdk) {
    String version = null;
    for (int i = 0; i < versions.length; i += 2) {
      if (jdk.feature() >= (Integer) versions[i]) {
        version = (String) versions[i + 1];
      }
    }
    return version;
  }

  /** Files of the folder of drivers. */
  List<String> jars(Jdk jdk) {
    String version = version(jdk);
    if (this == DUCKDB) {
      return List.of(artifact + "-" + version + "-linux_amd64.jar");
    }
    if (version.equals("5.1.49")) {
      return List.of("mysql-connector-java-5.1.49.jar");
    }
    List<String> jars = new ArrayList<>();
    jars.add(artifact + "-" + version + ".jar");
    if (version.equals("10.16.1.1")) {
      jars.add("derbyshared-10.16.1.1.jar");
    }
    return jars;
  }

  /** Which version is used on which JDK, as a table in Markdown. */
  static String table(List<Jdk> jdks) {
    StringBuilder table = new StringBuilder("| driver |");
    jdks.forEach(jdk -> table.append(' ').append(jdk).append(" |"));
    table.append("\n| --- |").append(" --- |".repeat(jdks.size())).append('\n');
    for (Driver driver : values()) {
      table.append("| ").append(driver.artifact).append(" |");
      jdks.forEach(jdk -> table.append(' ').append(driver.version(jdk)).append(" |"));
      table.append('\n');
    }
    return table.toString();
  }
}
