package io.spoor.cli;

import java.util.Collections;
import java.util.List;

/** {@code doctor}: what stands in Spoor's way here, and how to remove it. Changes nothing. */
final class DoctorCommand implements Command {
  private final KnownSettings settings;

  DoctorCommand(KnownSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "check this JVM, the home folder and the settings";
  }

  @Override
  public String usage() {
    return "Usage: java -jar spoor-agent.jar doctor [--home DIR]\n"
        + "\n"
        + "Checks this JVM, the home folder, settings and JVM flags, one line each; changes"
        + " nothing.\n"
        + "Run it as the job runs: with the same java, user, environment and folder.\n"
        + "\n"
        + "  --home DIR  the home to check (default: spoor.home, SPOOR_HOME, ~/.spoor)\n"
        + "\n"
        + "Exit code: 0 all is well, 1 a line begins with 'warn', 2 not understood.\n";
  }

  @Override
  public int run(String[] args, Console console) throws UsageException {
    Options options =
        Options.parse(
            name(), args, Collections.singletonList("--home"), Collections.emptyList(), 0);
    HomeFolder home = HomeFolder.find(options.value("--home"), console.env(), console.system());
    Findings findings = new Findings();
    JvmCheck.ofThisJvm(console.system()).run(findings);
    new FlagCheck(console.env(), ownFlags(), JvmCheck.major(console.system())).run(findings);
    HooksCheck.run(findings);
    new HomeCheck(home).run(findings);
    new SettingsCheck(settings, home.path(), console.env(), console.system()).run(findings);
    new LibrariesCheck(home.path(), console.env(), console.system()).run(findings);
    new MemoryCheck(home.path(), console.env(), console.system()).run(findings);
    for (String line : findings.lines()) {
      console.print(line + "\n");
    }
    return findings.warned() ? 1 : 0;
  }

  private static List<String> ownFlags() {
    try {
      return JvmFlags.own();
    } catch (LinkageError e) {
      // an image without java.management
      return Collections.emptyList();
    }
  }
}
