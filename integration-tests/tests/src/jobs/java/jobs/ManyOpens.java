package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Opens a file very often, on many threads. Arguments: threads, times each. */
public final class ManyOpens {

  private ManyOpens() {}

  public static void main(String[] args) throws Exception {
    int times = Integer.parseInt(args[1]);
    AtomicLong sum = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      String own = "out/of-thread" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + ".csv";
      Thread thread =
          new Thread(
              () -> {
                try {
                  sum.addAndGet(copy(times, own));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(sum + " bytes");
  }

  private static long copy(int times, String to) throws IOException {
    byte[] bytes = new byte[100];
    long sum = 0;
    for (int i = 0; i < times; i++) {
      try (InputStream in = new FileInputStream("in/orders.csv")) {
        sum += in.read(bytes);
      }
    }
    try (OutputStream out = new FileOutputStream(to)) {
      out.write(bytes, 0, 43);
    }
    return sum;
  }
}
