package jobs;

import java.sql.DriverManager;

/**
 * Loads the driver, or connects at once, and waits until all other threads wait; then queries, if
 * it is told to.
 */
public final class LoadsItsDriverFirst {

  private LoadsItsDriverFirst() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("connect")) {
      DriverManager.getConnection("jdbc:h2:mem:other").close();
    } else {
      Class.forName("org.h2.Driver");
    }
    while (isAnyBusy()) {
      Thread.sleep(10);
    }
    if (args.length > 0) {
      H2Once.main(args);
    }
    System.out.println("done");
  }

  private static boolean isAnyBusy() {
    ThreadGroup root = Thread.currentThread().getThreadGroup().getParent();
    Thread[] threads = new Thread[100];
    int count = root.enumerate(threads);
    for (int i = 0; i < count; i++) {
      Thread.State state = threads[i].getState();
      boolean isJdk = threads[i].getThreadGroup() == root;
      if (threads[i] != Thread.currentThread() && !isJdk && state != Thread.State.TIMED_WAITING) {
        return true;
      }
    }
    return false;
  }
}
