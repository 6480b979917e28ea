package io.spoor.cli;

import io.spoor.sql.Dialect;

/** The arguments of the command {@code sql}; {@link #error} says what is wrong with them. */
final class SqlArguments {

  Dialect dialect = Dialect.GENERIC;
  boolean json;
  boolean batch;
  boolean help;
  boolean systemTables;
  String sql;
  String error;

  private SqlArguments() {}

  static SqlArguments parse(String[] args) {
    SqlArguments parsed = new SqlArguments();
    for (int i = 0; i < args.length && parsed.error == null; i++) {
      String value = i + 1 < args.length ? args[i + 1] : null;
      switch (args[i]) {
        case "--help":
        case "-h":
          parsed.help = true;
          break;
        case "--batch":
          parsed.batch = true;
          break;
        case "--system-tables":
          parsed.systemTables = true;
          break;
        case "--dialect":
          parsed.dialect(value);
          i++;
          break;
        case "--format":
          parsed.format(value);
          i++;
          break;
        default:
          parsed.text(args[i]);
      }
    }
    return parsed;
  }

  private void dialect(String name) {
    dialect = Dialect.of(name);
    if (dialect == Dialect.GENERIC && !"generic".equalsIgnoreCase(name)) {
      error = name == null ? "--dialect needs a name." : "the dialect " + name + " is not known.";
    }
  }

  private void format(String name) {
    json = "json".equals(name);
    if (!json && !"text".equals(name)) {
      error = name == null ? "--format needs a name." : "the format " + name + " is not known.";
    }
  }

  private void text(String argument) {
    if (argument.startsWith("--") && argument.indexOf(' ') < 0) {
      error = "the option " + argument + " is not known.";
    } else if (sql != null) {
      error = "more than one SQL text was given; put it in quotes.";
    } else {
      sql = argument;
    }
  }
}
