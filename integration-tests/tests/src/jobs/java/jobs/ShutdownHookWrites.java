package jobs;

import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Paths;

/** Writes its output when the JVM goes down. Arguments: source, target. */
public final class ShutdownHookWrites {

  private ShutdownHookWrites() {}

  public static void main(final String[] args) throws IOException {
    final int size = Files.readAllBytes(Paths.get(args[0])).length;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread() {
              @Override
              public void run() {
                try (Writer out = new FileWriter(args[1])) {
                  out.write("bytes," + size + "\n");
                } catch (IOException e) {
                  e.printStackTrace();
                }
              }
            });
    System.out.println("main is over");
  }
}
