package io.spoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads one file of {@code home/events}. What cannot be read is said in one sentence a file, and
 * the rest of the file is used.
 */
final class RunFileReader {
  private static final int KNOWN_FORMAT = 1;

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Consumer<String> warnings;

  /**
   * @param warnings takes the sentences
   */
  RunFileReader(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** The runs in a file, in the order in which they begin there; usually one. */
  List<RunView> read(Path file) {
    Map<String, List<JsonNode>> runs = new LinkedHashMap<>();
    Problem problem = new Problem();
    boolean empty = true;
    boolean newer = false;
    try (EventLines lines = new EventLines(file)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (isBlank(line)) {
          continue;
        }
        empty = false;
        JsonNode event = event(line, lines, problem);
        if (event != null) {
          runs.computeIfAbsent(RunReader.runId(event), id -> new ArrayList<>()).add(event);
          JsonNode agent = event.path("run").path("facets").path("spoor_agent");
          newer |= agent.path("format").asInt(KNOWN_FORMAT) > KNOWN_FORMAT;
        }
      }
    } catch (NoSuchFileException e) {
      // deleted by the store's limits since the folder was listed: not there, nothing to say
      return new ArrayList<>();
    } catch (AccessDeniedException e) {
      warnings.accept(
          file + " cannot be read: not allowed; run 'show' as the user who ran the job");
      return new ArrayList<>();
    } catch (IOException e) {
      warnings.accept(file + " cannot be read (" + reason(e) + "); what was read of it is shown");
      empty = false;
    }
    if (problem.count > 0) {
      warnings.accept(problem.sentence(file, runs.isEmpty()));
    } else if (empty) {
      warnings.accept(
          file + " is empty: its run wrote no event (disk full or killed?); delete the file");
    }
    if (newer) {
      warnings.accept(file + " was written by a newer Spoor; use its jar to see all that it says");
    }
    return new RunTree(runs).views();
  }

  private JsonNode event(byte[] line, EventLines lines, Problem problem) throws IOException {
    if (lines.tooLong()) {
      problem.add(lines.number(), "is longer than any event", false);
      return null;
    }
    JsonNode event;
    try {
      event = json.readTree(line);
    } catch (JsonProcessingException | CharConversionException e) {
      // The parser's own message quotes the content, which may be anything: left out.
      if (lines.ended()) {
        problem.add(lines.number(), "is no valid JSON", false);
      } else {
        problem.add(lines.number(), "is cut off", true);
      }
      return null;
    }
    String objection = RunReader.objection(event);
    if (objection != null) {
      problem.add(lines.number(), "is no run event (" + objection + ")", false);
      return null;
    }
    return event;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** The bad lines of one file: the first is named, the others counted. */
  private static final class Problem {
    private int count;
    private int line;
    private String what;
    private boolean cutOff;

    void add(int line, String what, boolean cutOff) {
      if (count++ == 0) {
        this.line = line;
        this.what = what;
        this.cutOff = cutOff;
      }
    }

    String sentence(Path file, boolean nothingElse) {
      StringBuilder sentence = new StringBuilder();
      sentence.append(file).append(", line ").append(line).append(' ').append(what);
      if (count > 1) {
        sentence.append(", and ").append(Plain.count(count - 1, "more line")).append(" too");
      }
      if (cutOff && nothingElse) {
        sentence.append(": the disk was full or the job was killed; delete the file");
      } else if (cutOff) {
        sentence.append(": the disk was full or the job was killed; the lines before it are shown");
      } else if (nothingElse) {
        sentence.append("; skipped, move the file out of the events folder");
      } else {
        sentence.append("; skipped, the other lines are shown; delete the line");
      }
      return sentence.toString();
    }
  }
}
