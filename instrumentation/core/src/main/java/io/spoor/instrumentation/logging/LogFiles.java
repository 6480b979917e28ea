package io.spoor.instrumentation.logging;

import io.spoor.boot.record.FileOperations;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * What happens to files within these methods, on their thread, is the framework's. Names and
 * descriptors are those of JDK 8 to 25, Logback 1.0 to 1.5, Log4j 1.2 (and Reload4j), Log4j 2.0 to
 * 2.25, Tomcat 7 to 11 and JBoss LogManager 1 to 3.
 */
public final class LogFiles implements Description {

  private static final String CORE = "org/apache/logging/log4j/core/appender/";

  @Override
  public void describe(Hooks hooks) {
    hooks
        .type("java/util/logging/FileHandler")
        .method("open", "(Ljava/io/File;Z)V")
        .handledBy(FileOperations.LOGGING)
        .method("openFiles", "()V")
        .handledBy(FileOperations.LOGGING)
        .method("rotate", "()V")
        .handledBy(FileOperations.LOGGING);
    library(hooks, "ch/qos/logback/core/FileAppender", "openFile", "(Ljava/lang/String;)V");
    library(
        hooks,
        "ch/qos/logback/core/recovery/ResilientFileOutputStream",
        "openNewOutputStream",
        "(");
    library(hooks, "ch/qos/logback/core/rolling/RollingFileAppender", "rollover", "()V");
    library(hooks, "ch/qos/logback/core/rolling/helper/Compressor", "compress", "(");
    library(hooks, "org/apache/log4j/FileAppender", "setFile", "(Ljava/lang/String;ZZI)V");
    library(hooks, "org/apache/log4j/RollingFileAppender", "rollOver", "()V");
    library(hooks, "org/apache/log4j/DailyRollingFileAppender", "rollOver", "()V");
    library(hooks, CORE + "FileManager", "createOutputStream", "(");
    library(hooks, CORE + "rolling/RollingFileManager", "rollover", "(");
    library(hooks, CORE + "rolling/action/AbstractAction", "run", "()V");
    String[] factories = {
      "FileManager$FileManagerFactory",
      "RandomAccessFileManager$RandomAccessFileManagerFactory",
      "MemoryMappedFileManager$MemoryMappedFileManagerFactory",
      "rolling/RollingFileManager$RollingFileManagerFactory",
      "rolling/RollingRandomAccessFileManager$RollingRandomAccessFileManagerFactory"
    };
    for (String factory : factories) {
      library(hooks, CORE + factory, "createManager", "(Ljava/lang/String;");
    }
    library(hooks, "org/apache/juli/FileHandler", "openWriter", "()V");
    library(hooks, "org/jboss/logmanager/handlers/FileHandler", "setFile", "(Ljava/io/File;)V");
  }

  private static void library(Hooks hooks, String type, String method, String descriptor) {
    hooks.library(type).method(method, descriptor).handledBy(FileOperations.LOGGING);
  }
}
