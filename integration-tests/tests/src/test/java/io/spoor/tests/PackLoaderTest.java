package io.spoor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The loader of the agent jar's classes, as it is in the jar. */
class PackLoaderTest {

  private static final String LOADER = "io.spoor.boot.PackLoader";

  /** Classes that extend and hold one another, in both packs. */
  private static final List<String> CLASSES =
      List.of(
          "io.spoor.sql.SqlLineage",
          "io.spoor.sql.QueryReader",
          "io.spoor.sql.Keyword",
          "io.spoor.sql.StatementReader",
          "io.spoor.sql.InsertReader",
          "io.spoor.json.JsonWriter",
          "io.spoor.settings.Setting",
          "io.spoor.openlineage.EventWriter",
          "io.spoor.boot.weave.HookIndex",
          "io.spoor.boot.weave.LibraryIndex");

  private static ClassLoader loader(URLClassLoader jar) throws Exception {
    Class<?> type = jar.loadClass(LOADER);
    Object boot = type.getMethod("boot").invoke(null);
    return (ClassLoader) type.getMethod("below", String.class).invoke(boot, "spoor/runtime.pack");
  }

  private static URLClassLoader jar() throws Exception {
    URL jar = Path.of(System.getProperty("spoor.agent.jar")).toUri().toURL();
    return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  /** It has no locks: whoever is slower gets the class of the faster one. */
  @Test
  void manyThreadsLoadTheSameClasses() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int round = 0; round < 50; round++) {
      try (URLClassLoader jar = jar()) {
        ClassLoader loader = loader(jar);
        CyclicBarrier begin = new CyclicBarrier(4);
        Callable<List<Class<?>>> all =
            () -> {
              begin.await();
              List<Class<?>> loaded = new ArrayList<>();
              for (String name : CLASSES) {
                loaded.add(Class.forName(name, true, loader));
              }
              return loaded;
            };
        List<Future<List<Class<?>>>> results = threads.invokeAll(List.of(all, all, all, all));
        for (Future<List<Class<?>>> each : results) {
          for (int i = 0; i < CLASSES.size(); i++) {
            assertEquals(CLASSES.get(i), each.get().get(i).getName());
            assertSame(results.get(0).get().get(i), each.get().get(i));
          }
        }
      }
    }
    threads.shutdown();
  }

  /** Those of java.lang and java.util are asked of the JVM first; not all of them are its own. */
  @Test
  void classesOfTheJdkAndNamesOfNothing() throws Exception {
    try (URLClassLoader jar = jar()) {
      ClassLoader loader = loader(jar);
      for (String name :
          List.of("java.util.ArrayList", "java.util.logging.Logger", "java.sql.Date")) {
        assertSame(Class.forName(name), loader.loadClass(name));
      }
      for (String name : List.of("java.util.Nothing", "java.lang.Nothing", "")) {
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name), name);
      }
      assertNull(loader.getResourceAsStream("no/such/resource"));
      assertNull(loader.getResourceAsStream(".class"));
    }
  }

  @Test
  void classesOfTheApplicationAreNotSeen() throws Exception {
    try (URLClassLoader jar = jar()) {
      ClassLoader loader = loader(jar);
      assertSame(String.class, loader.loadClass("java.lang.String"));
      assertSame(jar.loadClass(LOADER), loader.loadClass(LOADER));
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass("io.spoor.boot.Premain2"));
      assertThrows(
          ClassNotFoundException.class, () -> loader.loadClass(PackLoaderTest.class.getName()));
    }
  }
}
