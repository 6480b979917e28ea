package io.spoor.boot.record;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which unit of work a thread works for. Loaded with the first of them. A thread that is made
 * within a unit works for it, unless it is a pool's; what a unit hands to a pool works for it while
 * it runs. The job's threads only.
 */
final class UnitCalls {

  /** What a thread does for a unit, and what it goes on with afterwards. Immutable. */
  private static final class Node {
    /** Null = none. */
    final UnitOfWork unit;

    final Node below;

    /** Null where it was inherited: then nothing on this thread ends it. */
    final Thread thread;

    /** The rule of a call, the task, or {@link #THREAD}. */
    final Object key;

    final Object self;

    /** Null where the unit does not end with it. */
    final Object[] args;

    /** Whether it is a part of what runs of the unit. */
    final boolean counts;

    Node(
        UnitOfWork unit,
        Node below,
        Thread thread,
        Object key,
        Object self,
        Object[] args,
        boolean counts) {
      this.unit = unit;
      this.below = below;
      this.thread = thread;
      this.key = key;
      this.self = self;
      this.args = args;
      this.counts = counts;
    }

    /** Whether the unit ends with it. */
    boolean isOwner() {
      return args != null;
    }

    boolean isTask() {
      return key != THREAD && !(key instanceof UnitRule);
    }
  }

  private static final class Current extends InheritableThreadLocal<Node> {
    @Override
    protected Node childValue(Node made) {
      UnitOfWork unit = made == null ? null : UnitOfWork.open(made.unit);
      if (unit == null) {
        return null;
      }
      unit.handsOut();
      return new Node(unit, null, null, THREAD, null, null, false);
    }
  }

  private static final Object[] NONE = {};

  /** Units that may be told as runs at once. */
  private static final int RUNS = 1000;

  /** Services that are told apart. */
  private static final int SERVICES = 500;

  /**
   * A schedule that fires again within so many nanoseconds is a service. More than a minute: one
   * that fires each minute does not do so to the millisecond.
   */
  private static final long FREQUENT = TimeUnit.SECONDS.toNanos(61);

  /** Key of what a thread works for because it was made there. */
  private static final Object THREAD = new Object();

  private final Handover recorder;
  private final UnitTable table;
  private final UnitRate rate = new UnitRate(RUNS);
  private final ClockCalls clock;

  /** Those that are under way, by name. */
  private final ConcurrentHashMap<String, UnitOfWork> services =
      new ConcurrentHashMap<String, UnitOfWork>();

  /** Calls of services that had no room. */
  private final AtomicLong refused = new AtomicLong();

  /** When schedules fired last, by name, in nanoseconds. */
  private final ConcurrentHashMap<String, Long> fires = new ConcurrentHashMap<String, Long>();

  private final InheritableThreadLocal<Node> current = new Current();

  UnitCalls(Handover recorder, UnitTable table) {
    this.recorder = recorder;
    this.table = table;
    this.clock = new ClockCalls(recorder, this);
  }

  /** The unit that the current thread works for, which has to do with data now; null = none. */
  UnitOfWork current() {
    Node top = top();
    UnitOfWork unit = top == null ? null : UnitOfWork.open(top.unit);
    if (unit != null && !unit.used) {
      unit.use(rate);
      unit = UnitOfWork.open(unit);
    }
    return unit;
  }

  /** What the current thread does now; null = nothing for a unit. */
  private Node top() {
    Node top = current.get();
    if (top == null || top.thread != null) {
      return top;
    }
    // The first time in a thread that was made within a unit.
    Thread thread = Thread.currentThread();
    top.unit.joins(thread);
    Node own = new Node(top.unit, null, thread, THREAD, null, null, false);
    current.set(own);
    return own;
  }

  /** Units that were not told as runs of their own. */
  long leftOut() {
    return rate.refused() + refused.get();
  }

  void enter(int id, Object self, Object[] args) {
    switch (id) {
      case UnitTable.GIVEN:
        handOut(self);
        break;
      case UnitTable.RUNS:
      case UnitTable.BEFORE:
        begin(self);
        break;
      case UnitTable.AFTER:
        end(self);
        break;
      case UnitTable.WORKER:
        Node made = current.get();
        if (made != null) {
          if (made.thread == null) {
            made.unit.isNotJoined();
          }
          current.remove();
        }
        break;
      case UnitTable.OUTCOME:
        outcome(args);
        break;
      case UnitTable.FIRES:
        clock.fires(self);
        break;
      case UnitTable.TIMER_FIRES:
        clock.timerFires();
        break;
      case UnitTable.TIMER_RESTS:
        clock.timerRests();
        break;
      default:
        call(rule(id), self, args == null ? NONE : args);
    }
  }

  void exit(int id, Object self, Object result) {
    switch (id) {
      case UnitTable.MADE:
        handOut(self);
        break;
      case UnitTable.RUNS:
        end(self);
        break;
      case UnitTable.CLOCKED:
        clock.given(self, result);
        break;
      case UnitTable.FIRES:
        clock.fired(self);
        break;
      case UnitTable.TIMER_NEXT:
        clock.next(result);
        break;
      default:
        returned(rule(id), null);
    }
  }

  void thrown(int id, Throwable thrown) {
    if (id == UnitTable.RUNS) {
      end(null);
    } else if (id == UnitTable.TIMER_RESTS) {
      clock.timerDies(thrown);
    } else if (id >= UnitTable.FRAMEWORKS) {
      returned(rule(id), thrown);
    }
  }

  private UnitRule rule(int id) {
    return id >= UnitTable.NAMED ? table.named(id) : Frameworks.RULES[id - UnitTable.FRAMEWORKS];
  }

  private void set(Node node) {
    if (node == null) {
      current.remove();
    } else {
      current.set(node);
    }
  }

  // Calls

  private void call(UnitRule rule, Object self, Object[] args) {
    Thread thread = Thread.currentThread();
    Node top = top();
    UnitOfWork within = top == null ? null : UnitOfWork.open(top.unit);
    if (rule.joinsNested && isCalled(top, rule, thread)) {
      current.set(new Node(within, top, thread, rule, null, null, false));
      return;
    }
    String name = rule.name(self, args);
    if (name != null) {
      begin(rule, name, top, within, self, args);
    }
  }

  /** What is called by the clock is called. */
  void fires(UnitRule rule, String name, Object self) {
    Node top = top();
    begin(rule, name, top, top == null ? null : UnitOfWork.open(top.unit), self, NONE);
  }

  private void begin(
      UnitRule rule, String name, Node top, UnitOfWork within, Object self, Object[] args) {
    if (rule.isService) {
      serve(rule, rule, name, top, self, args);
    } else if (rule.frequent != null && firesOften(name)) {
      serve(rule.frequent, rule, name, top, self, args);
    } else {
      UnitOfWork unit = new UnitOfWork(within, rule, name);
      current.set(new Node(unit, top, Thread.currentThread(), rule, self, args, true));
    }
  }

  /** A schedule fires; whether it did so shortly before. */
  private boolean firesOften(String name) {
    long now = System.nanoTime();
    if (fires.size() >= SERVICES && !fires.containsKey(name)) {
      return false;
    }
    Long last = fires.put(name, now);
    return last != null && now - last < FREQUENT;
  }

  /**
   * A call of a service: some are looked at by themselves, the others all together.
   *
   * @param key the rule by which its end is known
   */
  private void serve(
      UnitRule rule, UnitRule key, String name, Node top, Object self, Object[] args) {
    UnitOfWork service = services.get(name);
    while (service == null || service.isClosing()) {
      if (service == null && services.size() >= SERVICES) {
        refused.incrementAndGet();
        return;
      }
      UnitOfWork next = new UnitOfWork(null, rule, name);
      boolean isIn =
          service == null
              ? services.putIfAbsent(name, next) == null
              : services.replace(name, service, next);
      service = isIn ? next : services.get(name);
    }
    Thread thread = Thread.currentThread();
    if (service.takesPart()) {
      UnitOfWork part = new UnitOfWork(service, rule, name);
      current.set(new Node(part, top, thread, key, self, args, true));
    } else {
      current.set(new Node(service, top, thread, key, null, null, true));
    }
  }

  /** Whether a thread is within a call already, and in no other unit since. */
  private static boolean isCalled(Node top, UnitRule rule, Thread thread) {
    return top != null && top.thread == thread && top.key == rule;
  }

  void returned(UnitRule rule, Throwable thrown) {
    Node found = find(rule);
    if (found == null) {
      return;
    }
    for (Node each = current.get(); each != found; each = each.below) {
      // Its own return was not seen.
      close(each, null);
    }
    set(found.below);
    close(found, thrown);
  }

  /** The nearest of a thread's own; null when it has none. */
  private Node find(Object key) {
    Thread thread = Thread.currentThread();
    Node node = current.get();
    while (node != null && node.thread == thread && node.key != key) {
      node = node.below;
    }
    return node != null && node.thread == thread ? node : null;
  }

  private void close(Node node, Throwable thrown) {
    UnitOfWork unit = node.unit;
    if (unit == null || !node.counts) {
      return;
    }
    if (!node.isOwner()) {
      if (unit.endMillis > 0 && !unit.isService()) {
        unit.endMillis = System.currentTimeMillis();
      }
      ended(unit);
    } else {
      if (thrown != null) {
        unit.failure = thrown;
        unit.failed = true;
      } else {
        unit.rule.judge(unit, node.self, node.args);
      }
      unit.endMillis = Math.max(1, System.currentTimeMillis());
      ended(unit);
      if (unit.isPart) {
        ended(unit.parent);
      }
    }
  }

  private void ended(UnitOfWork unit) {
    if (!unit.ends()) {
      return;
    }
    if (unit.failed && !unit.used && !unit.isPart) {
      unit.use(rate);
    }
    if (unit.used && !unit.closed) {
      recorder.publishAnyway(unit);
    }
  }

  /** Of the innermost unit that is a call on this thread. */
  private void outcome(Object[] args) {
    Node top = top();
    if (top != null && top.isOwner() && args.length > 1 && args[1] instanceof Throwable) {
      top.unit.failure = (Throwable) args[1];
      top.unit.failed = true;
    }
  }

  // Tasks

  private void handOut(Object task) {
    Node top = top();
    UnitOfWork unit = top == null ? null : UnitOfWork.open(top.unit);
    if (unit == null || task == null || recorder.table.find(task) != null) {
      return;
    }
    SpoorState state = new SpoorState(SpoorState.TASK, task);
    state.unit = unit;
    unit.handsOut();
    recorder.table.put(state);
  }

  private void begin(Object task) {
    Node top = top();
    if (top != null && top.key == task && top.thread == Thread.currentThread()) {
      // Its executor has told it.
      return;
    }
    SpoorState known = recorder.table.find(task);
    boolean isTask = known != null && known.kind == SpoorState.TASK;
    UnitOfWork unit = isTask ? (UnitOfWork) known.unit : null;
    if (unit == null && top == null) {
      return;
    }
    if (unit != null) {
      unit.begins();
      known.clear();
      recorder.release(known);
    }
    current.set(new Node(unit, top, Thread.currentThread(), task, null, null, true));
  }

  /**
   * @param task null = the innermost
   */
  private void end(Object task) {
    Node top = top();
    if (top == null) {
      return;
    }
    Node found = task != null ? find(task) : top.isTask() ? top : null;
    if (found != null && found.isTask()) {
      for (Node each = top; each != found; each = each.below) {
        close(each, null);
      }
      set(found.below);
      close(found, null);
    }
  }
}
