package io.spoor.instrumentation.units;

import io.spoor.boot.record.Frameworks;
import io.spoor.boot.record.UnitTable;
import io.spoor.instrumentation.Description;
import io.spoor.instrumentation.Hooks;

/**
 * Methods of frameworks whose calls are units of work: Spring Batch 3 to 5, Quartz 2, servlets, and
 * of Spring 5 and 6 {@code @Scheduled}, {@code @Async} and listeners of JMS and Kafka, and without
 * Spring schedules of the JDK and listeners of ActiveMQ. And where work passes from thread to
 * thread, in the JDK of 8 to 25: tasks of executors are FutureTasks or are told by the executor,
 * those of ForkJoin pools, CompletableFuture and parallel streams are ForkJoinTasks. New threads
 * need no hook. The JDK's classes are woven only once a unit may begin.
 */
public final class UnitsOfWork implements Description {

  private static final String O = "Ljava/lang/Object;";
  private static final String ENTER = "(I" + O + "[" + O + ")V";
  private static final String EXIT = "(I" + O + O + ")V";
  private static final String THROWN = "(ILjava/lang/Throwable;)V";

  @Override
  public void describe(Hooks hooks) {
    threads(hooks);
    clocks(hooks);
    messages(hooks);
    servlets(hooks);
    spring(hooks);
    framework(
        hooks,
        "org/springframework/batch/core/job/AbstractJob",
        "execute",
        "(Lorg/springframework/batch/core/",
        Frameworks.BATCH_JOB);
    framework(
        hooks,
        "org/springframework/batch/core/step/AbstractStep",
        "execute",
        "(Lorg/springframework/batch/core/",
        Frameworks.BATCH_STEP);
    framework(hooks, "org/quartz/core/JobRunShell", "run", "()V", Frameworks.QUARTZ_JOB)
        .method("notifyJobListenersComplete", "(")
        .onEntry("enter", ENTER, "#" + UnitTable.OUTCOME, "this", "args");
  }

  /** Java 8 to 25: tasks that are run again and again by the JDK itself. */
  private static void clocks(Hooks hooks) {
    String executor = "java/util/concurrent/ScheduledThreadPoolExecutor";
    hooks
        .type(executor)
        .method("decorateTask", "(Ljava/lang/Runnable;")
        .onReturn("exit", EXIT, "#" + UnitTable.CLOCKED, "0", "result");
    hooks
        .type(executor + "$ScheduledFutureTask")
        .method("run", "()V")
        .onEntry("enter", ENTER, "#" + UnitTable.FIRES, "this", "null")
        .onReturn("exit", EXIT, "#" + UnitTable.FIRES, "this", "null");
    // The timer asks which task is due, notes when it will be again, runs it, and asks whether
    // there are others. A task's exception ends the timer.
    hooks
        .type("java/util/TaskQueue")
        .method("getMin", "()")
        .onReturn("exit", EXIT, "#" + UnitTable.TIMER_NEXT, "this", "result")
        .method("rescheduleMin", "(J)V")
        .onEntry("enter", ENTER, "#" + UnitTable.TIMER_FIRES, "null", "null")
        .method("isEmpty", "()Z")
        .onEntry("enter", ENTER, "#" + UnitTable.TIMER_RESTS, "null", "null");
    hooks
        .type("java/util/TimerThread")
        .method("mainLoop", "()V")
        .onThrow("thrown", THROWN, "#" + UnitTable.TIMER_RESTS, "thrown");
  }

  /** Messages of brokers' own clients: ActiveMQ 5 and 6. */
  private static void messages(Hooks hooks) {
    framework(
        hooks,
        "org/apache/activemq/ActiveMQMessageConsumer",
        "dispatch",
        "(Lorg/apache/activemq/command/MessageDispatch;)V",
        Frameworks.JMS_CONSUMER);
  }

  private static void servlets(Hooks hooks) {
    for (String api : new String[] {"javax", "jakarta"}) {
      framework(
          hooks,
          api + "/servlet/http/HttpServlet",
          "service",
          "(L" + api + "/servlet/ServletRequest;",
          Frameworks.SERVLET);
    }
  }

  private static void spring(Hooks hooks) {
    framework(
        hooks,
        "org/springframework/scheduling/support/ScheduledMethodRunnable",
        "run",
        "()V",
        Frameworks.SCHEDULE);
    framework(
        hooks,
        "org/springframework/aop/interceptor/AsyncExecutionInterceptor",
        "lambda$invoke$*",
        "(Lorg/aopalliance/intercept/MethodInvocation;Ljava/lang/reflect/Method;)",
        Frameworks.ASYNC);
    framework(
        hooks,
        "org/springframework/jms/listener/adapter/MessagingMessageListenerAdapter",
        "onMessage",
        "(L",
        Frameworks.JMS_METHOD);
    framework(
            hooks,
            "org/springframework/jms/listener/AbstractMessageListenerContainer",
            "doInvokeListener",
            "(Ljavax/jms/MessageListener;",
            Frameworks.JMS_LISTENER)
        .method("doInvokeListener", "(Ljakarta/jms/MessageListener;")
        .handledBy(UnitTable.FRAMEWORKS + Frameworks.JMS_LISTENER);
    String kafka = "org/springframework/kafka/listener/adapter/";
    String records = "(Lorg/apache/kafka/clients/consumer/ConsumerRecord";
    framework(
        hooks,
        kafka + "RecordMessagingMessageListenerAdapter",
        "onMessage",
        records + ";",
        Frameworks.KAFKA_METHOD);
    framework(
            hooks,
            kafka + "BatchMessagingMessageListenerAdapter",
            "onMessage",
            "(Ljava/util/List;",
            Frameworks.KAFKA_METHOD)
        .method("onMessage", records + "s;")
        .handledBy(UnitTable.FRAMEWORKS + Frameworks.KAFKA_METHOD);
  }

  private static Hooks.Places framework(
      Hooks hooks, String type, String method, String descriptor, int number) {
    return hooks.unit(type).method(method, descriptor).handledBy(UnitTable.FRAMEWORKS + number);
  }

  private static void threads(Hooks hooks) {
    runs(made(hooks, "java/util/concurrent/FutureTask"), "run", "()V");
    runs(made(hooks, "java/util/concurrent/ForkJoinTask"), "doExec", "()");
    String future = "java/util/concurrent/CompletableFuture$";
    for (String task : new String[] {"Completion", "AsyncSupply", "AsyncRun"}) {
      runs(hooks.following(future + task), "run", "()V");
    }
    hooks
        .following("java/util/concurrent/ThreadPoolExecutor")
        .method("execute", "(Ljava/lang/Runnable;)V")
        .onEntry("enter", ENTER, "#" + UnitTable.GIVEN, "0", "null")
        .method("runWorker", "(")
        .onEntry("enter", ENTER, "#" + UnitTable.WORKER, "this", "null")
        .method("beforeExecute", "(Ljava/lang/Thread;Ljava/lang/Runnable;)V")
        .onEntry("enter", ENTER, "#" + UnitTable.BEFORE, "1", "null")
        .method("afterExecute", "(Ljava/lang/Runnable;Ljava/lang/Throwable;)V")
        .onEntry("enter", ENTER, "#" + UnitTable.AFTER, "0", "null");
    hooks
        .following("java/util/concurrent/ForkJoinWorkerThread")
        .method("run", "()V")
        .onEntry("enter", ENTER, "#" + UnitTable.WORKER, "this", "null");
  }

  private static Hooks.Methods made(Hooks hooks, String type) {
    Hooks.Methods methods = hooks.following(type);
    methods.method("<init>", "(").onReturn("exit", EXIT, "#" + UnitTable.MADE, "this", "null");
    return methods;
  }

  private static void runs(Hooks.Methods methods, String method, String descriptor) {
    methods
        .method(method, descriptor)
        .onEntry("enter", ENTER, "#" + UnitTable.RUNS, "this", "null")
        .onReturn("exit", EXIT, "#" + UnitTable.RUNS, "this", "null")
        .onThrow("thrown", THROWN, "#" + UnitTable.RUNS, "thrown");
  }
}
