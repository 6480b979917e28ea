package jobs;

/** Loads the driver, and waits until all other threads wait; then what it is told, if anything. */
public final class LoadsItsDriverFirst {

  private LoadsItsDriverFirst() {}

  public static void main(String[] args) throws Exception {
    Class.forName("org.h2.Driver");
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
