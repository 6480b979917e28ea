package io.spoor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Another parser as an oracle, JSqlParser: where it accepts a statement and finds other tables, the
 * difference is explained here or the test fails. It names tables without saying in which direction
 * they are used, so the union of ours is compared.
 *
 * <p>With {@code -Dsql.corpus=FOLDER} one statement in four of it is compared, all by the Maven
 * profile {@code fuzz}.
 */
class OracleTest {

  private static final ExecutorService WORKER = Executors.newSingleThreadExecutor();
  private static final int LONGEST = 8_000;
  private static final int MILLIS = 4_000;

  /** What is different about the statements of our own, by their beginning. */
  private static final Map<String, String> EXPLAINED = new LinkedHashMap<>();

  /** Kinds of statements of which it is known that the other parser is wrong. */
  private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

  private static void explain(String beginning, String reason) {
    EXPLAINED.put(beginning, reason);
  }

  private static void kind(String pattern, String reason) {
    KINDS.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), reason);
  }

  static {
    explain("ALTER TABLE target APPEND FROM", "it leaves out where the rows come from");
    explain("INSERT IGNORE INTO `db`.`t`", "it does not look into ON DUPLICATE KEY UPDATE");
    explain("INSERT INTO t SET a = 1, b = (SELECT", "it does not look into SET");
    explain("REPLACE LOW_PRIORITY INTO t", "it finds no tables in REPLACE");
    explain("ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u", "it leaves the other table out");
    explain("CREATE OR REPLACE FORCE EDITIONABLE VIEW", "it reads the words but no view");
    explain("SELECT TOP (5) WITH TIES [a b]", "it leaves out the table behind INTO");
    explain("SELECT * INTO dbo.x FROM OPENROWSET", "it leaves out the table behind INTO");
    explain("UPDATE t SET t.a = s.a OUTPUT", "it takes the alias of the target for a table");
    explain("ALTER TABLE src SWITCH PARTITION", "it leaves out where the rows go");
    explain("WITH x AS (SELECT * FROM a) DELETE FROM x", "the rows of the CTE's table are deleted");
    explain("SELECT * FROM TABLE(RESULT_SCAN(", "it does not know IDENTIFIER('t')");
    explain("INSERT INTO t SELECT * FROM parquet.", "it takes a file for a table");
    explain("SELECT * FROM TABLE(pg.system.query(", "it does not look into arguments TABLE(t)");
    explain("ALTER ALGORITHM = MERGE", "it reads the words but no view");

    kind(
        "^drop (?!table|view|materialized|external table)",
        "it takes all that is dropped for a table");
    kind("^drop external table", "it takes the word TABLE for a name");
    kind("^comment on ", "a comment changes no rows");
    kind("^(analyze|refresh) ", "statistics and refreshes name no new rows");
    kind("(parquet|json|orc|text|csv|delta|binaryfile|avro)\\.`", "it takes a file for a table");
    kind("^alter (dynamic|external|iceberg|hybrid|event) ", "it reads the words but no table");
    kind("^alter table .* rename to ", "it leaves out the new name");
    kind(
        "^alter table .* (swap with|append from|switch|exchange) ",
        "it leaves out the other table");
    kind("^create .*\\b(clone|copy)\\b", "it leaves out where the rows come from");
    kind(
        "^create (set|volatile|unlogged|local temp|local temporary|multiset|global temporary) ",
        "it misses the name");
    kind("^create .*\\bview\\b", "it reads the words but no view");
    kind("^create .*\\bstream\\b", "a stream is no table");
    kind("^create .*\\btype\\b", "it takes the word OF for a table");
    kind("^describe ", "a description reads no rows");
    kind("^merge .* using \\(select", "it drops a table that is called like an alias");
    kind("lateral view ", "it takes a column of the view for a table");
    kind("^replace ", "it finds no tables in REPLACE");
    kind("^select .*\\binto\\b", "it leaves out the table behind INTO");
    kind("^from .* unpivot ", "it does not know FROM first with UNPIVOT");
    kind("^insert overwrite ", "it takes the word OVERWRITE for a name");
    kind("^delete from table ", "it takes the word TABLE for a name");
    kind("^update .* from ", "it takes the alias of the target for a table");
    kind("^merge .* in \\(select", "it does not look into the condition");
    kind("\\bon conflict\\b", "it does not look into ON CONFLICT");
    kind(
        "filter ?\\(\\s*where|partition by \\(\\s*select|json_objectagg",
        "it does not look inside");
    kind("\\bidentifier ?\\(", "it does not know IDENTIFIER('t')");
    kind("\\(nolock\\)", "it takes the hint for arguments");
    kind("^////", "what stands before the first statement is no SQL");
  }

  @AfterAll
  static void stop() {
    WORKER.shutdownNow();
  }

  @Test
  void ourStatements() {
    List<String> unexplained = new ArrayList<>();
    Set<String> unused = new TreeSet<>(EXPLAINED.keySet());
    int accepted = 0;
    for (ScriptSeeds.Seed seed : ScriptSeeds.all()) {
      String difference = difference(seed);
      accepted += difference == null ? 0 : 1;
      if (difference == null || difference.isEmpty()) {
        continue;
      }
      boolean explained = false;
      for (String beginning : EXPLAINED.keySet()) {
        if (seed.sql.startsWith(beginning)) {
          unused.remove(beginning);
          explained = true;
        }
      }
      if (!explained) {
        unexplained.add(seed + "\n  " + difference);
      }
    }
    assertEquals(List.of(), unexplained);
    assertEquals(Set.of(), unused, "explanations of no difference");
    assertTrue(accepted > 40, "accepted: " + accepted);
  }

  @Test
  void statementsOfTheCorpus() {
    assumeTrue(FuzzStatements.hasCorpus(), "no -Dsql.corpus");
    int step = System.getProperty("sql.fuzz", "").equals("all") ? 1 : 4;
    List<ScriptSeeds.Seed> corpus = FuzzStatements.corpus();
    List<String> unexplained = new ArrayList<>();
    int accepted = 0;
    int differ = 0;
    for (int i = 0; i < corpus.size(); i += step) {
      String difference = difference(corpus.get(i));
      accepted += difference == null ? 0 : 1;
      if (difference == null || difference.isEmpty()) {
        continue;
      }
      differ++;
      String sql = withoutComments(corpus.get(i).sql);
      if (KINDS.keySet().stream().noneMatch(pattern -> pattern.matcher(sql).find())) {
        unexplained.add(corpus.get(i) + "\n  " + difference);
      }
    }
    System.out.println(
        "JSqlParser accepts "
            + accepted
            + ", finds other tables in "
            + differ
            + ", all explained: "
            + unexplained.isEmpty());
    assertEquals(List.of(), unexplained);
  }

  private static String withoutComments(String sql) {
    return sql.replaceAll("--[^\\n]*", " ")
        .replaceAll("(?s)/\\*.*?\\*/", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Null when the other does not accept it, empty when the tables are the same. */
  private static String difference(ScriptSeeds.Seed seed) {
    Limits limits = Limits.DEFAULT.keepingSystemTables();
    List<SqlStatement> statements = SqlLineage.analyze(seed.sql, seed.dialect, limits).statements();
    if (statements.size() != 1 || seed.sql.length() > LONGEST) {
      return null;
    }
    Set<String> theirs = theirs(seed);
    if (theirs == null) {
      return null;
    }
    Set<String> ours = new TreeSet<>();
    add(statements.get(0).inputs(), ours);
    add(statements.get(0).outputs(), ours);
    return ours.equals(theirs) ? "" : "ours " + ours + ", theirs " + theirs;
  }

  private static Set<String> theirs(ScriptSeeds.Seed seed) {
    try {
      Set<String> names = new TreeSet<>();
      for (String name :
          new TablesNamesFinder<Void>()
              .getTables(
                  CCJSqlParserUtil.parseStatement(
                      CCJSqlParserUtil.newParser(seed.sql)
                          .withSquareBracketQuotation(seed.dialect.bracketQuotes())
                          .withBackslashEscapeCharacter(seed.dialect.backslashEscapes())
                          .withTimeOut(MILLIS),
                      WORKER))) {
        names.add(key(name));
      }
      return names;
    } catch (Exception | Error e) {
      return null; // not accepted, or not walked to its end
    }
  }

  private static void add(List<TableName> names, Set<String> keys) {
    for (TableName name : names) {
      if (!name.isFile()) {
        keys.add(key(name.toString()));
      }
    }
  }

  private static String key(String name) {
    return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
  }
}
