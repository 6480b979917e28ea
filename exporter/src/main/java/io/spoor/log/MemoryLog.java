package io.spoor.log;

import java.util.ArrayList;
import java.util.List;

/** The log where there is no home: the last thousand different sentences. Any thread. */
public final class MemoryLog implements Log {

  private static final int MOST = 1000;

  private final Repeats repeats = new Repeats();
  private final List<String> lines = new ArrayList<String>();

  @Override
  public void info(String sentence) {
    add(LogLine.text("INFO", sentence, null));
  }

  @Override
  public void warn(String sentence) {
    add(LogLine.text("WARN", sentence, null));
  }

  @Override
  public void error(String sentence, Throwable failure) {
    add(LogLine.text("ERROR", sentence, failure));
  }

  /** What was said, each sentence once, with its level before it; a copy. */
  public synchronized List<String> lines() {
    return new ArrayList<String>(lines);
  }

  private synchronized void add(String text) {
    if (repeats.first(text)) {
      if (lines.size() >= MOST) {
        lines.remove(0);
      }
      lines.add(text);
    }
  }
}
