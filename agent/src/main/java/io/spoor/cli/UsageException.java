package io.spoor.cli;

/** The command line cannot be understood: one sentence for the user, exit code 2. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String sentence) {
    super(sentence);
  }
}
