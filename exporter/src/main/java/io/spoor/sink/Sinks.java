package io.spoor.sink;

import io.spoor.files.Reason;
import io.spoor.log.Log;
import io.spoor.text.Spelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sinks that the setting {@code sink} names, several joined by a plus sign. What is named
 * and cannot be opened is told in one sentence; the others go on.
 */
public final class Sinks {

  private static final String[] BUILT_IN = {"file", "console", "http", "append"};

  private Sinks() {}

  /**
   * Opens the sinks.
   *
   * @param names for example {@code file+http}; null or blank means {@code file}
   * @param context what the sinks may know
   * @return the sinks that could be opened, in the order of the names
   */
  public static List<NamedSink> open(String names, SinkContext context) {
    String wanted = names == null || names.trim().isEmpty() ? "file" : names;
    List<NamedSink> sinks = new ArrayList<NamedSink>();
    SinkPath path = null;
    List<String> seen = new ArrayList<String>();
    for (int from = 0; from <= wanted.length(); ) {
      int plus = wanted.indexOf('+', from);
      int end = plus < 0 ? wanted.length() : plus;
      String name = wanted.substring(from, end).trim();
      from = end + 1;
      if (name.isEmpty() || seen.contains(name)) {
        continue;
      }
      seen.add(name);
      try {
        Sink sink = builtIn(name, context);
        if (sink == null) {
          path = path == null ? new SinkPath(context) : path;
          sink = path.open(name);
        }
        if (sink == null) {
          unknown(name, path, context.log());
        } else {
          sinks.add(new NamedSink(name, sink));
        }
      } catch (IOException e) {
        context.log().warn("The sink " + name + " is not used: " + Reason.of(e));
      } catch (Exception e) {
        context.log().error("The sink " + name + " is not used, because opening it failed.", e);
      } catch (LinkageError e) {
        context.log().error("The sink " + name + " is not used: a class of it is missing.", e);
      }
    }
    return sinks;
  }

  /** A plain chain, so that only classes of sinks that are named are loaded. */
  private static Sink builtIn(String name, SinkContext context) throws IOException {
    if (name.equals("file")) {
      return new FileSink(context);
    }
    if (name.equals("console")) {
      return new ConsoleSink(context);
    }
    if (name.equals("http")) {
      return new HttpSink(context);
    }
    if (name.equals("append")) {
      return new AppendSink(context);
    }
    return null;
  }

  private static void unknown(String name, SinkPath path, Log log) {
    List<String> known = new ArrayList<String>();
    for (int i = 0; i < BUILT_IN.length; i++) {
      known.add(BUILT_IN[i]);
    }
    known.addAll(path.names());
    StringBuilder text = new StringBuilder("There is no sink '").append(name).append('\'');
    String nearest = Spelling.nearest(name, known);
    if (nearest != null) {
      text.append("; did you mean '").append(nearest).append("'?");
    } else {
      text.append('.');
    }
    text.append(" Known are ");
    for (int i = 0; i < known.size(); i++) {
      text.append(i == 0 ? "" : i == known.size() - 1 ? " and " : ", ").append(known.get(i));
    }
    log.warn(text.append("; sink.path names jars with others.").toString());
  }
}
