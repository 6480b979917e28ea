package jobs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Copies a file, and logs so much that the log is rolled and packed. Arguments: the framework,
 * from, to.
 */
public final class WritesLogs {

  private static final int MESSAGES = 3000;
  private static final String PATTERN = "%d %m%n";

  private WritesLogs() {}

  public static void main(String[] args) throws Exception {
    Files.createDirectories(Paths.get("logs"));
    switch (args[0]) {
      case "jul":
        jul();
        break;
      case "logback":
        logback();
        break;
      case "log4j2":
        log4j2();
        break;
      case "log4j1":
        log4j1();
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
    byte[] data = Files.readAllBytes(Paths.get(args[1]));
    try (OutputStream out = new FileOutputStream(args[2])) {
      out.write(data);
    }
    System.out.println("logged and copied");
  }

  private static void jul() throws IOException {
    java.util.logging.Logger logger = java.util.logging.Logger.getLogger("jobs");
    logger.setUseParentHandlers(false);
    Handler handler = new FileHandler("logs/app-%g.log", 50000, 3);
    handler.setEncoding(StandardCharsets.UTF_8.name());
    logger.addHandler(handler);
    for (int i = 0; i < MESSAGES / 10; i++) {
      logger.info("order " + i + " is done");
    }
    handler.close();
  }

  private static void logback() {
    LoggerContext context = new LoggerContext();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setFileNamePattern("logs/app.%i.log.gz");
    rolling.setParent(appender);
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setMaxFileSize(new FileSize(20000));
    appender.setContext(context);
    appender.setFile("logs/app.log");
    appender.setEncoder(encoder);
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    rolling.start();
    trigger.start();
    appender.start();
    ch.qos.logback.classic.Logger logger = context.getLogger("jobs");
    logger.addAppender(appender);
    for (int i = 0; i < MESSAGES; i++) {
      logger.info("order {} is done", i);
      if (i % 1000 == 999) {
        // By itself it looks at the size only now and then.
        appender.rollover();
      }
    }
    context.stop();
  }

  private static void log4j2() {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.ERROR);
    builder.add(
        builder
            .newAppender("rolling", "RollingFile")
            .addAttribute("fileName", "logs/app.log")
            .addAttribute("filePattern", "logs/app-%i.log.gz")
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN))
            .addComponent(
                builder
                    .newComponent("Policies")
                    .addComponent(
                        builder
                            .newComponent("SizeBasedTriggeringPolicy")
                            .addAttribute("size", "20KB"))));
    builder.add(
        builder
            .newAppender("plain", "File")
            .addAttribute("fileName", "logs/plain.log")
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN)));
    builder.add(
        builder
            .newRootLogger(Level.INFO)
            .add(builder.newAppenderRef("rolling"))
            .add(builder.newAppenderRef("plain")));
    org.apache.logging.log4j.core.LoggerContext context = Configurator.initialize(builder.build());
    org.apache.logging.log4j.Logger logger = context.getLogger("jobs");
    for (int i = 0; i < MESSAGES; i++) {
      logger.info("order {} is done", i);
    }
    Configurator.shutdown(context);
  }

  private static void log4j1() throws IOException {
    org.apache.log4j.RollingFileAppender appender =
        new org.apache.log4j.RollingFileAppender(
            new org.apache.log4j.PatternLayout(PATTERN), "logs/app.log");
    appender.setMaxFileSize("20KB");
    org.apache.log4j.Logger logger = org.apache.log4j.Logger.getLogger("jobs");
    logger.addAppender(appender);
    for (int i = 0; i < MESSAGES; i++) {
      logger.info("order " + i + " is done");
    }
    org.apache.log4j.LogManager.shutdown();
  }
}
