package io.spoor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/** {@code sql}: hands over to {@link SqlCommand}. */
final class DelegatedSql implements Command {
  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String summary() {
    return "print the tables and columns that a SQL statement reads and writes";
  }

  @Override
  public String usage() {
    try {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(text, true, "UTF-8");
      SqlCommand.run(new String[] {"--help"}, new ByteArrayInputStream(new byte[0]), out, out);
      return text.toString("UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int run(String[] args, Console console) {
    return SqlCommand.run(args, console.in(), console.out(), console.err());
  }
}
