package io.spoor.openlineage;

import io.spoor.json.JsonWriter;
import io.spoor.model.Facet;
import java.util.ArrayList;
import java.util.List;

/** Processes that a run started; what they read and write is not seen. Immutable. */
public final class ProcessesRunFacet implements Facet {

  private final List<Entry> entries;
  private final long others;

  /**
   * @param entries one a command, in order of first sight
   * @param others processes whose command is not told
   */
  public ProcessesRunFacet(List<Entry> entries, long others) {
    this.entries = new ArrayList<Entry>(entries);
    this.others = others;
  }

  @Override
  public String key() {
    return "spoor_processes";
  }

  @Override
  public String schemaUrl() {
    return Schemas.own("ProcessesRunFacet");
  }

  @Override
  public void writeMembers(JsonWriter json) {
    json.name("processes").beginArray();
    for (int i = 0; i < entries.size(); i++) {
      json.beginObject();
      json.member("command", entries.get(i).command);
      json.member("count", entries.get(i).count);
      json.endObject();
    }
    json.endArray();
    if (others > 0) {
      json.member("others", others);
    }
  }

  /** How often a command was started. Immutable. */
  public static final class Entry {

    private final String command;
    private final long count;

    public Entry(String command, long count) {
      this.command = Schemas.require(command, "command");
      this.count = count;
    }
  }
}
