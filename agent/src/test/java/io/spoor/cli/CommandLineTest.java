package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding commands, helping, and refusing what is not understood. */
class CommandLineTest {
  private static final String USAGE =
      """
      Spoor shows where a JVM job's data came from and went.

      Watch a job:  java -javaagent:spoor-agent.jar -jar job.jar
      Then:         java -jar spoor-agent.jar COMMAND [OPTION]...

        show     print the lineage of the latest run, or of others, from the store
        sql      print the tables and columns that a SQL statement reads and writes
        doctor   check this JVM, the home folder and the settings
        attach   start Spoor in a JVM that already runs
        help     print this, or a command's options: help COMMAND
        version  print the version
      """;

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h", "help help"})
  void help(String line) {
    assertEquals(new Cli(0, USAGE, ""), Cli.run(line.split(" ")));
  }

  @Test
  void nothingIsAQuestionToo() {
    assertEquals(new Cli(2, USAGE, ""), Cli.run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"help show", "show --help", "show --last 0 -h"})
  void helpOfShow(String line) {
    assertEquals(
        new Cli(
            0,
            """
            Usage: java -jar spoor-agent.jar show [OPTION]...

            Prints the lineage of the latest run.

              --run ID         the run whose id begins so
              --job NAME       only runs of this job
              --last N         the latest N runs, newest first
              --all-runs       all runs; as text a list, one line a run
              --format FORMAT  text (default), json, dot or mermaid
              --why OUTPUT     in sentences, what the edges into an output of the run are believed for,
                               what is not known of it, and what is not in it; OUTPUT.COLUMN for one
                               column; the end of a name will do: --why CUSTOMERS.EMAIL
              --columns        all columns of wide tables; in dot and mermaid, columns too
              --all            in text, also what was left out as no data, and by which rule
              --home DIR       where the store is (default: spoor.home, SPOOR_HOME, ~/.spoor)

            Exit code: 0 something was shown, 1 nothing was found, 2 not understood.
            """,
            ""),
        Cli.run(line.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "attach", "sql"})
  void eachCommandHelps(String command) {
    Cli help = Cli.run("help", command);

    assertEquals(0, help.exit());
    assertEquals("", help.err());
    assertEquals(help, Cli.run(command, "--help"));
    assertTrue(help.out().contains(command), help.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void version(String word) {
    assertEquals(new Cli(0, "spoor " + BuildVersion.text() + "\n", ""), Cli.run(word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "shwo | there is no command 'shwo'; did you mean 'show'? (see 'help')",
        "doc | there is no command 'doc'; did you mean 'doctor'? (see 'help')",
        "frobnicate | there is no command 'frobnicate'; see 'help'",
        "--hepl | there is no option '--hepl'; did you mean '--help'? (see 'help')",
        "help shov | there is no command 'shov'; did you mean 'show'? (see 'help')",
        "show --jbo x"
            + " | 'show' has no option '--jbo'; did you mean '--job'? (see 'show --help')",
        "show --xyzzy | 'show' has no option '--xyzzy'; see 'show --help'",
        "show extra | 'show' does not take the argument 'extra'; see 'show --help'",
        "show home=x | 'show' does not take the argument 'home=x'; did you mean '--home'?"
            + " (see 'show --help')",
        "show --run | option --run of 'show' needs a value; see 'show --help'",
        "show --job= | option --job of 'show' needs a value; see 'show --help'",
        "show --all-runs=yes | option --all-runs of 'show' takes no value; see 'show --help'",
        "show --last many"
            + " | option --last needs a whole number of at least 1, not 'many'; see 'show --help'",
        "show --last 0"
            + " | option --last needs a whole number of at least 1, not '0'; see 'show --help'",
        "show --run 01 --last 2"
            + " | option --run names one run, leave out --all-runs and --last; see 'show --help'",
        "show --format jsno | option --format cannot be 'jsno', only text, json, dot, mermaid;"
            + " did you mean 'json'? (see 'show --help')",
        "show --format html | format 'html' does not exist yet, only text, json, dot, mermaid;"
            + " see 'show --help'",
        "doctor --hom x"
            + " | 'doctor' has no option '--hom'; did you mean '--home'? (see 'doctor --help')",
        "attach | 'attach' needs the process id of a JVM; 'jps -l' lists them;"
            + " see 'attach --help'",
        "attach x12 | 'x12' is no process id; 'jps -l' lists those of JVMs; see 'attach --help'",
        "attach 1 a=b c | 'attach' does not take the argument 'c'; see 'attach --help'",
      })
  void notUnderstood(String line, String sentence) {
    assertEquals(new Cli(2, "", "spoor: " + sentence + "\n"), Cli.run(line.split(" ")));
  }
}
