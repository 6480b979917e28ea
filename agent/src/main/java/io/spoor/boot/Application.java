package io.spoor.boot;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Which classes are the application's own: those of the first two packages of its main class. */
final class Application {

  private Application() {}

  /**
   * How names of its classes begin, with slashes; empty for those of no package.
   *
   * @param command main class or jar, then arguments, as {@code sun.java.command} has it
   * @return null when that is not known
   */
  static String of(String command) {
    String main = command == null ? "" : command.trim();
    int blank = main.indexOf(' ');
    main = blank < 0 ? main : main.substring(0, blank);
    if (main.endsWith(".jar")) {
      main = ofJar(main);
    }
    if (main == null || main.isEmpty()) {
      return null;
    }
    // A modular main: module/class.
    String name = main.substring(main.indexOf('/') + 1).replace('.', '/');
    int first = name.indexOf('/');
    int second = name.indexOf('/', first + 1);
    return name.substring(0, (second < 0 ? first : second) + 1);
  }

  private static String ofJar(String path) {
    try (JarFile jar = new JarFile(new File(path), false)) {
      Manifest manifest = jar.getManifest();
      Attributes all = manifest == null ? new Attributes() : manifest.getMainAttributes();
      // Spring Boot's own class starts that of the application.
      String start = all.getValue("Start-Class");
      return start == null ? all.getValue("Main-Class") : start;
    } catch (IOException e) {
      return null;
    }
  }
}
