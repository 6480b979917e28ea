package io.spoor.settings;

import io.spoor.text.YamlSubset;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenLineage's own configuration, {@code openlineage.yml}, as far as Spoor goes by it: transport,
 * namespace and parent run. It stands behind Spoor's settings and OpenLineage's variables of the
 * environment: its values are handed out as what those would have been. What cannot be used is told
 * in one sentence, which names file and line or key and never a value. Immutable.
 */
public final class OpenLineageFile {

  private static final long LONGEST = 1 << 20;

  private final File file;
  private final Map<String, String> yaml;
  private final boolean takesHttp;
  private final List<String> sinks = new ArrayList<String>();
  private final Map<String, String> settings = new HashMap<String, String>();
  private final Map<String, String> environment = new HashMap<String, String>();
  private final List<String> complaints = new ArrayList<String>();

  private OpenLineageFile(File file, String url, boolean takesHttp) {
    this.file = file;
    this.takesHttp = takesHttp;
    this.yaml = file == null ? Collections.<String, String>emptyMap() : read();
    if (url != null && !url.trim().isEmpty()) {
      sinks.add("http");
    } else if (yaml.containsKey("transport.type")) {
      transport("transport");
    }
    if (!yaml.isEmpty()) {
      take();
    }
  }

  /**
   * Reads the first that exists of {@code OPENLINEAGE_CONFIG}, {@code openlineage.yml} in the
   * working directory and {@code .openlineage/openlineage.yml} in the user's home. Where {@code
   * OPENLINEAGE_URL} is set, that is the transport, whatever the file says.
   *
   * @param variables the environment; {@code OPENLINEAGE_DISABLED=true} there means no file
   * @param userHome may be null
   * @param takesHttp whether the server is to be the file's; if another was set, the file's key and
   *     headers are not for that one
   */
  public static OpenLineageFile load(
      Map<String, String> variables, String workingDirectory, String userHome, boolean takesHttp) {
    if ("true".equalsIgnoreCase(variables.get("OPENLINEAGE_DISABLED"))) {
      return new OpenLineageFile(null, null, false);
    }
    String url = variables.get("OPENLINEAGE_URL");
    String named = variables.get("OPENLINEAGE_CONFIG");
    if (named != null && !named.trim().isEmpty()) {
      File given = new File(named.trim());
      return new OpenLineageFile(
          given.isAbsolute() ? given : new File(workingDirectory, given.getPath()), url, takesHttp);
    }
    File file = new File(workingDirectory, "openlineage.yml");
    if (!file.isFile() && userHome != null) {
      file = new File(new File(userHome, ".openlineage"), "openlineage.yml");
    }
    return new OpenLineageFile(file.isFile() ? file : null, url, takesHttp);
  }

  private Map<String, String> read() {
    String problem;
    try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
      byte[] bytes = new byte[(int) Math.min(file.length(), LONGEST)];
      in.readFully(bytes);
      return YamlSubset.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (YamlSubset.Unclear e) {
      problem = e.getMessage();
    } catch (IOException e) {
      problem = file.isFile() ? "it cannot be read" : "there is no such file";
    }
    complaints.add("The configuration " + file + " is not used: " + problem + ".");
    return Collections.emptyMap();
  }

  private void take() {
    String namespace = yaml.get("namespace");
    put(
        environment,
        "OPENLINEAGE_NAMESPACE",
        namespace == null ? yaml.get("job.namespace") : namespace);
    String parentNamespace = yaml.get("parentJobNamespace");
    String parentName = yaml.get("parentJobName");
    String parentRun = yaml.get("parentRunId");
    if (parentNamespace != null && parentName != null && parentRun != null) {
      environment.put(
          "OPENLINEAGE_PARENT_ID", parentNamespace + "/" + parentName + "/" + parentRun);
    } else if (parentNamespace != null || parentName != null || parentRun != null) {
      complain(
          "parentRunId",
          "is not used: a parent run needs parentJobNamespace, parentJobName and parentRunId");
    }
  }

  private void transport(String at) {
    String type = yaml.get(at + ".type");
    if ("http".equals(type)) {
      if (add("http", at) && takesHttp) {
        http(at);
      }
    } else if ("console".equals(type)) {
      add("console", at);
    } else if ("file".equals(type)) {
      if (yaml.get(at + ".location") == null) {
        complain(at, "is not used: it has no location");
      } else if (add("append", at)) {
        settings.put("sink.append.file", yaml.get(at + ".location"));
      }
    } else if ("composite".equals(type)) {
      List<String> parts = children(at + ".transports");
      for (String part : parts) {
        transport(at + ".transports." + part);
      }
      if (parts.isEmpty()) {
        complain(at, "is not used: it has no transports");
      }
    } else {
      complain(at, "is not used: Spoor knows the types http, console, file and composite");
    }
  }

  private boolean add(String sink, String at) {
    if (sinks.contains(sink)) {
      complain(at, "is not used: there is one of its type already");
      return false;
    }
    sinks.add(sink);
    return true;
  }

  private void http(String at) {
    String url = yaml.get(at + ".url");
    put(environment, "OPENLINEAGE_URL", url == null ? null : url + query(at + ".urlParams"));
    put(environment, "OPENLINEAGE_ENDPOINT", yaml.get(at + ".endpoint"));
    String auth = yaml.get(at + ".auth.type");
    String key = yaml.get(at + ".auth.apiKey");
    key = key == null ? yaml.get(at + ".auth.api_key") : key;
    if ("api_key".equals(auth)) {
      put(environment, "OPENLINEAGE_API_KEY", key);
    } else if (auth != null || key != null) {
      complain(at + ".auth", "is not used: its type is not api_key");
    }
    String millis = yaml.get(at + ".timeoutInMillis");
    put(settings, "sink.http.timeout", millis == null ? millis(at + ".timeout") : millis);
    String compression = yaml.get(at + ".compression");
    if ("gzip".equalsIgnoreCase(compression)) {
      settings.put("sink.http.gzip", "true");
    } else if (compression != null) {
      complain(at + ".compression", "is not used: it is not gzip");
    }
    headers(at + ".headers");
  }

  /** Seconds, as older versions and the Python client have them. */
  private String millis(String key) {
    String seconds = yaml.get(key);
    if (seconds == null) {
      return null;
    }
    try {
      return String.valueOf((long) (Double.parseDouble(seconds) * 1000));
    } catch (NumberFormatException e) {
      complain(key, "is not used: it is no number of seconds");
      return null;
    }
  }

  private void headers(String at) {
    StringBuilder headers = new StringBuilder();
    for (String name : children(at)) {
      String value = yaml.get(at + "." + name);
      if (value == null || value.indexOf('|') >= 0) {
        complain(at + "." + name, "is not used: it holds a bar or more than one line");
      } else {
        headers.append(headers.length() == 0 ? "" : "|").append(name).append(": ").append(value);
      }
    }
    put(settings, "sink.http.headers", headers.length() == 0 ? null : headers.toString());
  }

  private String query(String at) {
    StringBuilder query = new StringBuilder();
    for (String name : children(at)) {
      String value = yaml.get(at + "." + name);
      if (value != null) {
        query.append(query.length() == 0 ? '?' : '&');
        query.append(encoded(name)).append('=').append(encoded(value));
      }
    }
    return query.toString();
  }

  private static String encoded(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys of a map, or the numbers of a list, whose values are scalars or maps of scalars. */
  private List<String> children(String path) {
    List<String> children = new ArrayList<String>();
    boolean scalars = path.endsWith(".headers") || path.endsWith(".urlParams");
    for (String key : yaml.keySet()) {
      if (key.startsWith(path + ".")) {
        String rest = key.substring(path.length() + 1);
        // A header's name may have dots, a transport's may not.
        String child =
            scalars || rest.indexOf('.') < 0 ? rest : rest.substring(0, rest.indexOf('.'));
        if (!children.contains(child)) {
          children.add(child);
        }
      }
    }
    return children;
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private void complain(String key, String what) {
    complaints.add("The key " + key + " of " + file + " " + what + ".");
  }

  /** The sinks that stand for the transport, as the setting sink has them; null without one. */
  public String sinks() {
    StringBuilder names = new StringBuilder();
    for (String sink : sinks) {
      names.append(names.length() == 0 ? "" : "+").append(sink);
    }
    return names.length() == 0 ? null : names.toString();
  }

  /** What a setting of Spoor is by the file; null when it tells nothing of it. */
  public String setting(String key) {
    return settings.get(key);
  }

  /** What a variable of OpenLineage would be by the file; null when it tells nothing of it. */
  public String environment(String name) {
    return environment.get(name);
  }

  /** What could not be used, one sentence each. */
  public List<String> complaints() {
    return Collections.unmodifiableList(complaints);
  }
}
