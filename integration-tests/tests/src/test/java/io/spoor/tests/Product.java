package io.spoor.tests;

import java.util.List;

/**
 * A database that runs inside the job's JVM, in memory.
 *
 * @param name of the driver's jar
 * @param url of an empty database
 * @param namespace of its datasets
 * @param schema before table names, with the dot; empty where there is none
 */
record Product(String name, String url, String namespace, String schema) {

  static final Product H2 =
      new Product("h2", "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1", "h2:mem:x", "PUBLIC.");
  static final Product HSQLDB =
      new Product("hsqldb", "jdbc:hsqldb:mem:x", "hsqldb:mem:x", "PUBLIC.");
  static final Product DERBY =
      new Product("derby", "jdbc:derby:memory:x;create=true", "derby:memory:x", "APP.");

  /** Its memory belongs to one connection, so jobs of several use a file. */
  static final Product SQLITE =
      new Product("sqlite-jdbc", "jdbc:sqlite:x.db", "sqlite:$WORK/x.db", "");

  static final List<Product> ALL = List.of(H2, HSQLDB, DERBY, SQLITE);

  /** A dataset as it appears in the lineage. */
  String table(String table) {
    boolean folds = this != SQLITE;
    return namespace + " " + schema + (folds ? table.toUpperCase(java.util.Locale.ROOT) : table);
  }

  /** A job of this product. */
  Job job(String name) {
    return Job.of(name, url)
        .with(this.name, "slf4j-api", "slf4j-nop")
        .withJvm("-Dderby.system.durability=test", "-Dderby.stream.error.file=derby.log");
  }

  /** Replaces {@code <table>} by its dataset. */
  String datasets(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
      int close = text.indexOf('>', open);
      out.append(text, from, open).append(table(text.substring(open + 1, close)));
      from = close + 1;
    }
    return out.append(text.substring(from)).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
