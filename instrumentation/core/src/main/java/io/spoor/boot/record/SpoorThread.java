package io.spoor.boot.record;

/**
 * Spoor's own thread: made in premain, before the job has inheritable thread-locals or a context of
 * its own, and started when a driver loads, or at the first access. Threads that it starts share
 * its group, by which the recorder knows them: nothing they do is recorded.
 */
final class SpoorThread extends Thread {

  SpoorThread(Runnable work) {
    super(new ThreadGroup(root(), "spoor"), work, "spoor");
    setDaemon(true);
    setContextClassLoader(null);
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
