package io.spoor.boot.record;

/**
 * Methods of frameworks whose calls are units of work; the descriptions in {@code
 * io.spoor.instrumentation.units} say where they are woven in.
 */
public final class Frameworks {

  /** Spring Batch's {@code AbstractJob.execute(JobExecution)}. */
  public static final int BATCH_JOB = 0;

  /** Spring Batch's {@code AbstractStep.execute(StepExecution)}. */
  public static final int BATCH_STEP = 1;

  /** Quartz's {@code JobRunShell.run()}. */
  public static final int QUARTZ_JOB = 2;

  /** {@code HttpServlet.service(ServletRequest, ServletResponse)}, of javax and of jakarta. */
  public static final int SERVLET = 3;

  /** Spring's {@code ScheduledMethodRunnable.run()}. */
  public static final int SCHEDULE = 4;

  /** What Spring's {@code AsyncExecutionInterceptor} gives to an executor. */
  public static final int ASYNC = 5;

  /** Spring JMS's {@code MessagingMessageListenerAdapter.onMessage}: a method that listens. */
  public static final int JMS_METHOD = 6;

  /** Spring JMS's {@code doInvokeListener}: a listener of JMS's own API. */
  public static final int JMS_LISTENER = 7;

  /** Spring Kafka's {@code onMessage} of records and of batches: a method that listens. */
  public static final int KAFKA_METHOD = 8;

  /** ActiveMQ's {@code ActiveMQMessageConsumer.dispatch}: a listener that a consumer was given. */
  public static final int JMS_CONSUMER = 9;

  static final UnitRule[] RULES = {
    UnitRule.of(
        "JOB",
        "1.getJobInstance().getJobName()",
        "1.getStatus().name()",
        "1.getAllFailureExceptions()"),
    UnitRule.of("STEP", "1.getStepName()", "1.getStatus().name()", "1.getFailureExceptions()"),
    UnitRule.of("JOB", "this.jec.getJobDetail().getKey().getName()", null, null),
    UnitRule.service("this.getClass(),1.getMethod()"),
    UnitRule.schedule("this.getMethod().getDeclaringClass(),this.getMethod().getName()"),
    UnitRule.service("2.getDeclaringClass(),2.getName()"),
    UnitRule.service(
        "this.handlerMethod.getMethod().getDeclaringClass(),"
            + "this.handlerMethod.getMethod().getName()"),
    UnitRule.service("1.getClass()"),
    UnitRule.service(
        "this.handlerMethod.invokerHandlerMethod.getMethod().getDeclaringClass(),"
            + "this.handlerMethod.invokerHandlerMethod.getMethod().getName()"
            + "|this.handlerMethod.delegatingHandler.getBean().getClass()"),
    UnitRule.service("this.messageListener.get().getClass()"),
  };

  private Frameworks() {}
}
