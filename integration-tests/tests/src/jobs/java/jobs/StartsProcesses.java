package jobs;

import java.io.File;
import java.util.Arrays;
import java.util.Collections;

/** Lets other programs do the work. */
public final class StartsProcesses {

  private StartsProcesses() {}

  public static void main(String[] args) throws Exception {
    new ProcessBuilder("sort", "-t", ",", "-k", "1")
        .redirectInput(new File("in/orders.csv"))
        .redirectOutput(new File("sorted.csv"))
        .start()
        .waitFor();
    for (int i = 0; i < 2; i++) {
      Runtime.getRuntime()
          .exec(new String[] {"sh", "-c", "cat in/orders.csv > /dev/null", "secret"})
          .waitFor();
    }
    try {
      new ProcessBuilder(Collections.singletonList("no-such-program")).start();
    } catch (java.io.IOException e) {
      System.out.println(Arrays.asList("sorted", "and failed"));
    }
  }
}
