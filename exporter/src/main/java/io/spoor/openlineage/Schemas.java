package io.spoor.openlineage;

/** Where the schemas of events and facets are. */
final class Schemas {

  static final String RUN_EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";

  private Schemas() {}

  /** The schema of a facet of OpenLineage, by the name of its file and definition. */
  static String facet(String version, String name) {
    return facet(version, name, name);
  }

  /** The schema of a facet of OpenLineage whose file has another name than its definition. */
  static String facet(String version, String file, String definition) {
    return "https://openlineage.io/spec/facets/"
        + version
        + "/"
        + file
        + ".json#/$defs/"
        + definition;
  }

  /** The schema of a facet of ours, published in the folder {@code io/spoor/schemas}. */
  static String own(String name) {
    return "urn:spoor:schema:" + name + ":1-0-0";
  }

  static <T> T require(T value, String what) {
    if (value == null) {
      throw new NullPointerException(what);
    }
    return value;
  }
}
