package io.spoor.openlineage;

import io.spoor.json.UtcTime;
import io.spoor.model.RunEvent;
import java.util.UUID;

/**
 * What an event line says first of all: which run of which job, and what happened to it. Read by
 * walking the line once, for events that were stored by a JVM that is gone. Immutable.
 */
public final class EventHead {

  private final String line;
  private int at;

  private RunEvent.Type type;
  private long millis = -1;
  private UUID runId;
  private String namespace;
  private String name;

  private EventHead(String line) {
    this.line = line;
  }

  /**
   * Reads an event line.
   *
   * @return null when the line is not one whole event, for example cut short
   */
  public static EventHead read(String line) {
    EventHead head = new EventHead(line);
    try {
      head.walk(0);
    } catch (IllegalArgumentException e) {
      return null;
    } catch (StringIndexOutOfBoundsException e) {
      return null;
    }
    boolean whole = head.at == line.length() && head.type != null && head.millis >= 0;
    return whole && head.runId != null && head.namespace != null && head.name != null ? head : null;
  }

  /** What happened. */
  public RunEvent.Type type() {
    return type;
  }

  /** When, in milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  /** The run. */
  public UUID runId() {
    return runId;
  }

  /** The namespace of the job. */
  public String jobNamespace() {
    return namespace;
  }

  /** The name of the job. */
  public String jobName() {
    return name;
  }

  /** Walks an object: the event at level 0, its run at 1, its job at 2. */
  private void walk(int level) {
    expect('{');
    if (line.charAt(at) == '}') {
      at++;
      return;
    }
    while (true) {
      String key = string();
      expect(':');
      if (level == 0 && key.equals("run")) {
        walk(1);
      } else if (level == 0 && key.equals("job")) {
        walk(2);
      } else if (line.charAt(at) == '"') {
        keep(level, key, string());
      } else {
        skip();
      }
      if (line.charAt(at) == '}') {
        at++;
        return;
      }
      expect(',');
    }
  }

  private void keep(int level, String key, String value) {
    if (level == 0 && key.equals("eventType")) {
      type = RunEvent.Type.valueOf(value);
    } else if (level == 0 && key.equals("eventTime")) {
      millis = UtcTime.parse(value);
    } else if (level == 1 && key.equals("runId")) {
      runId = UUID.fromString(value);
    } else if (level == 2 && key.equals("namespace")) {
      namespace = value;
    } else if (level == 2 && key.equals("name")) {
      name = value;
    }
  }

  /** Steps over a value of any kind. */
  private void skip() {
    int depth = 0;
    do {
      char c = line.charAt(at);
      if (c == '"') {
        string();
        continue;
      }
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        if (depth == 0) {
          return;
        }
        depth--;
      } else if (c == ',' && depth == 0) {
        return;
      }
      at++;
    } while (depth > 0 || line.charAt(at) != ',' && line.charAt(at) != '}');
  }

  private String string() {
    expect('"');
    int begin = at;
    while (line.charAt(at) != '"' && line.charAt(at) != '\\') {
      at++;
    }
    if (line.charAt(at) == '"') {
      return line.substring(begin, at++);
    }
    StringBuilder text = new StringBuilder(line.substring(begin, at));
    while (line.charAt(at) != '"') {
      char c = line.charAt(at++);
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    char c = line.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(line.substring(at - 4, at), 16);
    }
    int known = "nrtbf".indexOf(c);
    return known < 0 ? c : "\n\r\t\b\f".charAt(known);
  }

  private void expect(char c) {
    if (line.charAt(at) != c) {
      throw new IllegalArgumentException("not an event");
    }
    at++;
  }
}
