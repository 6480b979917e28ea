package io.spoor.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;

/** What a command may touch of the process it runs in. Commands use nothing static. */
final class Console {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> env;
  private final Properties system;

  Console(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Properties system) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.env = env;
    this.system = system;
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  Map<String, String> env() {
    return env;
  }

  Properties system() {
    return system;
  }

  /** One sentence to the user about something that went wrong; what was found is still shown. */
  void warn(String sentence) {
    err.print("spoor: " + Plain.line(sentence) + "\n");
  }

  /** A whole text, its lines ended as they are, whatever the platform's line separator. */
  void print(String text) {
    out.print(text);
  }
}
