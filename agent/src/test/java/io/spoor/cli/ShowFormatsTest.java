package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show --format json|dot|mermaid}. */
class ShowFormatsTest {
  @TempDir private Path home;

  @Test
  void json() throws IOException {
    small();

    assertEquals(
        new Cli(
            0,
            """
            [
              {
                "job" : {
                  "namespace" : "default",
                  "name" : "caf\\u00E9"
                },
                "runId" : "01957e30-1f4a-7c3e-9b1e-3f6c1a2b4d5e",
                "state" : "COMPLETE",
                "startTime" : "2026-03-01T02:00:00.120Z",
                "lastEventTime" : "2026-03-01T02:10:00Z",
                "durationMillis" : 599880,
                "outputs" : [
                  {
                    "namespace" : "file",
                    "name" : "/b.csv",
                    "type" : "FILE",
                    "rows" : 2,
                    "bytes" : 7,
                    "files" : 1,
                    "program" : null,
                    "empty" : null,
                    "callSites" : [ ],
                    "columns" : [
                      {
                        "name" : "n",
                        "type" : "INT"
                      }
                    ]
                  }
                ],
                "inputs" : [
                  {
                    "namespace" : "file",
                    "name" : "/a.csv",
                    "type" : "FILE",
                    "rows" : null,
                    "bytes" : 5,
                    "files" : null,
                    "program" : null,
                    "empty" : null,
                    "callSites" : [ ],
                    "columns" : [ ]
                  }
                ],
                "edges" : [
                  {
                    "input" : {
                      "namespace" : "file",
                      "name" : "/a.csv"
                    },
                    "output" : {
                      "namespace" : "file",
                      "name" : "/b.csv"
                    },
                    "indirect" : false,
                    "confidence" : 0.8,
                    "evidence" : [
                      "exclusive: only input read"
                    ],
                    "columns" : [ ]
                  }
                ],
                "candidates" : [ ],
                "unexplained" : [ ],
                "refuted" : [ ],
                "resemblances" : [ ],
                "unlinkedInputs" : [ ],
                "error" : null,
                "errorFrame" : null,
                "notUnderstood" : [ ],
                "notUnderstoodCount" : 0,
                "dropped" : { },
                "processes" : { },
                "leftOut" : [ ],
                "parent" : null,
                "engine" : null,
                "agent" : {
                  "version" : null,
                  "cpuMillis" : null,
                  "heapBytes" : null
                }
              }
            ]
            """,
            ""),
        show("json"));
  }

  @Test
  void jsonHasCandidatesGapsAndCost() throws IOException {
    new Store(home).file(Store.NIGHTLY_FILE, Store.nightly());
    ObjectMapper mapper = new ObjectMapper();

    JsonNode run = mapper.readTree(show("json").out()).get(0);

    assertEquals(
        mapper.readTree(
            Store.json(
                """
                [{'output':{'namespace':'file','name':'/data/out/mixed.csv'},
                'inputs':[{'namespace':'file','name':'/data/in/regions.csv'},
                {'namespace':'file','name':'/data/in/stores.csv'}],
                'reason':'2 inputs were read before its last write'}]\
                """)),
        run.get("candidates"));
    assertEquals(
        mapper.readTree("[{\"namespace\":\"file\",\"name\":\"/data/in/calendar.csv\"}]"),
        run.get("unlinkedInputs"));
    assertEquals(
        mapper.readTree(
            "[\"no table found after FROM: SELECT ? FROM ??\",\"prepared before the agent came\"]"),
        run.get("notUnderstood"));
    assertEquals(mapper.readTree("{\"accesses\":3,\"statements\":12}"), run.get("dropped"));
    assertEquals(
        mapper.readTree("{\"version\":\"0.1.0\",\"cpuMillis\":312,\"heapBytes\":3145728}"),
        run.get("agent"));
  }

  @Test
  void dot() throws IOException {
    new Store(home).file(Store.NIGHTLY_FILE, Store.nightly());

    assertEquals(
        new Cli(
            0,
            """
            digraph lineage {
              label="nightly-load";
              rankdir=LR;
              node [shape=box];
              n0 [label="/data/in/calendar.csv"];
              n1 [label="/data/in/regions.csv"];
              n2 [label="/data/in/stores.csv"];
              n3 [label="/data/in/targets.csv"];
              n4 [label="/data/out/mixed.csv"];
              n5 [label="/data/out/model.bin"];
              n6 [label="/data/out/report.csv"];
              n7 [label="h2:/data/out MART.PUBLIC.SUMMARY"];
              n8 [label="hsqldb:/data/foodmart foodmart.sales_fact_1997"];
              n3 -> n6 [label="exclusive 0.60"];
              n7 -> n6 [label="row match 0.80"];
              n8 -> n7 [label="sql 1.00"];
              n1 -> n4 [label="candidate", style=dashed];
              n2 -> n4 [label="candidate", style=dashed];
            }
            """,
            ""),
        show("dot"));
  }

  @Test
  void mermaid() throws IOException {
    new Store(home).file(Store.NIGHTLY_FILE, Store.nightly());

    assertEquals(
        new Cli(
            0,
            """
            ---
            title: "nightly-load"
            ---
            flowchart LR
              n0["/data/in/calendar.csv"]
              n1["/data/in/regions.csv"]
              n2["/data/in/stores.csv"]
              n3["/data/in/targets.csv"]
              n4["/data/out/mixed.csv"]
              n5["/data/out/model.bin"]
              n6["/data/out/report.csv"]
              n7["h2:/data/out MART.PUBLIC.SUMMARY"]
              n8["hsqldb:/data/foodmart foodmart.sales_fact_1997"]
              n3 -->|"exclusive 0.60"| n6
              n7 -->|"row match 0.80"| n6
              n8 -->|"sql 1.00"| n7
              n1 -.->|"candidate"| n4
              n2 -.->|"candidate"| n4
            """,
            ""),
        show("mermaid"));
  }

  @Test
  void graphsEscapeNames() throws IOException {
    String lists =
        "'inputs':[],'outputs':["
            + Store.dataset(
                "file", "C:\\\\new \\u0022x\\u0022 <b>#1", "FILE", "", "output", "'size':1")
            + "]";
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.event(
                "COMPLETE",
                "2026-03-01T02:10:00Z",
                Store.NIGHTLY_ID,
                "",
                "a \\u0022b\\u0022",
                "",
                lists));

    assertEquals(
        """
        digraph lineage {
          label="a \\"b\\"";
          rankdir=LR;
          node [shape=box];
          n0 [label="C:\\\\new \\"x\\" <b>#1"];
        }
        """,
        show("dot").out());
    assertEquals(
        """
        ---
        title: "a \\"b\\""
        ---
        flowchart LR
          n0["C:#92;new #34;x#34; #60;b#62;#35;1"]
        """,
        show("mermaid").out());
  }

  /** Runs of several jobs in one picture: shared datasets meet, arrows say whose they are. */
  @Test
  void graphOfAllRuns() throws IOException {
    Store store = new Store(home);
    String hop = "01950001-0000-7000-8000-000000000000";
    store.file(Store.NIGHTLY_FILE, copy(Store.NIGHTLY_ID, "second", "/b", "/c"));
    store.file("20260301T010000.000Z-" + hop + ".jsonl", copy(hop, "first", "/a", "/b"));

    assertEquals(
        """
        digraph lineage {
          label="first, second";
          rankdir=LR;
          node [shape=box];
          n0 [label="/a"];
          n1 [label="/b"];
          n2 [label="/c"];
          n0 -> n1 [label="first: copy 1.00"];
          n1 -> n2 [label="second: copy 1.00"];
        }
        """,
        Cli.run("show", "--home", home.toString(), "--all-runs", "--format", "dot").out());
  }

  private static String copy(String id, String job, String from, String to) {
    String lineage =
        "'lineage':"
            + Store.facet(
                "l",
                "'entries':[{'namespace':'file','name':'"
                    + to
                    + "','inputs':[{'namespace':'file','name':'"
                    + from
                    + "','transformations':[{'confidence':1.0,'evidence':['copy']}]}]}]");
    String lists =
        "'inputs':["
            + Store.dataset("file", from, "FILE", "", "input", "'size':1")
            + "],'outputs':["
            + Store.dataset("file", to, "FILE", "", "output", "'size':1")
            + "]";
    String time = job.equals("first") ? "2026-03-01T02:00:01Z" : "2026-03-01T02:00:00.120Z";
    return Store.event("COMPLETE", time, id, "", job, lineage, lists);
  }

  private void small() throws IOException {
    String lineage =
        "'lineage':"
            + Store.facet(
                "l",
                """
                'entries':[{'namespace':'file','name':'/b.csv','inputs':[{'namespace':'file',
                'name':'/a.csv','transformations':[{'type':'DIRECT','confidence':0.8,
                'evidence':['exclusive: only input read']}]}]}]\
                """);
    String lists =
        "'inputs':["
            + Store.dataset("file", "/a.csv", "FILE", "", "input", "'size':5")
            + "],'outputs':["
            + Store.dataset(
                "file",
                "/b.csv",
                "FILE",
                "{'name':'n','type':'INT'}",
                "output",
                "'rowCount':2,'size':7,'fileCount':1")
            + "]";
    new Store(home)
        .file(
            Store.NIGHTLY_FILE,
            Store.plain("START", "2026-03-01T02:00:00.120Z", Store.NIGHTLY_ID, "café"),
            Store.event(
                "COMPLETE", "2026-03-01T02:10:00Z", Store.NIGHTLY_ID, "", "café", lineage, lists));
  }

  private Cli show(String format) {
    return Cli.run("show", "--home", home.toString(), "--format", format);
  }
}
