package io.spoor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder with events written as the agent writes them, one event a line. */
final class Store {
  static final String NIGHTLY_ID = "01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e";
  static final String NIGHTLY_FILE = "20260301T020000.120Z-" + NIGHTLY_ID + ".jsonl";

  private static final String PRODUCER = "\"producer\":\"urn:spoor:agent:0.1.0\",";
  private static final String SCHEMA_URL =
      "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\",";

  private final Path home;

  Store(Path home) {
    this.home = home;
  }

  Path home() {
    return home;
  }

  Path events() {
    return home.resolve("events");
  }

  /** Writes a file of events; lines are joined and ended by line feeds. */
  Path file(String name, String... lines) throws IOException {
    return raw(name, String.join("\n", lines) + "\n");
  }

  Path raw(String name, String content) throws IOException {
    Files.createDirectories(events());
    return Files.writeString(events().resolve(name), content);
  }

  /** Members, without quotes trouble: {@code 'a':1} becomes {@code "a":1}, white space goes. */
  static String json(String text) {
    StringBuilder line = new StringBuilder();
    for (String part : text.split("\n")) {
      line.append(part.strip());
    }
    return line.toString().replace('\'', '"');
  }

  static String facet(String schema, String members) {
    return json("{'_producer':'urn:spoor:agent:0.1.0','_schemaURL':'" + schema + "'," + members)
        + "}";
  }

  static String event(
      String type, String time, String runId, String run, String job, String facets, String lists) {
    return "{"
        + json("'eventType':'" + type + "','eventTime':'" + time + "',")
        + PRODUCER
        + SCHEMA_URL
        + json("'run':{'runId':'" + runId + "','facets':{" + run + "}},")
        + json("'job':{'namespace':'default','name':'" + job + "','facets':{" + facets + "}},")
        + json(lists)
        + "}";
  }

  /** A run of a job that read and wrote nothing worth telling. */
  static String plain(String type, String time, String runId, String job) {
    return event(type, time, runId, "", job, "", "'inputs':[],'outputs':[]");
  }

  static String start() {
    return event(
        "START",
        "2026-03-01T02:00:00.120Z",
        NIGHTLY_ID,
        engine() + "," + agent("'format':1,'version':'0.1.0','dropped':{}"),
        "nightly-load",
        "",
        "'inputs':[],'outputs':[]");
  }

  static String engine() {
    return "'processing_engine':"
        + facet("p#/$defs/ProcessingEngineRunFacet", "'version':'17.0.15','name':'Java'");
  }

  static String agent(String members) {
    return "'spoor_agent':" + facet("urn:spoor:schema:SpoorAgentRunFacet:1-0-0", members);
  }

  /** START and COMPLETE of a run with edges, candidates, an unlinked input and gaps. */
  static String[] nightly() {
    return new String[] {start(), nightlyEnd("COMPLETE", "")};
  }

  static String nightlyEnd(String type, String moreRunFacets) {
    String run =
        engine()
            + ","
            + agent(
                "'format':1,'version':'0.1.0','cpuMillis':312,'heapBytes':3145728,"
                    + "'dropped':{'events':0,'statements':12,'accesses':3}")
            + ",'spoor_candidates':"
            + facet(
                "urn:spoor:schema:SpoorCandidatesRunFacet:1-0-0",
                """
                'entries':[{'namespace':'file','name':'/data/out/mixed.csv','inputs':[
                {'namespace':'file','name':'/data/in/regions.csv'},
                {'namespace':'file','name':'/data/in/stores.csv'}],
                'reason':'2 inputs were read before its last write'}]\
                """)
            + ",'extractionError':"
            + facet(
                "e#/$defs/ExtractionErrorRunFacet",
                """
                'totalTasks':9,'failedTasks':2,'errors':[
                {'errorMessage':'no table found after FROM','task':'SELECT ? FROM ??'},
                {'errorMessage':'prepared before the agent came'}]\
                """)
            + moreRunFacets;
    return event(
        type,
        "2026-03-01T02:00:12.560Z",
        NIGHTLY_ID,
        run,
        "nightly-load",
        "'lineage':" + facet("l#/$defs/LineageJobFacet", lineage()),
        "'inputs':[" + inputs() + "],'outputs':[" + outputs() + "]");
  }

  private static String lineage() {
    return """
    'entries':[{'namespace':'file','name':'/data/out/report.csv','type':'DATASET','inputs':[
    {'namespace':'file','name':'/data/in/targets.csv','type':'DATASET','transformations':[
    {'type':'DIRECT','confidence':0.6,
    'evidence':['exclusive: only input read before its last write']}]},
    {'namespace':'h2:/data/out','name':'MART.PUBLIC.SUMMARY','type':'DATASET','transformations':[
    {'type':'DIRECT','confidence':0.8,'evidence':['row match: agree 63/63','exclusive']}]}]},
    {'namespace':'h2:/data/out','name':'MART.PUBLIC.SUMMARY','type':'DATASET','inputs':[
    {'namespace':'hsqldb:/data/foodmart','name':'foodmart.sales_fact_1997','type':'DATASET',
    'transformations':[{'type':'DIRECT','confidence':1.0,'evidence':['sql']}]}]}]\
    """;
  }

  private static String inputs() {
    return dataset("file", "/data/in/calendar.csv", "FILE", "", "input", "'size':340")
        + ","
        + dataset("file", "/data/in/regions.csv", "FILE", "", "input", "'size':950")
        + ","
        + dataset("file", "/data/in/stores.csv", "FILE", "", "input", "'size':12040,'fileCount':1")
        + ","
        + dataset(
            "file",
            "/data/in/targets.csv",
            "FILE",
            "{'name':'month'},{'name':'target'}",
            "input",
            "'rowCount':24,'size':88100")
        + ","
        + dataset(
            "h2:/data/out",
            "MART.PUBLIC.SUMMARY",
            "TABLE",
            "{'name':'MONTH','type':'INTEGER'},{'name':'SALES','type':'DECIMAL'}",
            "input",
            "'rowCount':12")
        + ","
        + dataset(
            "hsqldb:/data/foodmart",
            "foodmart.sales_fact_1997",
            "TABLE",
            "",
            "input",
            "'rowCount':86837");
  }

  private static String outputs() {
    return dataset("file", "/data/out/mixed.csv", "FILE", "", "output", "'size':1200")
        + ","
        + dataset(
            "file",
            "/data/out/model.bin",
            "MODEL",
            "",
            "output",
            "'size':" + 5_300_000_000L + ",'fileCount':1")
        + ","
        + dataset(
            "file",
            "/data/out/report.csv",
            "FILE",
            "{'name':'month'},{'name':'sales'},{'name':'target'}",
            "output",
            "'rowCount':1240,'size':999")
        + ","
        + dataset(
            "h2:/data/out",
            "MART.PUBLIC.SUMMARY",
            "TABLE",
            "{'name':'MONTH','type':'INTEGER'},{'name':'SALES','type':'DECIMAL'}",
            "output",
            "'rowCount':12");
  }

  static String dataset(
      String namespace, String name, String type, String fields, String side, String statistics) {
    String schema = fields.isEmpty() ? "" : ",'schema':" + facet("s", "'fields':[" + fields + "]");
    return "{'namespace':'"
        + namespace
        + "','name':'"
        + name
        + "','facets':{'datasetType':"
        + facet("t", "'datasetType':'" + type + "'")
        + schema
        + "},'"
        + side
        + "Facets':{'"
        + side
        + "Statistics':"
        + facet("i", statistics)
        + "}}";
  }
}
