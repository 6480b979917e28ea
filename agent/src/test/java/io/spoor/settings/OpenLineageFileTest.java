package io.spoor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which OpenLineage documents its configuration, and what of it Spoor goes by. */
class OpenLineageFileTest {

  private static final String[] SETTINGS = {
    "sink.http.timeout", "sink.http.gzip", "sink.http.headers", "sink.append.file"
  };
  private static final String[] VARIABLES = {
    "OPENLINEAGE_URL",
    "OPENLINEAGE_ENDPOINT",
    "OPENLINEAGE_API_KEY",
    "OPENLINEAGE_NAMESPACE",
    "OPENLINEAGE_PARENT_ID"
  };

  private final Map<String, String> environment = new HashMap<>();
  @TempDir private Path folder;
  private Path work;
  private Path home;

  @BeforeEach
  void folders() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    home = Files.createDirectories(folder.resolve("home/.openlineage"));
  }

  private OpenLineageFile load() {
    return OpenLineageFile.load(environment, work.toString(), home.getParent().toString(), true);
  }

  private OpenLineageFile load(String yaml) throws IOException {
    Files.writeString(work.resolve("openlineage.yml"), yaml);
    return load();
  }

  /** All that it says, sinks and complaints included. */
  private Map<String, String> said(OpenLineageFile file) {
    Map<String, String> said = new TreeMap<>();
    if (file.sinks() != null) {
      said.put("sink", file.sinks());
    }
    for (String key : SETTINGS) {
      if (file.setting(key) != null) {
        said.put(key, file.setting(key));
      }
    }
    for (String name : VARIABLES) {
      if (file.environment(name) != null) {
        said.put(name, file.environment(name));
      }
    }
    for (String complaint : file.complaints()) {
      said.merge("complaint", complaint.replace(folder.toString(), "FOLDER"), String::concat);
    }
    return said;
  }

  @Test
  void httpWithEverything() throws IOException {
    OpenLineageFile file =
        load(
            """
            # where our catalog is
            ---
            transport:
              type: http
              url: "http://localhost:5000"  # by port
              endpoint: /api/v1/lineage
              urlParams:
                param0: value0
                param 1: a&b
              timeoutInMillis: 7000
              auth:
                type: api_key
                api_key: 'f38d2189-c603-4b46'
              headers:
                X-Some-Extra-Header: abc
                X.Other: "d \\"e\\""
              compression: gzip
            facets:
              disabled: [spark_unknown, spark_logicalPlan]
            """);
    assertEquals(
        new TreeMap<>(
            Map.of(
                "sink", "http",
                "OPENLINEAGE_URL", "http://localhost:5000?param0=value0&param+1=a%26b",
                "OPENLINEAGE_ENDPOINT", "/api/v1/lineage",
                "OPENLINEAGE_API_KEY", "f38d2189-c603-4b46",
                "sink.http.timeout", "7000",
                "sink.http.headers", "X-Some-Extra-Header: abc|X.Other: d \"e\"",
                "sink.http.gzip", "true")),
        said(file));
  }

  @Test
  void keyInCamelCaseAndTimeoutInSeconds() throws IOException {
    OpenLineageFile file =
        load(
            """
            transport:
                type: http
                url: https://backend:5000
                timeout: 2.5
                auth:
                    type: "api_key"
                    apiKey: k
            """);
    assertEquals(
        Map.of(
            "sink", "http",
            "OPENLINEAGE_URL", "https://backend:5000",
            "OPENLINEAGE_API_KEY", "k",
            "sink.http.timeout", "2500"),
        said(file));
  }

  @Test
  void theFilesKeyIsNotForAnotherServer() throws IOException {
    Files.writeString(
        work.resolve("openlineage.yml"),
        "transport:\n  type: http\n  url: http://a\n  auth: \n    type: api_key\n    apiKey: k\n");
    OpenLineageFile file = OpenLineageFile.load(environment, work.toString(), null, false);
    assertEquals(Map.of("sink", "http"), said(file));
    environment.put("OPENLINEAGE_URL", "http://b");
    assertEquals(Map.of("sink", "http"), said(load()));
  }

  @Test
  void consoleAndFile() throws IOException {
    assertEquals(Map.of("sink", "console"), said(load("transport:\n  type: console\n")));
    assertEquals(
        Map.of("sink", "append", "sink.append.file", "/path/to/your/file"),
        said(load("transport:\r\n  type: file\r\n  location: /path/to/your/file\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    - type: http\n      url: http://a\n    - type: console\n",
        "  - type: http\n    url: http://a\n  -\n    type: console\n",
        "    first:\n      type: http\n      url: http://a\n    second:\n      type: console\n"
      })
  void compositeOfAListOrAMap(String transports) throws IOException {
    OpenLineageFile file =
        load(
            "transport:\n  type: composite\n  continueOnFailure: true\n  transports:\n"
                + transports);
    assertEquals(Map.of("sink", "http+console", "OPENLINEAGE_URL", "http://a"), said(file));
  }

  @Test
  void namespaceAndParent() throws IOException {
    OpenLineageFile file =
        load(
            """
            parentJobNamespace: airflow
            parentJobName: nightly.load
            parentRunId: 01234567-89ab-7def-8123-456789abcdef
            job:
              namespace: shop
            """);
    assertEquals(
        Map.of(
            "OPENLINEAGE_NAMESPACE", "shop",
            "OPENLINEAGE_PARENT_ID", "airflow/nightly.load/01234567-89ab-7def-8123-456789abcdef"),
        said(file));
    assertEquals(Map.of("OPENLINEAGE_NAMESPACE", "n"), said(load("namespace: n")));
  }

  @Test
  void theFirstOfThreePlacesAndNoneWhereItIsDisabled() throws IOException {
    assertEquals(Map.of(), said(load()));
    Files.writeString(home.resolve("openlineage.yml"), "namespace: home");
    assertEquals(Map.of("OPENLINEAGE_NAMESPACE", "home"), said(load()));
    assertEquals(Map.of("OPENLINEAGE_NAMESPACE", "work"), said(load("namespace: work")));
    Files.writeString(work.resolve("other.yml"), "namespace: named");
    environment.put("OPENLINEAGE_CONFIG", "other.yml");
    assertEquals(Map.of("OPENLINEAGE_NAMESPACE", "named"), said(load()));
    environment.put("OPENLINEAGE_CONFIG", "none.yml");
    assertEquals(
        Map.of(
            "complaint",
            "The configuration FOLDER/work/none.yml is not used: there is no such file."),
        said(load()));
    environment.put("OPENLINEAGE_DISABLED", "true");
    environment.put("OPENLINEAGE_URL", "http://b");
    assertEquals(Map.of(), said(load()));
  }

  @Test
  void urlOfTheEnvironmentIsTheTransport() throws IOException {
    environment.put("OPENLINEAGE_URL", "http://b");
    assertEquals(Map.of("sink", "http"), said(load("transport:\n  type: console\n")));
  }

  private void refuses(String yaml, String why) throws IOException {
    assertEquals(
        Map.of(
            "complaint", "The configuration FOLDER/work/openlineage.yml is not used: " + why + "."),
        said(load(yaml)));
  }

  @Test
  void whatIsNotUnderstoodIsToldWithItsLine() throws IOException {
    refuses("transport:\n\ttype: http", "line 2 is indented by a tab");
    refuses("transport:\n  type http", "line 2 is no 'key: value'");
    refuses(
        "transport:\n    type: http\n  url: x", "line 3 is not indented like any line above it");
    refuses("transport: a\n  type: http", "line 2 is not indented like any line above it");
    refuses("a: 1\nb: &x secret", "line 2 has a kind of value that is not understood (&)");
    refuses("a: |\n  secret", "line 1 has a kind of value that is not understood (|)");
    refuses("a: 'secret", "line 1 has a quote that is not closed, or something behind it");
    refuses("a: \"\\u0041\"", "line 1 has an escape that is not understood");
    refuses("a: 1\na: 2", "line 2 repeats the key a");
  }

  private void complains(String yaml, String sink, String complaint) throws IOException {
    OpenLineageFile file = load(yaml);
    assertEquals(sink, file.sinks());
    assertEquals(
        List.of(
            "The key "
                + complaint.replaceFirst(" ", " of " + work.resolve("openlineage.yml") + " ")
                + "."),
        file.complaints());
    assertNull(file.environment("OPENLINEAGE_API_KEY"));
  }

  @Test
  void whatSpoorHasNotIsTold() throws IOException {
    complains(
        "transport:\n  type: kafka\n  topicName: t\n  properties:\n    acks: all\n",
        null,
        "transport is not used: Spoor knows the types http, console, file and composite");
    complains("transport:\n  type: file\n", null, "transport is not used: it has no location");
    complains(
        "transport:\n  type: composite\n", null, "transport is not used: it has no transports");
    complains(
        "transport:\n  type: http\n  auth:\n    type: com.acme.Tokens\n    apiKey: k\n",
        "http",
        "transport.auth is not used: its type is not api_key");
    complains(
        "transport:\n  type: http\n  compression: zstd\n",
        "http",
        "transport.compression is not used: it is not gzip");
    complains(
        "transport:\n  type: http\n  timeout: soon\n",
        "http",
        "transport.timeout is not used: it is no number of seconds");
    complains(
        "transport:\n  type: composite\n  transports:\n  - type: console\n  - type: console\n",
        "console",
        "transport.transports.1 is not used: there is one of its type already");
    complains(
        "parentRunId: x\n",
        null,
        "parentRunId is not used: a parent run needs parentJobNamespace, parentJobName and"
            + " parentRunId");
  }
}
