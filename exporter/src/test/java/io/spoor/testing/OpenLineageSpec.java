package io.spoor.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientException;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says what is wrong with an event line. OpenLineage's Java client parses it and knows all of it
 * but what is ours; each facet of ours holds to its published schema; and where the system property
 * {@code openlineage.spec} names the folder of the official schemas (absolute, or relative to the
 * build's root), the event and each of its facets hold to those.
 */
public final class OpenLineageSpec {

  private static final String EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String OURS = "urn:spoor:schema:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> documents = new TreeMap<>();
  private final boolean official;
  private final JsonSchemaFactory schemas;
  private final SchemaValidatorsConfig config =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private OpenLineageSpec(Path folder) throws IOException {
    official = folder != null;
    if (official) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          byte[] content = Files.readAllBytes(file);
          documents.put(JSON.readTree(content).get("$id").asText(), content);
        }
      }
    }
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.add(this::load)));
  }

  /** With the official schemas where they are set up. */
  public static OpenLineageSpec load() {
    try {
      return new OpenLineageSpec(folder(System.getProperty("openlineage.spec", "").trim()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the official schemas are there. */
  public boolean isOfficial() {
    return official;
  }

  /** What is wrong with an event line; empty when nothing is. */
  public List<String> problems(String line) {
    List<String> problems = new ArrayList<>();
    JsonNode event;
    try {
      event = JSON.readTree(line);
      OpenLineage.RunEvent known = OpenLineageClientUtils.runEventFromJson(line);
      new ClientWalk(problems).walk(known);
      lost(event, JSON.readTree(OpenLineageClientUtils.toJson(known)), "", problems);
    } catch (JsonProcessingException | OpenLineageClientException | UncheckedIOException e) {
      problems.add("not an event: " + e.getMessage());
      return problems;
    }
    for (String member :
        List.of(
            "eventType", "eventTime", "producer", "schemaURL", "run", "job", "inputs", "outputs")) {
      if (!event.has(member)) {
        problems.add("no " + member);
      }
    }
    if (!EVENT.equals(event.path("schemaURL").asText())) {
      problems.add("schemaURL is " + event.path("schemaURL"));
    }
    if (official) {
      validate(EVENT, event, "event", problems);
    }
    facets(event.path("run").path("facets"), problems);
    facets(event.path("job").path("facets"), problems);
    for (String list : List.of("inputs", "outputs")) {
      for (JsonNode dataset : event.path(list)) {
        facets(dataset.path("facets"), problems);
        facets(dataset.path("inputFacets"), problems);
        facets(dataset.path("outputFacets"), problems);
      }
    }
    return problems;
  }

  private void facets(JsonNode facets, List<String> problems) {
    for (Map.Entry<String, JsonNode> facet : facets.properties()) {
      String url = facet.getValue().path("_schemaURL").asText();
      if (facet.getKey().startsWith("spoor_") != url.startsWith(OURS)) {
        problems.add("facet " + facet.getKey() + " has the schema " + url);
      } else if (url.startsWith(OURS) || official) {
        validate(url, facet.getValue(), facet.getKey(), problems);
      }
    }
  }

  /** What the client read past: nested values without a place for properties it does not know. */
  private static void lost(JsonNode written, JsonNode read, String at, List<String> problems) {
    for (Map.Entry<String, JsonNode> member : written.properties()) {
      String path = at + "/" + member.getKey();
      JsonNode back = read.path(member.getKey());
      boolean ours =
          path.contains("/transformations/") && ClientWalk.OURS.contains(member.getKey());
      if (back.isMissingNode() && !ours) {
        problems.add("the client does not know " + path);
      } else {
        lost(member.getValue(), back, path, problems);
      }
    }
    for (int i = 0; written.isArray() && i < written.size(); i++) {
      lost(written.get(i), read.path(i), at + "/" + i, problems);
    }
  }

  private void validate(String url, JsonNode node, String what, List<String> problems) {
    try {
      JsonSchema schema = schemas.getSchema(SchemaLocation.of(url), config);
      for (ValidationMessage message : schema.validate(node)) {
        problems.add(what + ": " + message.getMessage());
      }
    } catch (RuntimeException e) {
      problems.add(what + ": its schema " + url + " cannot be used: " + e);
    }
  }

  /** Never from the network; an unknown schema cannot be read, which is a problem of its own. */
  private InputStreamSource load(AbsoluteIri iri) {
    String id = iri.toString();
    if (id.startsWith("https://json-schema.org/")) {
      return null;
    }
    return () -> {
      if (id.startsWith(OURS)) {
        String name = id.substring(OURS.length(), id.lastIndexOf(':'));
        InputStream in =
            OpenLineageSpec.class.getResourceAsStream("/io/spoor/schemas/" + name + ".json");
        return found(id, in);
      }
      byte[] document = documents.get(id);
      return found(id, document == null ? null : new ByteArrayInputStream(document));
    };
  }

  private static InputStream found(String id, InputStream in) throws IOException {
    if (in == null) {
      throw new IOException("there is no schema " + id);
    }
    return in;
  }

  private static Path folder(String setting) {
    if (setting.isEmpty()) {
      return null;
    }
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      Path folder = base.resolve(setting).normalize();
      if (Files.isRegularFile(folder.resolve("OpenLineage.json"))) {
        return folder;
      }
    }
    throw new IllegalStateException("openlineage.spec=" + setting + " is no folder of schemas");
  }
}
