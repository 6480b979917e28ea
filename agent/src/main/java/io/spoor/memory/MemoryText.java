package io.spoor.memory;

import io.spoor.boot.record.Effort;
import io.spoor.model.DatasetId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A job's memory as text: a line for each thing, its parts separated by tabs, and a checksum in the
 * last line. What does not fit is left out, that which was used last comes first.
 */
final class MemoryText {

  /** Bytes of one job's memory, at most. */
  static final int MOST = 256 << 10;

  private static final String HEAD = "spoor-memory";
  private static final String VERSION = "1";

  /** The text, and how many datasets found no room in it. */
  static final class Written {
    final byte[] bytes;
    final int leftOut;

    Written(byte[] bytes, int leftOut) {
      this.bytes = bytes;
      this.leftOut = leftOut;
    }
  }

  private MemoryText() {}

  static Written write(JobMemory memory) {
    StringBuilder text = new StringBuilder();
    line(text, HEAD, VERSION);
    line(text, "job", memory.namespace, memory.name, Long.toHexString(memory.mark));
    int leftOut = 0;
    for (RememberedInput each : memory.inputs.values()) {
      StringBuilder more = new StringBuilder();
      line(more, "input", each.id.namespace(), each.id.name(), Long.toString(each.millis));
      fields(more, each.schema);
      leftOut += append(text, more) ? 0 : 1;
    }
    List<RememberedOutput> outputs = new ArrayList<RememberedOutput>(memory.outputs.values());
    Collections.sort(
        outputs,
        new Comparator<RememberedOutput>() {
          @Override
          public int compare(RememberedOutput one, RememberedOutput other) {
            int order = Long.compare(other.millis, one.millis);
            return order == 0 ? one.id.compareTo(other.id) : order;
          }
        });
    // Verdicts are small, and come before values.
    int verdicts = 0;
    for (RememberedOutput each : outputs) {
      verdicts += output(each.withoutColumns()).length();
    }
    int room = Math.max(0, MOST - verdicts - text.length());
    for (RememberedOutput each : outputs) {
      StringBuilder more = output(each);
      int ofValues = more.length() - output(each.withoutColumns()).length();
      room -= ofValues;
      if (room < 0) {
        room += ofValues;
        more = output(each.withoutColumns());
      }
      leftOut += append(text, more) ? 0 : 1;
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    line(text, "end", Long.toHexString(sum(body, body.length)));
    return new Written(text.toString().getBytes(StandardCharsets.UTF_8), leftOut);
  }

  private static boolean append(StringBuilder text, StringBuilder more) {
    boolean fits = text.length() + more.length() <= MOST;
    if (fits) {
      text.append(more);
    }
    return fits;
  }

  private static StringBuilder output(RememberedOutput output) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "output",
        output.id.namespace(),
        output.id.name(),
        Long.toString(output.millis),
        output.verdict.name(),
        Integer.toString(output.runs),
        output.least.name(),
        Integer.toString(output.weakest));
    fields(text, output.schema);
    for (DatasetId source : output.sources) {
      line(text, "source", source.namespace(), source.name());
    }
    for (RememberedFlow flow : output.flows) {
      List<String> parts = new ArrayList<String>();
      parts.add("flow");
      parts.add(flow.input.namespace());
      parts.add(flow.input.name());
      parts.add(flow.from);
      parts.add(flow.to);
      parts.addAll(flow.evidence);
      line(text, parts.toArray(new String[0]));
    }
    for (String column : output.unexplained) {
      line(text, "unexplained", column);
    }
    for (RememberedColumn column : output.columns) {
      List<String> parts = new ArrayList<String>();
      parts.add("values");
      parts.add(column.name);
      parts.add(Long.toHexString(column.below));
      parts.add(Long.toString(column.begin));
      parts.add(column.isTelling ? "telling" : "plain");
      for (long hash : column.hashes) {
        parts.add(Long.toHexString(hash));
      }
      line(text, parts.toArray(new String[0]));
    }
    return text;
  }

  private static void fields(StringBuilder text, List<String[]> schema) {
    for (String[] field : schema) {
      line(text, "field", field[0], field[1] == null ? "" : field[1]);
    }
  }

  private static void line(StringBuilder text, String... parts) {
    for (int i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : "\t").append(escaped(parts[i]));
    }
    text.append('\n');
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\' && i + 1 < part.length()) {
        c = part.charAt(++i);
        c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static long sum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is none, or damaged
   */
  static JobMemory read(byte[] bytes) {
    int end = bytes.length - 1;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    String last = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8).trim();
    if (!last.equals("end\t" + Long.toHexString(sum(bytes, end)))) {
      throw new IllegalArgumentException("its checksum is another one");
    }
    String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n");
    if (!lines[0].equals(HEAD + "\t" + VERSION)) {
      throw new IllegalArgumentException("it is of another version");
    }
    Reader reader = new Reader();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split("\t", -1);
      for (int k = 0; k < parts.length; k++) {
        parts[k] = plain(parts[k]);
      }
      reader.take(parts);
    }
    return reader.done();
  }

  /** What was read so far of a text. */
  private static final class Reader {
    private String[] job;
    private String[] dataset;
    private List<String[]> schema = new ArrayList<String[]>();
    private Set<DatasetId> sources = new HashSet<DatasetId>();
    private List<RememberedFlow> flows = new ArrayList<RememberedFlow>();
    private List<String> unexplained = new ArrayList<String>();
    private List<RememberedColumn> columns = new ArrayList<RememberedColumn>();
    private final Map<DatasetId, RememberedInput> inputs =
        new LinkedHashMap<DatasetId, RememberedInput>();
    private final Map<DatasetId, RememberedOutput> outputs =
        new HashMap<DatasetId, RememberedOutput>();

    void take(String[] parts) {
      switch (parts[0]) {
        case "job":
          job = parts;
          break;
        case "input":
        case "output":
          finish();
          dataset = parts;
          break;
        case "field":
          schema.add(new String[] {parts[1], parts[2].isEmpty() ? null : parts[2]});
          break;
        case "source":
          sources.add(new DatasetId(parts[1], parts[2]));
          break;
        case "flow":
          List<String> evidence = new ArrayList<String>();
          for (int i = 5; i < parts.length; i++) {
            evidence.add(parts[i]);
          }
          DatasetId input = new DatasetId(parts[1], parts[2]);
          flows.add(new RememberedFlow(input, parts[3], parts[4], evidence));
          break;
        case "unexplained":
          unexplained.add(parts[1]);
          break;
        case "values":
          long[] hashes = new long[parts.length - 5];
          for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Long.parseUnsignedLong(parts[i + 5], 16);
          }
          long below = Long.parseUnsignedLong(parts[2], 16);
          boolean isTelling = parts[4].equals("telling");
          columns.add(
              new RememberedColumn(parts[1], hashes, below, Long.parseLong(parts[3]), isTelling));
          break;
        default:
          throw new IllegalArgumentException("a line is not known");
      }
    }

    private void finish() {
      if (dataset == null) {
        return;
      }
      DatasetId id = new DatasetId(dataset[1], dataset[2]);
      long millis = Long.parseLong(dataset[3]);
      if (dataset[0].equals("input")) {
        inputs.put(id, new RememberedInput(id, millis, schema));
      } else {
        outputs.put(
            id,
            new RememberedOutput(
                id,
                millis,
                Verdict.valueOf(dataset[4]),
                Integer.parseInt(dataset[5]),
                Effort.valueOf(dataset[6]),
                Integer.parseInt(dataset[7]),
                schema,
                sources,
                flows,
                unexplained,
                columns));
      }
      schema = new ArrayList<String[]>();
      sources = new HashSet<DatasetId>();
      flows = new ArrayList<RememberedFlow>();
      unexplained = new ArrayList<String>();
      columns = new ArrayList<RememberedColumn>();
    }

    JobMemory done() {
      finish();
      if (job == null) {
        throw new IllegalArgumentException("it names no job");
      }
      long mark = Long.parseUnsignedLong(job[3], 16);
      return new JobMemory(job[1], job[2], mark, inputs, outputs);
    }
  }
}
