package io.spoor.cli;

import java.util.List;

/** One output format of {@code show}. */
interface Renderer {
  /**
   * Renders runs.
   *
   * @param runs newest first, at least one
   * @return the whole text, ending with a newline
   */
  String render(List<RunView> runs);
}
