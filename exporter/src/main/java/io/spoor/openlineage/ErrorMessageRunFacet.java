package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;

/**
 * Why the run failed, told by class names and frames: the text of an exception stays out, because
 * drivers put data into it.
 */
public final class ErrorMessageRunFacet implements Facet {

  private final String message;
  private final String stackTrace;

  /**
   * @param message what happened, without values of the data
   * @param stackTrace the frames, without messages; null when there are none
   */
  public ErrorMessageRunFacet(String message, String stackTrace) {
    this.message = Schemas.require(message, "message");
    this.stackTrace = stackTrace;
  }

  @Override
  public String key() {
    return "errorMessage";
  }

  @Override
  public String schemaUrl() {
    return Schemas.facet("1-0-1", "ErrorMessageRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.member("message", message);
    json.member("programmingLanguage", "JAVA");
    json.member("stackTrace", stackTrace);
  }
}
