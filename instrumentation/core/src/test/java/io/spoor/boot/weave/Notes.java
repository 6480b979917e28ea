package io.spoor.boot.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes down which hooks are called, with their arguments, one line a call. Objects appear under
 * the names they were introduced by, else by class. Java 8: it runs in the children too.
 */
public final class Notes extends SpoorRecorder {

  private final List<String> lines = new ArrayList<String>();
  private final Map<Object, String> names = new IdentityHashMap<Object, String>();
  private SpoorState found;
  private boolean echoes;

  /** Gives an object a name for the notes. */
  public <T> T name(String name, T object) {
    names.put(object, name);
    return object;
  }

  /** What lookup finds from now on, whatever it is asked for. */
  void found(SpoorState state) {
    found = state;
  }

  /** Prints exits and halts, and only them, at once: the JVM is about to end. */
  void echoExits() {
    echoes = true;
  }

  /** Begins a new part of the notes. */
  void section(String name) {
    lines.add("-- " + name);
  }

  /** The notes so far. */
  public List<String> lines() {
    return new ArrayList<String>(lines);
  }

  private void note(String hook, Object... arguments) {
    StringBuilder line = new StringBuilder(hook);
    for (Object argument : arguments) {
      line.append(' ').append(show(argument));
    }
    lines.add(line.toString());
    if (echoes && (hook.equals("exiting") || hook.equals("halting"))) {
      System.out.println(line);
    }
  }

  private String show(Object value) {
    String name = value == null ? "null" : names.get(value);
    if (name != null) {
      return name;
    }
    if (value instanceof Object[]) {
      StringBuilder all = new StringBuilder("[");
      for (Object item : (Object[]) value) {
        all.append(all.length() == 1 ? "" : ", ").append(show(item));
      }
      return all.append(']').toString();
    }
    if (value instanceof byte[]) {
      return Arrays.toString((byte[]) value);
    }
    if (value instanceof Throwable) {
      return value.getClass().getName() + "(" + ((Throwable) value).getMessage() + ")";
    }
    if (value instanceof String) {
      return "\"" + value + "\"";
    }
    return value instanceof Number || value instanceof Boolean || value instanceof Character
        ? value.getClass().getSimpleName() + ":" + value
        : value.getClass().getName();
  }

  @Override
  public void opened(Object stream, Object path, int mode) {
    note("opened", stream, path, mode);
  }

  @Override
  public void channelOpened(
      Object channel, Object path, boolean readable, boolean writable, Object parent) {
    note("channelOpened", channel, path, readable, writable, parent);
  }

  /** Some JDKs make a byte channel by way of a file channel: then it is told twice. */
  @Override
  public void channelOptions(Object channel, Object options) {
    String last = lines.get(lines.size() - 1);
    TreeSet<Object> sorted = new TreeSet<Object>((Set<?>) options);
    note("channelOptions", channel, sorted.toString());
    if (last.equals(lines.get(lines.size() - 1))) {
      lines.remove(lines.size() - 1);
    }
  }

  @Override
  public void readByte(int result, Object stream) {
    note("readByte", result, stream);
  }

  @Override
  public void read(int result, Object stream, Object bytes, int offset) {
    note("read", result, stream, bytes, offset);
  }

  @Override
  public void readBuffer(long result, Object channel, Object buffers) {
    note("readBuffer", result, channel, buffers);
  }

  @Override
  public void wroteByte(Object stream, int value) {
    note("wroteByte", stream, value);
  }

  @Override
  public void wrote(Object stream, Object bytes, int offset, int length) {
    note("wrote", stream, bytes, offset, length);
  }

  @Override
  public void wroteText(Object stream, Object text) {
    note("wroteText", stream, text);
  }

  @Override
  public void wroteBuffer(long result, Object channel, Object buffers) {
    note("wroteBuffer", result, channel, buffers);
  }

  @Override
  public void readFrom(Object channel, long position) {
    note("readFrom", channel, position);
  }

  @Override
  public void movedTo(Object stream, long position) {
    note("movedTo", stream, position);
  }

  @Override
  public void moved(Object stream) {
    note("moved", stream);
  }

  @Override
  public void closed(Object stream) {
    note("closed", stream);
  }

  @Override
  public void connected(Object connection, Object url, Object properties) {
    note("connected", connection, url, properties);
  }

  @Override
  public void created(Object statement, SpoorState connection, Object self) {
    note("created", statement, connection, self);
  }

  @Override
  public void prepared(Object statement, SpoorState connection, Object self, Object sql) {
    note("prepared", statement, connection, self, sql);
  }

  @Override
  public void executing(SpoorState statement, Object self, Object sql) {
    note("executing", statement, self, sql);
  }

  @Override
  public void executed(Object result, SpoorState statement, Object self) {
    note("executed", result, statement, self);
  }

  @Override
  public void executedCount(long count, SpoorState statement, Object self) {
    note("executedCount", count, statement, self);
  }

  @Override
  public void executedBatch(Object counts, SpoorState statement, Object self) {
    note("executedBatch", counts, statement, self);
  }

  @Override
  public void failed(Throwable thrown, SpoorState statement, Object self) {
    note("failed", thrown, statement, self);
  }

  @Override
  public void results(Object resultSet, SpoorState statement, Object self) {
    note("results", resultSet, statement, self);
  }

  @Override
  public void addBatch(SpoorState statement, Object self, Object sql) {
    note("addBatch", statement, self, sql);
  }

  @Override
  public void clearBatch(SpoorState statement) {
    note("clearBatch", statement);
  }

  @Override
  public void next(boolean row, SpoorState rows) {
    note("next", row, rows);
  }

  @Override
  public void readFailed(Throwable thrown, SpoorState rows, Object self) {
    note("readFailed", thrown, rows, self);
  }

  @Override
  public void get(Object value, SpoorState rows, int column) {
    note("get", value, rows, column);
  }

  @Override
  public void get(Object value, SpoorState rows, Object label) {
    note("get", value, rows, label);
  }

  @Override
  public void get(long value, SpoorState rows, int column) {
    note("get", value, rows, column);
  }

  @Override
  public void get(long value, SpoorState rows, Object label) {
    note("get", value, rows, label);
  }

  @Override
  public void get(double value, SpoorState rows, int column) {
    note("get", value, rows, column);
  }

  @Override
  public void get(double value, SpoorState rows, Object label) {
    note("get", value, rows, label);
  }

  @Override
  public void set(SpoorState statement, int parameter, Object value) {
    note("set", statement, parameter, value);
  }

  @Override
  public void set(SpoorState statement, int parameter, long value) {
    note("set", statement, parameter, value);
  }

  @Override
  public void set(SpoorState statement, int parameter, double value) {
    note("set", statement, parameter, value);
  }

  @Override
  public void closed(SpoorState state, Object self) {
    note("closed", state, self);
  }

  @Override
  public void autoCommit(SpoorState connection, Object self, boolean on) {
    note("autoCommit", connection, self, on);
  }

  @Override
  public void chosen(SpoorState connection, Object self, Object name, boolean isSchema) {
    note("chosen", connection, self, name, isSchema);
  }

  @Override
  public void asking(Object metaData) {
    note("asking", metaData);
  }

  @Override
  public void answered(Object metaData) {
    note("answered", metaData);
  }

  @Override
  public void committed(SpoorState connection, Object self) {
    note("committed", connection, self);
  }

  @Override
  public void commitFailed(Throwable thrown, SpoorState connection, Object self) {
    note("commitFailed", thrown, connection, self);
  }

  @Override
  public void rolledBack(SpoorState connection, Object self, Object savepoint) {
    note("rolledBack", connection, self, savepoint);
  }

  @Override
  public void savepoint(Object savepoint, SpoorState connection, Object self) {
    note("savepoint", savepoint, connection, self);
  }

  @Override
  public void released(SpoorState connection, Object self, Object savepoint) {
    note("released", connection, self, savepoint);
  }

  @Override
  public void branch(int result, Object self, Object xid, int action) {
    note("branch", result, self, xid, action);
  }

  @Override
  public void pooled(Object connection, Object self) {
    note("pooled", connection, self);
  }

  @Override
  public void updateCount(long count, SpoorState statement, Object self) {
    note("updateCount", count, statement, self);
  }

  @Override
  public void moreResults(boolean isResultSet, SpoorState statement, Object self) {
    note("moreResults", isResultSet, statement, self);
  }

  @Override
  public void into(Object loader, Object table, Object schema, Object catalog, boolean isSql) {
    note("into", loader, table, schema, catalog, isSql);
  }

  @Override
  public void copiedOut(Object rows, SpoorState statement, Object self) {
    note("copiedOut", rows, statement, self);
  }

  @Override
  public void flushed(SpoorState statement, Object self) {
    note("flushed", statement, self);
  }

  @Override
  public void changing(SpoorState rows, Object self) {
    note("changing", rows, self);
  }

  @Override
  public void changed(SpoorState rows, Object self, int action) {
    note("changed", rows, self, action);
  }

  @Override
  public void changeFailed(Throwable thrown, SpoorState rows, Object self) {
    note("changeFailed", thrown, rows, self);
  }

  @Override
  public void update(SpoorState rows, int column) {
    note("update", rows, column);
  }

  @Override
  public void update(SpoorState rows, Object label) {
    note("update", rows, label);
  }

  @Override
  public SpoorState lookup(Object self) {
    return found;
  }

  @Override
  public void enter(int id, Object self, Object[] args) {
    note("enter", id, self, args);
  }

  @Override
  public void exit(int id, Object self, Object result) {
    note("exit", id, self, result);
  }

  @Override
  public void thrown(int id, Throwable thrown) {
    note("thrown", id, thrown);
  }

  @Override
  public void using(Object one, Object other, int call) {
    note("using", one, other, call);
  }

  @Override
  public void adding(Object to, Object value, int call) {
    note("adding", to, value, call);
  }

  @Override
  public void emptied(Object object) {
    note("emptied", object);
  }

  @Override
  public void made(Object result, int call) {
    note("made", result, call);
  }

  @Override
  public void uncaught(Object thread, Object throwable) {
    note("uncaught", thread, throwable);
  }

  @Override
  public void exiting(int status) {
    note("exiting", status);
  }

  @Override
  public void halting(int status) {
    note("halting", status);
  }

  @Override
  public void ended() {
    note("ended");
  }

  @Override
  public void failed(Throwable thrown) {
    note("failed inside", thrown);
  }
}
