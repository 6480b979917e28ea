package io.spoor.boot.record;

/**
 * Paths that are no data of any job and that the JVM itself opens all the time: dropped on the
 * job's thread, so that a job without data starts no thread. All other rules are applied on Spoor's
 * thread.
 */
final class QuickFilter {

  private static final String[] SUFFIXES = {
    ".jar", ".class", ".so", ".jmod", ".dll", ".dylib", ".jnilib", ".war", ".ear", ".jsa"
  };

  /** Of the suffixes. */
  private static final String LAST_LETTERS = "rsodlba";

  private static final String[] ROOTS = {"/dev/", "/proc/", "/sys/"};

  private final String javaHome;

  /** How often each of the three rules was the reason; any thread, a count may be lost. */
  final int[] dropped = new int[3];

  QuickFilter(String javaHome) {
    this.javaHome = javaHome;
  }

  boolean drops(String path) {
    int length = path.length();
    if (length == 0) {
      return false;
    }
    // Most paths are told from all of these by a letter.
    char second = length > 1 ? path.charAt(1) : 0;
    if (path.charAt(0) == '/' && (second == 'd' || second == 'p' || second == 's')) {
      for (String root : ROOTS) {
        // /dev/shm is memory that jobs keep files in, not a device.
        if (path.startsWith(root) && !path.startsWith("/dev/shm/")) {
          dropped[0]++;
          return true;
        }
      }
    }
    if (LAST_LETTERS.indexOf(path.charAt(length - 1)) >= 0) {
      for (String suffix : SUFFIXES) {
        if (path.endsWith(suffix)) {
          dropped[1]++;
          return true;
        }
      }
    }
    if (path.startsWith(javaHome)) {
      dropped[2]++;
      return true;
    }
    return false;
  }
}
