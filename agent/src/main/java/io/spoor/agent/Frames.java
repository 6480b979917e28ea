package io.spoor.agent;

/** Where in the application something happened. */
final class Frames {

  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun.", "io.spoor."};

  /** Libraries through which applications use files. */
  private static final String[] LIBRARIES = {
    "org.apache.",
    "org.springframework.",
    "com.google.",
    "com.fasterxml.",
    "org.hibernate.",
    "org.eclipse.",
    "org.h2.",
    "org.hsqldb.",
    "com.opencsv.",
    "com.univocity.",
    "org.codehaus.",
    "groovy.",
    "kotlin.",
    "scala.",
    "okio.",
    "org.xml.",
    "org.w3c.",
    "net.sf.",
    "ch.qos.",
    "org.slf4j."
  };

  private Frames() {}

  /**
   * The first frame of a stack that is neither the JDK's nor a known library's, else the first that
   * is not the JDK's, as a stack trace writes it; null when there is none.
   */
  static String application(Throwable stack) {
    String library = null;
    for (StackTraceElement frame : stack.getStackTrace()) {
      String name = frame.getClassName();
      if (startsWith(name, JDK)) {
        continue;
      }
      String place =
          name
              + "."
              + frame.getMethodName()
              + "("
              + frame.getFileName()
              + ":"
              + frame.getLineNumber()
              + ")";
      if (!startsWith(name, LIBRARIES)) {
        return place;
      }
      library = library == null ? place : library;
    }
    return library;
  }

  private static boolean startsWith(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
