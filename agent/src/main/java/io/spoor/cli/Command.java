package io.spoor.cli;

/** One word of the command line. */
interface Command {
  /** The word, as typed. */
  String name();

  /** One line for the list of commands. */
  String summary();

  /** The whole help text, ending with a newline. */
  String usage();

  /**
   * Does the work.
   *
   * @param args what follows the command's name
   * @return the exit code: 0 done, 1 nothing found or failed (already said), 2 not understood
   * @throws UsageException for arguments that cannot be understood
   */
  int run(String[] args, Console console) throws UsageException;
}
