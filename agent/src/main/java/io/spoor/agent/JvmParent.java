package io.spoor.agent;

import io.spoor.openlineage.ParentRunFacet;
import java.util.UUID;

/** The run that started this JVM, as schedulers hand it down: OPENLINEAGE_PARENT_ID. */
final class JvmParent {

  private JvmParent() {}

  /**
   * Reads {@code namespace/job/runId}; the name may hold slashes.
   *
   * @param id the value, or null
   * @return null when there is none or it is not of that form
   */
  static ParentRunFacet.Ancestor parse(String id) {
    int first = id == null ? -1 : id.indexOf('/');
    int last = id == null ? -1 : id.lastIndexOf('/');
    if (first < 1 || last <= first + 1) {
      return null;
    }
    try {
      return new ParentRunFacet.Ancestor(
          UUID.fromString(id.substring(last + 1)),
          id.substring(0, first),
          id.substring(first + 1, last));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
