package io.spoor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

  @ParameterizedTest
  @CsvSource({
    "com.corp.Nightly 1 2, ,",
    "/opt/jobs/nightly.jar --x, ,",
    ", ,",
    "'', ,",
    "app/com.corp.Main, app,",
    "com.corp.Compiler, jdk.compilerx.no,the JDK tool jdk.compilerx.no",
    "com.sun.tools.javac.Main A.java, jdk.compiler, the JDK tool jdk.compiler",
    "com.sun.tools.javac.Main A.java, , the JDK tool com.sun.tools.javac.Main",
    "sun.tools.jps.Jps, , the JDK tool sun.tools.jps.Jps",
    "sun.security.tools.keytool.Main, , the JDK tool sun.security.tools.keytool.Main",
    "jdk.jshell.Main, , the JDK tool jdk.jshell.Main",
    "/opt/spoor-agent.jar show, , Spoor's own command line",
    "org.codehaus.plexus.classworlds.launcher.Launcher verify, ,"
        + " Maven without a goal that runs a job in its own JVM",
    "org.codehaus.plexus.classworlds.launcher.Launcher -q exec:java -Dx=y, ,",
    "org.codehaus.plexus.classworlds.launcher.Launcher spring-boot:run, ,",
    "org.apache.maven.surefire.booter.ForkedBooter, ,"
        + " Maven without a goal that runs a job in its own JVM",
    "org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.5, , Gradle's launcher or daemon",
    "org.gradle.wrapper.GradleWrapperMain run, , Gradle's launcher or daemon",
    "worker.org.gradle.process.internal.worker.GradleWorkerMain, ,",
  })
  void toolsAreNoJobs(String command, String module, String reason) {
    assertEquals(reason, Exclusions.reason(command, module));
  }
}
