package io.spoor.boot.record;

import io.spoor.boot.record.LibraryCall.Named;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls of described libraries, on the job's threads. What is called once in a while is kept on a
 * stack per thread until it returns, so that what a library calls within itself does not count;
 * what is called for each row or iteration only counts in the state of its object.
 */
final class LibraryCalls {

  /** Objects of libraries that are kept; those that were collected free their places. */
  private static final int MOST_OBJECTS = 20000;

  private static final class Frame {
    final LibraryRule rule;
    final Object self;
    final Object[] args;
    final Frame below;
    final long called = SpoorHooks.CLOCK.incrementAndGet();
    final long start = System.nanoTime();

    Frame(LibraryRule rule, Object self, Object[] args, Frame below) {
      this.rule = rule;
      this.self = self;
      this.args = args;
      this.below = below;
    }

    /** Whether another call of the library is under way on the thread. */
    boolean isNested() {
      for (Frame f = below; f != null; f = f.below) {
        if (f.rule.library.equals(rule.library)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What a thread did last. It holds no object of the job but those of calls under way. */
  private static final class Context {
    Frame top;
    SpoorState lastRead;
    SpoorState lastWritten;

    /** A call that made what the thread will write into the file that it opens next. */
    LibraryCall pending;
  }

  /** Calls whose rows are copied in any case. */
  private static final int COPIED = 64;

  /** Of the time of further calls copying takes one part in so many. */
  private static final int COPY_EVERY = 100;

  private final FileRecorder recorder;
  private final LibraryRule[] own;
  private final LibraryRule[] users;
  private final ThreadLocal<Context> contexts = new ThreadLocal<Context>();
  private final AtomicInteger objects = new AtomicInteger();
  private volatile String misfit;

  /** Any thread; a call may be counted or copied too much. */
  private int copied;

  private long copyAgain;

  LibraryCalls(FileRecorder recorder, LibraryTable table) {
    this.recorder = recorder;
    this.own = rules(table.calls(false));
    this.users = rules(table.calls(true));
  }

  private static LibraryRule[] rules(List<String> lines) {
    LibraryRule[] rules = new LibraryRule[lines.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = LibraryRule.parse(lines.get(i));
    }
    return rules;
  }

  private LibraryRule rule(int id) {
    return id >= LibraryTable.USERS
        ? users[id - LibraryTable.USERS]
        : own[id - FileOperations.COUNT];
  }

  private Context context() {
    Context context = contexts.get();
    if (context == null) {
      context = new Context();
      contexts.set(context);
    }
    return context;
  }

  /** What does not fit between a description and its library; null while all does. */
  String misfit() {
    return misfit;
  }

  /** The current thread opened a file. */
  void opened(SpoorState file) {
    Context context = context();
    if ((file.mode & SpoorHooks.WRITE) == 0) {
      context.lastRead = file;
      return;
    }
    context.lastWritten = file;
    LibraryCall pending = context.pending;
    if (pending != null) {
      context.pending = null;
      for (int i = 0; i < pending.found.length; i++) {
        if (pending.rule.parts[i].role == Role.GIVES) {
          pending.found[i] = new Named[] {new Named(null, file.about)};
        }
      }
      recorder.publish(pending);
    }
  }

  void enter(int id, Object self, Object[] args) {
    Context context = context();
    context.top = new Frame(rule(id), self, args, context.top);
  }

  void thrown(int id) {
    pop(context(), rule(id));
  }

  /**
   * A call returned.
   *
   * @param self of a method that is called very often: the model, whatever it is to the method
   * @param result likewise: the data, or null
   */
  void exit(int id, Object self, Object result) {
    LibraryRule rule = rule(id);
    if (rule.hot) {
      counted(rule, self, result);
      return;
    }
    Context context = context();
    Frame frame = pop(context, rule);
    if (frame != null && (rule.nested || !frame.isNested())) {
      LibraryCall call = call(frame, context, result);
      if (rule.gives) {
        context.pending = call;
      } else {
        recorder.publish(call);
      }
    }
  }

  private static Frame pop(Context context, LibraryRule rule) {
    for (Frame frame = context.top; frame != null; frame = frame.below) {
      if (frame.rule == rule) {
        context.top = frame.below;
        return frame;
      }
    }
    return null;
  }

  private void counted(LibraryRule rule, Object model, Object data) {
    LibraryObject object = object(model, rule);
    if (object == null) {
      return;
    }
    if (rule.iterates()) {
      object.writes++;
    } else {
      object.reads++;
      if (object.firstRead == 0) {
        object.firstRead = SpoorHooks.CLOCK.incrementAndGet();
      }
      if (data != null) {
        SpoorState known = recorder.table.find(data);
        if (known != null && object.owner != known) {
          object.owner = known;
        }
      }
    }
    if (object.queued == 0) {
      recorder.publish(object);
    }
  }

  /** The state of an object, made if there is none; null when there is no room. */
  private LibraryObject object(Object of, LibraryRule rule) {
    if (of == null) {
      return null;
    }
    SpoorState known = recorder.table.find(of);
    if (known != null) {
      return known instanceof LibraryObject ? (LibraryObject) known : null;
    }
    if (objects.get() >= MOST_OBJECTS) {
      recorder.releaseAll();
      objects.set(recorder.table.count(SpoorState.LIBRARY_OBJECT));
      if (objects.get() >= MOST_OBJECTS) {
        recorder.drop();
        return null;
      }
    }
    objects.incrementAndGet();
    LibraryObject made = new LibraryObject(of, rule);
    made.unit = recorder.unit();
    recorder.table.put(made);
    return made;
  }

  private LibraryCall call(Frame frame, Context context, Object result) {
    LibraryRule.Part[] parts = frame.rule.parts;
    Named[][] found = new Named[parts.length][];
    Class<?> type = null;
    for (int i = 0; i < parts.length; i++) {
      boolean isCells = parts[i].role.sort == Role.Sort.CELLS;
      Object value = isCells ? null : value(frame, parts[i], result, LibraryValues.MOST);
      found[i] =
          value == null ? LibraryValues.NONE : found(frame.rule, parts[i].role, value, context);
      boolean isObject = parts[i].role.sort == Role.Sort.OBJECT;
      type = type == null && isObject && value != null ? value.getClass() : type;
    }
    if (type == null) {
      type = frame.self != null ? frame.self.getClass() : null;
    }
    long nanos = System.nanoTime() - frame.start;
    LibraryRows rows = frame.rule.hasRows ? rows(frame, found, result) : null;
    LibraryCall call =
        new LibraryCall(frame.rule, found, rows, type, frame.called, nanos, recorder.unit());
    for (Named[] some : found) {
      for (Named each : some) {
        if (each.value instanceof LibraryObject) {
          call.in = Math.max(call.in, ((LibraryObject) each.value).writes);
        }
      }
    }
    return call;
  }

  private Object value(Frame frame, LibraryRule.Part part, Object result, int most) {
    try {
      return part.place == null ? null : part.place.in(frame.self, frame.args, result, most);
    } catch (Place.NoSuchMemberException e) {
      misfit = frame.rule.library + ", " + frame.rule.method + ": " + e.getMessage();
      return null;
    }
  }

  /** Copies rows, of the first calls always, of further ones as far as it takes little time. */
  private LibraryRows rows(Frame frame, Named[][] found, Object result) {
    long start = System.nanoTime();
    if (copied >= COPIED && start - copyAgain < 0) {
      return LibraryRows.LEFT_OUT;
    }
    CellReader reader = new CellReader();
    LibraryRule.Part[] parts = frame.rule.parts;
    for (int i = 0; i < parts.length; i++) {
      Role role = parts[i].role;
      if (role == Role.CELLS || role == Role.INDICES) {
        // Rows may be copies that the library makes: one tells how wide they are.
        int most = reader.rowsLike(value(frame, parts[i], result, 1));
        reader.add(role, value(frame, parts[i], result, most));
      } else if (role.sort == Role.Sort.CELLS) {
        reader.add(role, value(frame, parts[i], result, LibraryValues.MOST));
      } else if (role == Role.ABSENT) {
        reader.absent(parts[i].text);
      } else if (role == Role.ROWS && found[i].length > 0) {
        reader.rows(found[i][0].value);
      }
    }
    LibraryRows rows = reader.read();
    long end = System.nanoTime();
    copied++;
    copyAgain = end + COPY_EVERY * (end - start);
    return rows;
  }

  private Named[] found(LibraryRule rule, Role role, Object value, Context context) {
    switch (role.sort) {
      case PATH:
        List<Named> paths = new ArrayList<Named>(1);
        paths(paths, role, value, context);
        return paths.toArray(LibraryValues.NONE);
      case OBJECT:
        List<Named> objects = new ArrayList<Named>(1);
        objects(rule, objects, null, value);
        return objects.toArray(LibraryValues.NONE);
      case VALUES:
        return LibraryValues.several(value);
      default:
        boolean isText = role == Role.VERSION || role == Role.LABEL;
        Object simple = isText ? LibraryValues.text(value) : LibraryValues.single(value);
        return simple == null ? LibraryValues.NONE : new Named[] {new Named(null, simple)};
    }
  }

  /** Rows of numbers are one object: each row has no life of its own. */
  private void objects(LibraryRule rule, List<Named> found, String name, Object value) {
    // Data of a library may be a collection itself; then it is one object as any other.
    boolean isOfJdk = value != null && value.getClass().getClassLoader() == null;
    if (isOfJdk && value instanceof Map) {
      for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
        objects(rule, found, String.valueOf(each.getKey()), each.getValue());
      }
    } else if (isOfJdk && value instanceof Collection) {
      for (Object each : (Collection<?>) value) {
        objects(rule, found, null, each);
      }
    } else if (value instanceof Object[] && !value.getClass().getComponentType().isArray()) {
      for (Object each : (Object[]) value) {
        objects(rule, found, null, each);
      }
    } else if (found.size() < 100) {
      LibraryObject object = object(value, rule);
      if (object != null) {
        found.add(new Named(name, object));
      }
    }
  }

  /** A stream stands for its file; wrapped in others, for the one that the thread opened last. */
  private void paths(List<Named> found, Role role, Object value, Context context) {
    if (role == Role.CONTENT) {
      SpoorState file = context.lastRead;
      boolean fits = file != null && fits(value, file.in);
      if (fits) {
        found.add(new Named(null, file.about));
      } else if (value instanceof byte[]) {
        // Read before the library was met, or by another thread: by its length, later.
        found.add(new Named(null, (long) ((byte[]) value).length));
      }
      return;
    }
    String path = LibraryValues.path(value);
    if (path != null) {
      found.add(new Named(null, path));
    } else if (value instanceof Collection) {
      for (Object each : (Collection<?>) value) {
        paths(found, role, each, context);
      }
    } else if (value instanceof Object[]) {
      for (Object each : (Object[]) value) {
        paths(found, role, each, context);
      }
    } else {
      SpoorState file = recorder.table.find(value);
      if (file == null || file.kind != SpoorState.FILE) {
        file = role == Role.WRITES ? context.lastWritten : context.lastRead;
      }
      if (file != null) {
        found.add(new Named(null, file.about));
      }
    }
  }

  /** Bytes must be as many as were read; how long a text was as bytes nobody knows. */
  private static boolean fits(Object content, long read) {
    if (content instanceof byte[]) {
      return ((byte[]) content).length == read;
    }
    return !(content instanceof ByteBuffer) || ((ByteBuffer) content).capacity() == read;
  }
}
