package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.List;

/** What Spoor saw and could not make sense of, so that a gap is never silent. Immutable. */
public final class ExtractionErrorRunFacet implements Facet {

  private final long totalTasks;
  private final long failedTasks;
  private final List<Failure> failures;

  /**
   * @param totalTasks how many things were looked at, for example statements
   * @param failedTasks how many of them were not understood; may be more than are listed
   * @param failures what is told about them, in their order
   */
  public ExtractionErrorRunFacet(long totalTasks, long failedTasks, List<Failure> failures) {
    this.totalTasks = totalTasks;
    this.failedTasks = failedTasks;
    this.failures = new ArrayList<Failure>(failures);
  }

  @Override
  public String key() {
    return "extractionError";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-1-2", "ExtractionErrorRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("totalTasks", totalTasks);
    json.member("failedTasks", failedTasks);
    json.name("errors").beginArray();
    for (int i = 0; i < failures.size(); i++) {
      Failure failure = failures.get(i);
      json.beginObject();
      json.member("errorMessage", failure.message);
      json.member("task", failure.task);
      json.endObject();
    }
    json.endArray();
  }

  /** One thing that was not understood. Immutable. */
  public static final class Failure {

    private final String message;
    private final String task;

    /**
     * @param message what could not be done, without values of the data
     * @param task what it was about, for example a statement without its literals; null when the
     *     message says it all
     */
    public Failure(String message, String task) {
      this.message = Schemas.require(message, "message");
      this.task = task;
    }
  }
}
