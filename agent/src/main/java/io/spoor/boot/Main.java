package io.spoor.boot;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;

/** {@code java -jar spoor-agent.jar COMMAND}: hands over to the command line in its pack. */
public final class Main {

  private static final String COMMAND_LINE = "io.spoor.cli.CommandLine";

  private Main() {}

  /** Exits with the command's status. */
  public static void main(String[] args) throws Exception {
    PackLoader boot = PackLoader.boot();
    System.setProperty("spoor.agent.jar", boot.jar().getPath());
    ClassLoader loader = boot.below(PackLoader.RUNTIME).below(PackLoader.TOOLS);
    Thread.currentThread().setContextClassLoader(loader);
    Object status =
        loader
            .loadClass(COMMAND_LINE)
            .getMethod(
                "run",
                String[].class,
                InputStream.class,
                PrintStream.class,
                PrintStream.class,
                Map.class,
                Properties.class)
            .invoke(
                null,
                args,
                System.in,
                System.out,
                System.err,
                System.getenv(),
                System.getProperties());
    System.out.flush();
    System.exit(((Integer) status).intValue());
  }
}
